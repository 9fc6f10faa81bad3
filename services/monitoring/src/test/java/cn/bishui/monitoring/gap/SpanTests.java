package cn.bishui.monitoring.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTests {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 1, 0, 0);

    @Test
    void putsTogetherWhatFollowsEachOther() {
        List<LocalDateTime> hours = List.of(START, START.plusHours(1), START.plusHours(3), START.plusHours(4));
        assertThat(Span.of(hours, Duration.ofHours(1), Duration.ofDays(31)))
                .containsExactly(new Span(START, START.plusHours(1)), new Span(START.plusHours(3), START.plusHours(4)));
        assertThat(Span.of(List.of(), Duration.ofHours(1), Duration.ofDays(31))).isEmpty();
    }

    @Test
    void makesNoSpanLongerThanAllowed() {
        List<LocalDateTime> days = List.of(START, START.plusDays(1), START.plusDays(2));
        assertThat(Span.of(days, Duration.ofDays(1), Duration.ofDays(1)))
                .containsExactly(new Span(START, START.plusDays(1)), new Span(START.plusDays(2), START.plusDays(2)));
    }
}
