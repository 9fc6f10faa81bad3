package cn.bishui.standards.groundwater;

import java.util.List;

/** The classes of GB/T 14848-2017. */
public enum GroundwaterClass {
    /** Ⅰ: low contents, fit for every use. */
    I(1, "Ⅰ"),
    /** Ⅱ: rather low contents, fit for every use. */
    II(2, "Ⅱ"),
    /** Ⅲ: by GB 5749, mainly for drinking water, industry and agriculture. */
    III(3, "Ⅲ"),
    /** Ⅳ: for agriculture and some industry, drinkable after treatment. */
    IV(4, "Ⅳ"),
    /** Ⅴ: not a source of drinking water. */
    V(5, "Ⅴ");

    private static final List<GroundwaterClass> ALL = List.of(values());

    private final int code;
    private final String zh;

    GroundwaterClass(int code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    /** 1 to 5. */
    public int code() {
        return code;
    }

    /** As it is printed: {@code Ⅲ}. */
    public String zh() {
        return zh;
    }

    /** Whether it is a worse class than another. */
    public boolean isWorseThan(GroundwaterClass other) {
        return compareTo(other) > 0;
    }

    /** The worse of two. */
    public GroundwaterClass orWorse(GroundwaterClass other) {
        return isWorseThan(other) ? this : other;
    }

    /**
     * The class of a code.
     *
     * @throws IllegalArgumentException if it is not 1 to 5
     */
    public static GroundwaterClass of(int code) {
        if (code < 1 || code > ALL.size()) {
            throw new IllegalArgumentException("There is no class " + code);
        }
        return ALL.get(code - 1);
    }
}
