package cn.bishui.complaints.supervision;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/** What a call to the reporter came to. */
public enum CallOutcome {
    SATISFIED("satisfied"),
    UNSATISFIED("unsatisfied"),
    UNREACHABLE("unreachable");

    private final String id;

    CallOutcome(String id) {
        this.id = id;
    }

    /** Its name in tables, messages and addresses. */
    public String id() {
        return id;
    }

    /**
     * By its id.
     *
     * @throws RuleBroken {@code call-back.outcome} if there is none
     */
    public static CallOutcome of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("call-back.outcome", id));
    }
}
