package cn.bishui.standards.effluent;

/** The grades of GB 18918-2002. */
public enum SewageGrade {
    /** For reuse, and for waters that dilute little. */
    ONE_A("一级A", "grade_1a"),
    /** Into class III waters outside protection and swimming zones, and closed waters. */
    ONE_B("一级B", "grade_1b"),
    /** Into class IV and V waters. */
    TWO("二级", "grade_2"),
    /** Towns outside key basins and source zones, with enhanced primary treatment. */
    THREE("三级", "grade_3");

    private final String zh;
    private final String column;

    SewageGrade(String zh, String column) {
        this.zh = zh;
        this.column = column;
    }

    /** In Chinese. */
    public String zh() {
        return zh;
    }

    String column() {
        return column;
    }
}
