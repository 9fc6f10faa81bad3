package cn.bishui.complaints.quota;

/** What is counted by address, in windows of ten minutes. */
public enum Allowance {
    /** Complaints handed in. */
    COMPLAINT("quota.complaint"),
    /** Looks at a complaint by number and secret; a wrong secret counts {@value Quota#WRONG_SECRET}. */
    TRACKING("quota.tracking"),
    /** One-time codes asked for. */
    CODE("quota.code"),
    /** Complaints from browsers that did no work. */
    UNSOLVED("quota.unsolved");

    private final String rule;

    Allowance(String rule) {
        this.rule = rule;
    }

    /** Code of the broken rule where it is used up. */
    public String rule() {
        return rule;
    }
}
