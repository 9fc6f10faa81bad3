package cn.bishui.complaints.evidence;

import org.springframework.stereotype.Service;

/** Checks what was handed in and takes from it all that does not belong to the picture; one at a time. */
@Service
public class CleanEvidence {

    CleanEvidence() {}

    /**
     * Checks and cleans; call it before the transaction, it may take seconds. Codes {@code evidence.type},
     * {@code evidence.photo-too-large}, {@code evidence.photo-too-many-pixels}, {@code evidence.video-too-large},
     * {@code evidence.unreadable}, {@code evidence.empty}, {@code evidence.video-tracks}, {@code evidence.busy}.
     *
     * @return to be closed by the caller
     */
    public CleanFile clean(Upload upload) {
        throw new UnsupportedOperationException();
    }
}
