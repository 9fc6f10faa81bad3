package cn.bishui.enforcement.card;

import cn.bishui.contracts.RuleBroken;

/** What a unit with a yellow card must do until it has rectified (环境保护部令第30号). */
public enum Measure {
    /** Limit production (限制生产). */
    LIMIT_PRODUCTION("limit-production"),
    /** Stop production (停产整治). */
    STOP_PRODUCTION("stop-production");

    private final String id;

    Measure(String id) {
        this.id = id;
    }

    /** {@code limit-production} or {@code stop-production}. */
    public String id() {
        return id;
    }

    /** Reads an {@link #id}; anything else breaks {@code card.measure}. */
    public static Measure of(String id) {
        return switch (id) {
            case "limit-production" -> LIMIT_PRODUCTION;
            case "stop-production" -> STOP_PRODUCTION;
            default -> throw RuleBroken.invalid("card.measure");
        };
    }
}
