package cn.bishui.complaints.hotline;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/** What the investigation of a complaint found. */
public enum Finding {
    CONFIRMED("true", "属实"),
    PARTLY("partly-true", "部分属实"),
    UNFOUNDED("untrue", "不属实"),
    UNVERIFIABLE("unverifiable", "无法核实"),
    REPEAT("repeat", "重复");

    private final String id;
    private final String chineseName;

    Finding(String id, String chineseName) {
        this.id = id;
        this.chineseName = chineseName;
    }

    /** Its name in facts, tables and addresses. */
    public String id() {
        return id;
    }

    /** The official term. */
    public String chineseName() {
        return chineseName;
    }

    /**
     * By its id or its Chinese name.
     *
     * @throws RuleBroken {@code complaint.finding} if there is none
     */
    public static Finding of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(text) || each.chineseName.equals(text))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("complaint.finding", text));
    }
}
