package cn.bishui.monitoring.network;

import java.util.Arrays;
import java.util.List;

/** Where a site stands. */
public enum SiteState {
    /** Somebody wants it. */
    PROPOSED("proposed"),
    /** Somebody else agreed; it is being set up. */
    APPROVED("approved"),
    /** It is sampled. */
    ACTIVE("active"),
    /** It is sampled at another place than at first. */
    MOVED("moved"),
    /** It is sampled no more. */
    ENDED("ended");

    private final String code;

    SiteState(String code) {
        this.code = code;
    }

    /** As it is written in JSON, forms and the database. */
    public String code() {
        return code;
    }

    /** Whether it is sampled. */
    public boolean isInUse() {
        return this == ACTIVE || this == MOVED;
    }

    /** All codes, in order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(SiteState::code).toList();
    }

    /** The state of a code. */
    public static SiteState of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No site state " + code));
    }
}
