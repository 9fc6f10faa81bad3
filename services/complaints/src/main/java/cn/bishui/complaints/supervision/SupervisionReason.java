package cn.bishui.complaints.supervision;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/** Why a complaint is supervised; Order 15 art. 14. */
public enum SupervisionReason {
    DECISION_NOT_CARRIED_OUT("decision-not-carried-out", "处理决定未落实"),
    REPEATED("repeated-reports-unsolved", "重复举报未解决"),
    FAKED("faked-handling", "弄虚作假"),
    PROCEDURE_BROKEN("procedure-broken", "违反办理程序"),
    OTHER("other", "其他");

    private final String id;
    private final String chineseName;

    SupervisionReason(String id, String chineseName) {
        this.id = id;
        this.chineseName = chineseName;
    }

    /** Its name in tables and addresses. */
    public String id() {
        return id;
    }

    /** The official term. */
    public String chineseName() {
        return chineseName;
    }

    /**
     * By its id.
     *
     * @throws RuleBroken {@code supervision.reason} if there is none
     */
    public static SupervisionReason of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("supervision.reason", id));
    }
}
