package cn.bishui.standards.surfacewater;

import java.util.List;

/** The classes of GB 3838-2002, and what is worse than all of them. */
public enum WaterClass {
    /** Ⅰ. */
    I(1, "Ⅰ", Level.EXCELLENT),
    /** Ⅱ. */
    II(2, "Ⅱ", Level.EXCELLENT),
    /** Ⅲ. */
    III(3, "Ⅲ", Level.GOOD),
    /** Ⅳ. */
    IV(4, "Ⅳ", Level.LIGHTLY_POLLUTED),
    /** Ⅴ. */
    V(5, "Ⅴ", Level.MODERATELY_POLLUTED),
    /** 劣Ⅴ. */
    WORSE_THAN_V(6, "劣Ⅴ", Level.HEAVILY_POLLUTED);

    private static final List<WaterClass> ALL = List.of(values());

    private final int code;
    private final String zh;
    private final Level level;

    WaterClass(int code, String zh, Level level) {
        this.code = code;
        this.zh = zh;
        this.level = level;
    }

    /** 1 to 5, 6 for worse than class V. */
    public int code() {
        return code;
    }

    /** As it is printed: {@code Ⅲ}, {@code 劣Ⅴ}. */
    public String zh() {
        return zh;
    }

    /** The level of a section of this class. */
    public Level level() {
        return level;
    }

    /** Whether it is a worse class than another. */
    public boolean isWorseThan(WaterClass other) {
        return compareTo(other) > 0;
    }

    /** The worse of two. */
    public WaterClass orWorse(WaterClass other) {
        return isWorseThan(other) ? this : other;
    }

    /**
     * The class of a code.
     *
     * @throws IllegalArgumentException if it is not 1 to 6
     */
    public static WaterClass of(int code) {
        if (code < 1 || code > ALL.size()) {
            throw new IllegalArgumentException("There is no class " + code);
        }
        return ALL.get(code - 1);
    }
}
