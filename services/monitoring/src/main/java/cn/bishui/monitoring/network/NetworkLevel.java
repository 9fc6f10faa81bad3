package cn.bishui.monitoring.network;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;
import java.util.List;

/** Whose network a site belongs to (国控, 省控, 市控, 区控). */
public enum NetworkLevel {
    NATIONAL("national"),
    PROVINCIAL("provincial"),
    MUNICIPAL("municipal"),
    DISTRICT("district");

    private final String code;

    NetworkLevel(String code) {
        this.code = code;
    }

    /** As it is written in JSON, forms and the database. */
    public String code() {
        return code;
    }

    /** All codes, in order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(NetworkLevel::code).toList();
    }

    /** Reads a code; code {@code site.level}. */
    public static NetworkLevel of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("site.level", code));
    }
}
