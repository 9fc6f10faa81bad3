package cn.bishui.complaints.evidence;

import java.util.List;

/** The cleaner with formats of a test's choice. */
public final class Cleaning {

    private Cleaning() {}

    /** As the service puts it together. */
    public static CleanEvidence of(Format... formats) {
        return new CleanEvidence(List.of(formats));
    }
}
