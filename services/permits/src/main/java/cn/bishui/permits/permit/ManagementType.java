package cn.bishui.permits.permit;

import cn.bishui.contracts.RuleBroken;
import java.util.Arrays;

/**
 * How closely a permitted unit is managed (排污许可管理条例 art 2). A unit that is only registered (登记管理) needs no
 * permit.
 */
public enum ManagementType {
    /** 重点管理. */
    KEY("key", "PMT-DEC-KEY"),
    /** 简化管理. */
    SIMPLIFIED("simplified", "PMT-DEC-SIMPLE");

    private final String id;
    private final String decisionClock;

    ManagementType(String id, String decisionClock) {
        this.id = id;
        this.decisionClock = decisionClock;
    }

    /** The type of that id; code {@code management-type.unknown}. */
    public static ManagementType of(String id) {
        return Arrays.stream(values())
                .filter(type -> type.id.equals(id))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("management-type.unknown", id));
    }

    /** {@code key} or {@code simplified}. */
    public String id() {
        return id;
    }

    /** The legal clock in which an application must be decided (排污许可管理条例 art 12). */
    public String decisionClock() {
        return decisionClock;
    }
}
