package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.clocks.LegalClock.Counted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every rule once in 2025 and once in 2026, over Spring Festival, Labour Day or National Day where it counts days.
 *
 * <p>How the table was checked: the days off and the weekend days worked were written down from the text of the State
 * Council's notices for 2023, 2025 and 2026, not from {@code calendar-cn.csv}. On that calendar the days that count were
 * ticked off, run by run; the column {@code how} keeps the runs with the count after each, so that a reader can do it
 * again with a wall calendar. "5-8 Feb: 4, 10 Feb: 5" says: the fifth to the eighth of February are four, the tenth is
 * the fifth and last.
 */
class ExpectedDeadlinesTests {

    private static final String TABLE = "/cn/bishui/clocks/expected-deadlines.csv";

    private final LegalClocks clocks = new LegalClocks(WorkingDays.china());

    @ParameterizedTest(name = "{0} from {1} is due {2}")
    @CsvFileSource(resources = TABLE, numLinesToSkip = 1)
    void isDueAsCountedByHand(String rule, String event, String due, String provisional, String how) {
        LegalClock law = clocks.version(rule);
        boolean expectProvisional = provisional.equals("yes");
        if (!law.countsDays()) {
            Expiry expiry = clocks.expiry(law.clock(), beijing(event));
            assertThat(expiry).as(how).isEqualTo(new Expiry(beijing(due), expectProvisional, rule, law.source()));
            return;
        }
        Deadline expected = new Deadline(LocalDate.parse(due), expectProvisional, rule, law.source());
        LocalDate day = LocalDate.parse(event);
        assertThat(clocks.deadline(law.clock(), day)).as(how).isEqualTo(expected);
        // the hour of the event makes no difference to a clock of days
        assertThat(clocks.expiry(law.clock(), beijing(day + "T00:00")).deadline())
                .isEqualTo(expected);
        Expiry fromTheEvening = clocks.expiry(law.clock(), beijing(day + "T23:59:59"));
        assertThat(fromTheEvening.deadline()).isEqualTo(expected);
        assertThat(fromTheEvening.due()).isEqualTo(beijing(due + "T23:59"));
    }

    @Test
    void leavesOutNoClock() throws IOException {
        Set<String> expected;
        try (var table = ExpectedDeadlinesTests.class.getResourceAsStream(TABLE)) {
            expected = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .collect(Collectors.toSet());
        }
        for (LegalClock clock : clocks.all()) {
            boolean isClock = clock.counted() != Counted.NONE;
            assertThat(expected.contains(clock.id())).as(clock.id()).isEqualTo(isClock);
            if (!isClock) {
                assertThat(clock.note()).startsWith("not a clock: ");
            }
        }
    }

    private static Instant beijing(String time) {
        return LocalDateTime.parse(time).atZone(LegalClocks.ZONE).toInstant();
    }
}
