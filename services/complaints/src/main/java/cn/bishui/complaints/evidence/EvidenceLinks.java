package cn.bishui.complaints.evidence;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** Makes addresses under which evidence can be seen for ten minutes, for citizens who have shown number and secret. */
@Service
public class EvidenceLinks {

    EvidenceLinks() {}

    /** {@code /12369/evidence/<id>?t=…}. */
    public String of(UUID evidence) {
        throw new UnsupportedOperationException();
    }

    /** Whether this token opens that evidence now. */
    public boolean opens(UUID evidence, String token) {
        throw new UnsupportedOperationException();
    }
}
