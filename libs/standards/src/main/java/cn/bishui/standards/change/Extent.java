package cn.bishui.standards.change;

/** How much something changed. */
public enum Extent {
    /** 无明显变化. */
    NONE("无明显变化"),
    /** 有所变化. */
    SOME("有所"),
    /** 明显变化. */
    MARKED("明显");

    private final String zh;

    Extent(String zh) {
        this.zh = zh;
    }

    /** In words with its direction: {@code 无明显变化}, {@code 有所好转}, {@code 明显变差}. */
    public String zh(Direction direction) {
        return this == NONE ? zh : zh + direction.zh();
    }
}
