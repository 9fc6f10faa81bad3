package cn.bishui.complaints.contact;

import cn.bishui.audit.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a short message to who reported, whom nobody gets to see. */
@Service
public class TextReporter {

    TextReporter() {}

    /**
     * Sends it after the caller's transaction has committed; on record in the audit log, without the number.
     *
     * @param purpose why, as {@code answered}; for the audit log
     * @param by on whose behalf, {@link Actor#system} for a clock
     * @return false where no message can reach the reporter
     */
    @Transactional
    public boolean tell(UUID complaint, String text, String purpose, Actor by) {
        throw new UnsupportedOperationException();
    }
}
