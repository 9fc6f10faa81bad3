package cn.bishui.complaints.hotline;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/** How the reporter is told what becomes of a complaint. */
public enum Reach {
    PAGE("page", "查询页面"),
    SMS("sms", "短信"),
    PHONE("phone", "电话"),
    LETTER("letter", "信函"),
    PLATFORM("platform", "转来平台"),
    NONE("none", "无法联系");

    private final String id;
    private final String chineseName;

    Reach(String id, String chineseName) {
        this.id = id;
        this.chineseName = chineseName;
    }

    /** Whether what is decided reaches the reporter, or cannot reach anybody, in the moment in which it is decided. */
    public boolean immediate() {
        return this != PHONE && this != LETTER;
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
     * @throws RuleBroken {@code complaint.reach} if there is none
     */
    public static Reach of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(text) || each.chineseName.equals(text))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("complaint.reach", text));
    }
}
