package cn.bishui.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarFileTests {

    private static final LocalDate EVENT = LocalDate.of(2026, 12, 24);

    @TempDir
    private Path directory;

    @Test
    void settlesAProvisionalDeadlineWhenTheNoticeIsPutThere() throws IOException {
        Path file = directory.resolve("calendar.csv");
        CalendarFile calendar = new CalendarFile(file);
        LegalClocks clocks = new LegalClocks(calendar);
        assertThat(calendar.refresh()).isFalse();
        assertThat(clocks.deadline("CMP-PASS", EVENT))
                .isEqualTo(new Deadline(LocalDate.of(2026, 12, 29), true, "CMP-PASS", "HOT 9"));
        RunningClock running = clocks.start("CMP-PASS", LegalClocks.startOf(EVENT), LegalClocks.startOf(EVENT), "ENV");

        Files.writeString(file, "date,kind\n2026-12-28,weekday_off\n2027-01-01,weekday_off\n");

        assertThat(calendar.refresh()).isTrue();
        assertThat(calendar.refresh()).isFalse();
        assertThat(clocks.deadline("CMP-PASS", EVENT))
                .isEqualTo(new Deadline(LocalDate.of(2026, 12, 30), false, "CMP-PASS", "HOT 9"));
        RunningClock counted = running.recount(clocks);
        assertThat(running.provisional()).isTrue();
        assertThat(counted.provisional()).isFalse();
        assertThat(counted.lastDay()).isEqualTo(LocalDate.of(2026, 12, 30));
        assertThat(counted.event()).isEqualTo(running.event());
    }

    @Test
    void keepsTheCalendarWhenTheFileIsWrong() throws IOException {
        Path file = directory.resolve("calendar.csv");
        CalendarFile calendar = new CalendarFile(file);
        Files.writeString(file, "date,kind\n2027-01-02,weekday_off\n");

        assertThatThrownBy(calendar::refresh).isInstanceOf(IllegalArgumentException.class);

        assertThat(calendar.get()).isSameAs(WorkingDays.china());
    }

    @Test
    void goesBackToTheShippedCalendarWithoutTheFile() throws IOException {
        Path file = directory.resolve("calendar.csv");
        CalendarFile calendar = new CalendarFile(file);
        Files.writeString(file, "date,kind\n2027-01-01,weekday_off\n");
        assertThat(calendar.refresh()).isTrue();
        Files.delete(file);

        assertThat(calendar.refresh()).isTrue();

        assertThat(calendar.get().publishedYears()).doesNotContain(2027);
    }
}
