package cn.bishui.complaints.hotline;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/**
 * What may be decided about a complaint that came in; Order 15 art. 8. The ids are the ones facts and the plan's data use.
 */
public enum IntakeOutcome {

    /** Within the ecology departments' duties. */
    ACCEPT("accept", "受理", true),

    /** A sudden incident, or the risk of a mass event: accepted at once, and the head is told. */
    ACCEPT_URGENT("accept-urgent", "紧急受理", true),

    /** Not theirs: the reporter is told where to go. */
    OTHER_DEPARTMENT("not-accept-other-department", "不属于本部门职责", false),

    /** Lawsuit, arbitration or administrative review is the route, or under way. */
    LEGAL_ROUTE("not-accept-legal-route", "应通过法定途径解决", false),

    /** The same matter is accepted already: the reporter is told how to query it, and it is linked to the first. */
    REPEAT("not-accept-repeat", "重复举报", false),

    /** Answered already, with the same facts and reasons: the reporter is told about re-examination and review. */
    UNSATISFIED("not-accept-unsatisfied", "已答复且无新事实", false);

    private final String id;
    private final String chineseName;
    private final boolean accepted;

    IntakeOutcome(String id, String chineseName, boolean accepted) {
        this.id = id;
        this.chineseName = chineseName;
        this.accepted = accepted;
    }

    /** Its name in facts, tables and addresses. */
    public String id() {
        return id;
    }

    /** The official term. */
    public String chineseName() {
        return chineseName;
    }

    /** Whether the complaint goes on to a bureau. */
    public boolean accepted() {
        return accepted;
    }

    /** Whether it points at an earlier complaint, which must be named so that nothing new is lost. */
    public boolean needsFirst() {
        return this == REPEAT || this == UNSATISFIED;
    }

    /**
     * By its id.
     *
     * @throws RuleBroken {@code complaint.outcome} if there is none
     */
    public static IntakeOutcome of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("complaint.outcome", id));
    }
}
