package cn.bishui.standards.surfacewater;

/** What kind of water a section lies in: the limits of phosphorus and nitrogen differ. */
public enum WaterType {
    /** River, canal, channel. */
    RIVER("河流"),
    /** Lake or reservoir. */
    LAKE("湖库");

    private final String zh;

    WaterType(String zh) {
        this.zh = zh;
    }

    /** In Chinese. */
    public String zh() {
        return zh;
    }
}
