package cn.bishui.complaints.complaint;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/** What a re-examination or a review decides about the answer. */
public enum Verdict {

    /** It stands. */
    UPHELD("upheld"),

    /** It is put right by the ruling itself. */
    AMENDED("amended"),

    /** The bureau has to deal with the matter again. */
    REDO("redo");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    /** Its name in tables and addresses. */
    public String id() {
        return id;
    }

    /**
     * By its id.
     *
     * @throws RuleBroken {@code complaint.verdict} if there is none
     */
    public static Verdict of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("complaint.verdict", id));
    }
}
