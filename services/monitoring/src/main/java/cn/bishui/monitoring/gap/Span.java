package cn.bishui.monitoring.gap;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that follow each other.
 *
 * @param first beginning of the first record
 * @param last beginning of the last record
 */
public record Span(LocalDateTime first, LocalDateTime last) {

    /** Whether a record is one of them. */
    public boolean holds(LocalDateTime record) {
        return !record.isBefore(first) && !record.isAfter(last);
    }

    /**
     * Puts together what follows each other.
     *
     * @param records their beginnings, in order
     * @param longest no span is longer
     */
    static List<Span> of(List<LocalDateTime> records, Duration period, Duration longest) {
        List<Span> spans = new ArrayList<>();
        for (LocalDateTime record : records) {
            Span before = spans.isEmpty() ? null : spans.getLast();
            boolean follows = before != null
                    && before.last().plus(period).equals(record)
                    && !record.isAfter(before.first().plus(longest));
            if (before != null && follows) {
                spans.set(spans.size() - 1, new Span(before.first(), record));
            } else {
                spans.add(new Span(record, record));
            }
        }
        return spans;
    }
}
