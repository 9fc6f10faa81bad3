package cn.bishui.monitoring.duty.web;

import cn.bishui.web.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of alert: a bean for each. To add a kind is to add a bean and the texts {@code alert.kind.<kind>}.
 *
 * @param kind as it stands in addresses and message keys
 * @param select a query of the columns {@code ref} (text, names the alert within its kind), {@code since}, {@code mn}, {@code place},
 *     {@code href}, {@code details} (text[] without nulls), {@code due} (timestamptz), {@code seen_at} and {@code seen_by} (null
 *     while nobody has seen to it); it may use the parameters {@code :now}, {@code :day} (24 hours ago), {@code :month} (30 days
 *     ago), {@code :today} (text) and {@code :zone} of the district
 * @param acknowledgedHere whether it is acknowledged in the list; otherwise at its own page, or by what ends it
 * @param words what it says, from its details
 * @param due until when something is to be done, where the query cannot tell; gets when the alert began
 */
record AlertSource(
        String kind,
        String select,
        boolean acknowledgedHere,
        BiFunction<Details, Texts, String> words,
        Function<Instant, @Nullable Instant> due) {

    /** What the query tells of one alert. */
    record Details(List<String> values) {

        String get(int index) {
            return values.get(index);
        }
    }
}
