package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.util.UUID;

/** The complaints to which something was added that nobody who works on them has seen. */
public interface Additions {

    /** Something was added; what was added before and not seen stays as old as it is. */
    void mark(UUID complaint, Instant at);

    boolean waiting(UUID complaint);

    /** Somebody has seen it; false if somebody else was faster. */
    boolean seen(UUID complaint);
}
