package cn.bishui.monitoring.network;

import cn.bishui.contracts.RuleBroken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A protection zone of a source of drinking water. The district surveys and drafts, the province approves, which somebody else
 * notes than who drew it, then markers are set. An approved zone is never changed: it is drawn anew, and ends when the province
 * approves the new one, or ends without one. What ended stays.
 *
 * @param id within monitoring
 * @param site code of the source
 * @param outline GeoJSON geometry as it was handed in; null if there is none yet
 * @param area km²; null if it is not known
 * @param description its bounds in words
 * @param document by which it came into its state; empty if none
 * @param drawnBy username
 * @param replaces id of the zone that it replaces; null if it is the first
 * @param endedOn last day on which it held; null while it does
 * @param endDocument by which it ended; empty while it does not
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
        String drawnBy,
        @Nullable Long replaces,
        @Nullable LocalDate endedOn,
        String endDocument,
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
     * A step further that the district takes itself; codes {@code zone.ended}, {@code zone.last}, {@code zone.before}, and
     * {@code zone.province} where the province is next.
     */
    public Zone advanced(LocalDate on, String by) {
        State next = state.next();
        if (next == null) {
            throw RuleBroken.conflict("zone.last");
        }
        if (next == State.APPROVED) {
            throw RuleBroken.conflict("zone.province");
        }
        return at(next, on, by);
    }

    /**
     * Approved by the province; codes {@code zone.ended}, {@code zone.not-submitted}, {@code zone.before}, {@code zone.document}, and
     * {@code zone.four-eyes} for who drew it.
     */
    public Zone approved(LocalDate on, String by, String notedBy) {
        if (state != State.SUBMITTED) {
            throw RuleBroken.conflict("zone.not-submitted");
        }
        if (drawnBy.equals(notedBy)) {
            throw RuleBroken.forbidden("zone.four-eyes");
        }
        if (by.isBlank()) {
            throw RuleBroken.invalid("zone.document");
        }
        return at(State.APPROVED, on, by);
    }

    private Zone at(State next, LocalDate on, String by) {
        mustHold();
        if (on.isBefore(stateSince)) {
            throw RuleBroken.invalid("zone.before", stateSince);
        }
        return new Zone(
                id,
                site,
                level,
                outline,
                area,
                description,
                next,
                on,
                by.isBlank() ? document : by,
                drawnBy,
                replaces,
                null,
                "",
                version + 1);
    }

    /** Whether it is one that the province approved, and has not ended. */
    public boolean isInForce() {
        return endedOn == null && (state == State.APPROVED || state == State.MARKED);
    }

    /** The zone that is to replace this one, or what this one was to replace while it is a draft; code {@code zone.ended}. */
    public Zone redrawn(
            @Nullable String otherOutline,
            @Nullable BigDecimal otherArea,
            String otherDescription,
            LocalDate surveyed,
            String by) {
        mustHold();
        return new Zone(
                0,
                site,
                level,
                otherOutline,
                otherArea,
                otherDescription,
                State.SURVEYED,
                surveyed,
                "",
                by,
                isInForce() ? Long.valueOf(id) : replaces,
                null,
                "",
                0);
    }

    /** Held until a day, and no more; codes {@code zone.ended}, {@code zone.before}, {@code zone.end-document}. */
    public Zone ended(LocalDate on, String by) {
        mustHold();
        if (on.isBefore(stateSince)) {
            throw RuleBroken.invalid("zone.before", stateSince);
        }
        if (by.isBlank()) {
            throw RuleBroken.invalid("zone.end-document");
        }
        return new Zone(
                id,
                site,
                level,
                outline,
                area,
                description,
                state,
                stateSince,
                document,
                drawnBy,
                replaces,
                on,
                by,
                version + 1);
    }

    private void mustHold() {
        if (endedOn != null) {
            throw RuleBroken.conflict("zone.ended", endedOn);
        }
    }
}
