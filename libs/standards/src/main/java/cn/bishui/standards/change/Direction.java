package cn.bishui.standards.change;

/** Whether something got better. */
public enum Direction {
    /** It got better. */
    BETTER("好转"),
    /** It stayed as it was. */
    SAME("持平"),
    /** It got worse. */
    WORSE("变差"),
    /** It changed, but neither way is better: pH within its limits, the temperature. */
    NEITHER("—");

    private final String zh;

    Direction(String zh) {
        this.zh = zh;
    }

    /** In Chinese. */
    public String zh() {
        return zh;
    }

    /** By the sign of a number: positive is better. */
    static Direction of(int sign) {
        return sign > 0 ? BETTER : sign < 0 ? WORSE : SAME;
    }
}
