package cn.bishui.standards.surfacewater;

/** How good a water is, in words (环办[2011]22号). */
public enum Level {
    /** Classes I and II. */
    EXCELLENT("优", "excellent", "蓝色", "#0000FF"),
    /** Class III. */
    GOOD("良好", "good", "绿色", "#00FF00"),
    /** Class IV. */
    LIGHTLY_POLLUTED("轻度污染", "lightly polluted", "黄色", "#FFFF00"),
    /** Class V. */
    MODERATELY_POLLUTED("中度污染", "moderately polluted", "橙色", "#FF9B00"),
    /** Worse than class V. */
    HEAVILY_POLLUTED("重度污染", "heavily polluted", "红色", "#FF0000");

    private final String zh;
    private final String en;
    private final String colourZh;
    private final String colour;

    Level(String zh, String en, String colourZh, String colour) {
        this.zh = zh;
        this.en = en;
        this.colourZh = colourZh;
        this.colour = colour;
    }

    /** In Chinese. */
    public String zh() {
        return zh;
    }

    /** In English. */
    public String en() {
        return en;
    }

    /** The colour it is shown in, in Chinese. */
    public String colourZh() {
        return colourZh;
    }

    /** The colour it is shown in, as {@code #RRGGBB}. */
    public String colour() {
        return colour;
    }
}
