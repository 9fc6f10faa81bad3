package cn.bishui.complaints.evidence;

import cn.bishui.audit.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a photo or video of a complaint. */
@Service
public class KeepEvidence {

    KeepEvidence() {}

    /**
     * Keeps it in the caller's transaction; codes {@code evidence.too-many-photos}, {@code evidence.too-many-videos}.
     *
     * @param by who adds it: a person, or the reporter
     * @return its id
     */
    @Transactional
    public UUID keep(UUID complaint, CleanFile file, Actor by) {
        throw new UnsupportedOperationException();
    }
}
