package cn.bishui.monitoring.network;

import cn.bishui.contracts.RuleBroken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A protection zone of a source of drinking water. The district surveys and drafts, the province approves, then markers are
 * set.
 *
 * @param id within monitoring
 * @param site code of the source
 * @param outline GeoJSON geometry as it was handed in; null if there is none yet
 * @param area km²; null if it is not known
 * @param description its bounds in words
 * @param document by which it came into its state; empty if none
 */
public record Zone(
        long id,
        String site,
        Level level,
        @Nullable String outline,
        @Nullable BigDecimal area,
        String description,
        State state,
        LocalDate stateSince,
        String document,
        long version) {

    /** How strictly it is protected. */
    public enum Level {
        /** 一级保护区. */
        LEVEL1("level1"),
        /** 二级保护区. */
        LEVEL2("level2"),
        /** 准保护区. */
        QUASI("quasi");

        private final String code;

        Level(String code) {
            this.code = code;
        }

        /** As it is written in JSON, forms and the database. */
        public String code() {
            return code;
        }

        /** All codes, in order. */
        public static List<String> codes() {
            return Arrays.stream(values()).map(Level::code).toList();
        }

        /** Reads a code; code {@code zone.level}. */
        public static Level of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> RuleBroken.invalid("zone.level", code));
        }
    }

    /** How far it is; each follows the one before. */
    public enum State {
        SURVEYED("surveyed"),
        PLAN_DRAFTED("plan-drafted"),
        PUBLIC_COMMENT("public-comment"),
        SUBMITTED("submitted"),
        APPROVED("approved"),
        MARKED("marked");

        private static final List<State> ALL = List.of(values());

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As it is written in JSON, forms and the database. */
        public String code() {
            return code;
        }

        /** The state of a code. */
        public static State of(String code) {
            return ALL.stream()
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No zone state " + code));
        }

        /** What comes next; null for the last. */
        public @Nullable State next() {
            int next = ALL.indexOf(this) + 1;
            return next == ALL.size() ? null : ALL.get(next);
        }
    }

    /**
     * A step further; codes {@code zone.last}, {@code zone.before}, and {@code zone.document} where the province approved without one.
     */
    public Zone advanced(LocalDate on, String by) {
        State next = state.next();
        if (next == null) {
            throw RuleBroken.conflict("zone.last");
        }
        if (on.isBefore(stateSince)) {
            throw RuleBroken.invalid("zone.before", stateSince);
        }
        if (next == State.APPROVED && by.isBlank()) {
            throw RuleBroken.invalid("zone.document");
        }
        return new Zone(
                id, site, level, outline, area, description, next, on, by.isBlank() ? document : by, version + 1);
    }
}
