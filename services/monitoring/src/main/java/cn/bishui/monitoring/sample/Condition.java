package cn.bishui.monitoring.sample;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;
import java.util.List;

/** Whether there was water to take. */
public enum Condition {
    NORMAL("normal"),
    /** Under ice. */
    ICE("ice"),
    /** Without water. */
    DRY("dry"),
    /** It could not be reached. */
    NO_ACCESS("no-access");

    private final String code;

    Condition(String code) {
        this.code = code;
    }

    /** As it is written in JSON, forms and the database. */
    public String code() {
        return code;
    }

    /** What is said of it; where nothing was taken it says why, code {@code sample.why-nothing}. */
    public String said(String note) {
        if (this != NORMAL && note.isBlank()) {
            throw RuleBroken.invalid("sample.why-nothing");
        }
        return note;
    }

    /** All codes, in order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Condition::code).toList();
    }

    /** Reads a code; code {@code sample.condition}. */
    public static Condition of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("sample.condition"));
    }
}
