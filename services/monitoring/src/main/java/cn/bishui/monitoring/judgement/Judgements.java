package cn.bishui.monitoring.judgement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every finding about a day. */
public interface Judgements {

    /** Keeps others from judging at an outlet until the transaction ends; to be taken in the order of the outlets, after the permits. */
    void hold(String unit, String outlet);

    /** The latest findings about a day of a device, by pollutant. */
    Map<String, Latest> latest(int device, LocalDate day);

    /** The latest findings about a day of an outlet and a pollutant: one of each device, and one of samples taken on site. */
    List<Latest> latest(String unit, String outlet, String pollutant, LocalDate day);

    /** By what the latest findings at a permit's outlets were judged, or that they lack a limit, in the order of outlet and day. */
    List<Held> ofPermit(String permit);

    /** Adds a finding, which is the latest from now on. */
    void add(DayJudgement judgement);

    /** Notes beside the latest finding what the device itself said about the day. */
    void noteOwn(Place place, LocalDate day, DayValue own);

    /**
     * What a finding that holds was held against.
     *
     * @param device null for samples taken on site
     */
    record Held(
            String unit,
            String outlet,
            String pollutant,
            LocalDate day,
            @Nullable Integer device,
            boolean judged,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper) {}

    /**
     * A finding that holds.
     *
     * @param reason why it was not judged; null if it was
     * @param outcome {@code meets}, {@code too-low}, {@code too-high} or {@code not-judged}
     * @param value in {@code unitOfMeasure}; null if it was not judged
     */
    record Latest(
            Place place,
            LocalDate day,
            DayMean mean,
            int revision,
            Finding.@Nullable Reason reason,
            String outcome,
            @Nullable BigDecimal value,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @Nullable String unitOfMeasure,
            @Nullable BigDecimal multiple,
            @Nullable String limitSet) {

        /** Whether it was judged. */
        boolean judged() {
            return reason == null;
        }

        /** Whether it is over the limit. */
        boolean exceeds() {
            return broken() != null;
        }

        /** The bound that is broken; null if none is. */
        @Nullable
        BigDecimal broken() {
            return switch (outcome) {
                case "too-low" -> lower;
                case "too-high" -> upper;
                default -> null;
            };
        }
    }
}
