package cn.bishui.enforcement.clue;

import java.util.Optional;
import java.util.UUID;

/** What monitoring says now of exceedances that it told. */
public interface Corrections {

    /**
     * Keeps a correction in place of one with a lower revision.
     *
     * @return false if one with this revision or a higher one is kept: nothing was changed
     */
    boolean keep(Correction correction);

    /** The clue to which an exceedance belongs, if it came already. */
    Optional<UUID> clueOf(String exceedance);
}
