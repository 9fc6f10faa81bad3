package cn.bishui.complaints.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo or video that is kept.
 *
 * @param bytes its size
 * @param sha256 of what is kept, in hexadecimal digits
 * @param by username of who added it
 */
public record Evidence(
        UUID id,
        UUID complaint,
        EvidenceKind kind,
        String mediaType,
        long bytes,
        String sha256,
        String by,
        Instant at) {

    /** Whether it is a photo. */
    public boolean isPhoto() {
        return kind == EvidenceKind.PHOTO;
    }
}
