package cn.bishui.complaints.complaint;

import java.util.UUID;

/** Makes the secrets with which reporters follow their complaints. */
public interface Secrets {

    /** The secret of a complaint: 16 characters, always the same. */
    String secretOf(UUID complaint);
}
