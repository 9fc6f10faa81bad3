package cn.bishui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void hasTheStandardsDefaultsAndBeginsWhenTheDevicesWereMade() throws IOException {
        Path devices = Files.writeString(folder.resolve("devices.csv"), "");
        Files.setLastModifiedTime(devices, FileTime.from(Instant.parse("2026-03-01T20:00:00Z")));
        Options options = Options.parse(List.of(devices.toString(), "localhost:9212"));
        assertThat(options.port()).isEqualTo(9212);
        assertThat(options.interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.patience()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.resends()).isEqualTo(3);
        assertThat(options.firstDay()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void takesOptionsAnywhere() throws IOException {
        Options options = Options.parse(List.of(
                "--interval=5", "d.csv", "--first-day=2026-01-02", "[::1]:1", "--resends=0", "--profiles=p.csv"));
        assertThat(options.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.host()).isEqualTo("[::1]");
        assertThat(options.resends()).isZero();
        assertThat(options.profiles()).isEqualTo(Path.of("p.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d.csv",
                "d.csv localhost",
                "d.csv localhost:x",
                "d.csv localhost:70000",
                "d.csv localhost:1 --interval=0",
                "d.csv localhost:1 --interval",
                "d.csv localhost:1 --colour=red",
                "d.csv localhost:1 --zone=Nowhere/Land --first-day=2026-01-01",
                "d.csv localhost:1 --first-day=tomorrow",
                "d.csv localhost:1 more",
            })
    void saysWhatIsWrong(String line) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).+");
    }

    @Test
    void missesTheDevices() {
        assertThatThrownBy(() -> Options.parse(List.of("nowhere.csv", "localhost:1")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
