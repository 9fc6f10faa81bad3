package cn.bishui.monitoring.network;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;
import java.util.List;

/** What may be monitored. */
public enum SiteKind {
    /** 水体: a river, lake or reservoir. */
    WATER_BODY("water-body"),
    /** 河段. */
    REACH("reach"),
    /** 断面, a point in a lake too. */
    SECTION("section"),
    /** 饮用水水源地. */
    SOURCE("source"),
    /** 地下水监测井. */
    WELL("well"),
    /** 自动监测站. */
    STATION("station"),
    /** 黑臭水体检测点; in the order of their codes along the water. */
    POINT("point"),
    /** 出厂水: where water leaves the works. */
    WORKS_OUTLET("works-outlet"),
    /** 用户水龙头(末梢水). */
    TAP("tap");

    private final String code;

    SiteKind(String code) {
        this.code = code;
    }

    /** As it is written in JSON, forms and the database. */
    public String code() {
        return code;
    }

    /** Whether it may lie in, or stand at, a site of another kind. */
    public boolean belongsTo(SiteKind other) {
        return switch (this) {
            case WATER_BODY, REACH, POINT -> other == WATER_BODY;
            case SECTION, SOURCE -> other == WATER_BODY || other == REACH;
            case WELL -> other == SOURCE;
            case STATION -> other == SECTION || other == SOURCE || other == WELL;
            case WORKS_OUTLET -> other == SOURCE;
            case TAP -> other == WORKS_OUTLET;
        };
    }

    /** Whether it is a point on the map, not a water. */
    public boolean isPoint() {
        return this != WATER_BODY && this != REACH;
    }

    /** Whether it cannot be without what it belongs to. */
    public boolean needsParent() {
        return this == REACH || this == SECTION || this == STATION || this == POINT;
    }

    /** Whether it is drinking water on its way to people, which GB 5749 judges. */
    public boolean isSupplied() {
        return this == WORKS_OUTLET || this == TAP;
    }

    /** All codes, in order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(SiteKind::code).toList();
    }

    /** Reads a code; code {@code site.kind}. */
    public static SiteKind of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("site.kind", code));
    }
}
