package cn.bishui.standards.blackodorous;

/** How black and odorous a water is. */
public enum Grade {
    /** Not black-odorous. */
    NONE("不黑臭", "not black-odorous"),
    /** Light. */
    LIGHT("轻度黑臭", "lightly black-odorous"),
    /** Severe. */
    SEVERE("重度黑臭", "severely black-odorous");

    private final String zh;
    private final String en;

    Grade(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** In Chinese. */
    public String zh() {
        return zh;
    }

    /** In English. */
    public String en() {
        return en;
    }

    /** The worse of two. */
    public Grade orWorse(Grade other) {
        return compareTo(other) < 0 ? other : this;
    }
}
