package cn.bishui.permits.permit;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.StaleVersion;
import java.time.Instant;
import java.util.Optional;

/** All permits. */
public interface Permits {

    /** The permit of that number, empty where there is none. */
    Optional<Permit> find(PermitNumber number);

    /** Keeps a new draft; false where the number is taken. */
    boolean add(Permit.Draft draft, Instant at);

    /**
     * Keeps a permit after a move and counts its version up by one; the row is locked until the transaction ends.
     *
     * @return the new version
     * @throws StaleVersion where somebody else moved it since it was read
     */
    long save(Permit moved, Instant at);

    /** The permit that a reader names; code {@code permit.missing}. */
    default Permit named(String number) {
        return PermitNumber.parse(number)
                .flatMap(this::find)
                .orElseThrow(() -> RuleBroken.missing("permit.missing", number));
    }

    /**
     * The permit that a reader names, as long as it is as the reader saw it; code {@code permit.missing}.
     *
     * @throws StaleVersion where somebody else moved it since
     */
    default Permit seen(String number, long version) {
        Permit permit = named(number);
        if (permit.version() != version) {
            throw new StaleVersion("permit/" + number, version);
        }
        return permit;
    }
}
