package cn.bishui.monitoring.sample;

import java.util.Arrays;
import java.util.List;

/** How far the findings of a sample are. */
public enum Stage {
    /** Being entered. */
    DRAFT("draft"),
    /** Handed to review. */
    SUBMITTED("submitted"),
    /** 校核: checked by a first person. */
    CHECKED("checked"),
    /** 审核: reviewed by a second. */
    REVIEWED("reviewed"),
    /** 审定: signed by a third. */
    SIGNED("signed"),
    /** Out, and locked. */
    RELEASED("released"),
    /** Released, and corrected by a later version. */
    SUPERSEDED("superseded"),
    /** Registered wrongly, and never released. */
    DISCARDED("discarded");

    private final String code;

    Stage(String code) {
        this.code = code;
    }

    /** As it is written in JSON, forms and the database. */
    public String code() {
        return code;
    }

    /** Whether it waits for one of the three reviews. */
    public boolean isInReview() {
        return this == SUBMITTED || this == CHECKED || this == REVIEWED;
    }

    /** All codes, in order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Stage::code).toList();
    }

    /** The stage of a code. */
    public static Stage of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No stage " + code));
    }
}
