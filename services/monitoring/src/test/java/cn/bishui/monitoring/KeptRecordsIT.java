package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.hj212.Measure;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MonitoringIT
class KeptRecordsIT {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 3, 1, 8, 0);

    private final Stage stage;
    private final IntakePort port;
    private final KeptRecords records;
    private final Devices devices;

    KeptRecordsIT(Stage stage, IntakePort port, KeptRecords records, Devices devices) {
        this.stage = stage;
        this.port = port;
        this.records = records;
        this.devices = devices;
    }

    @Test
    void readsTheLatestVersionOfARecordAndOnRequestAllOfThem() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        int device = devices.find(site.mn()).orElseThrow().id();
        try (PlayedDevice played = new PlayedDevice(port.number())) {
            send(
                    played,
                    site,
                    1,
                    "DataTime=20260301080000;w00000-Cou=60.5,w00000-Flag=N;w01018-Avg=38.40,w01018-Flag=N");
            send(played, site, 2, "DataTime=20260301090000;w01018-Avg=41,w01018-Flag=D");
            send(played, site, 3, "DataTime=20260301080000;w01018-Avg=12.5,w01018-Flag=N");
        }
        await().until(
                        () -> records.versions(device, 2061, MORNING, MORNING.plusHours(2))
                                .size(),
                        found -> found == 3);

        List<KeptRecord> hours = records.between(device, 2061, MORNING, MORNING.plusHours(2));
        assertThat(hours).extracting(KeptRecord::dataTime).containsExactly(MORNING, MORNING.plusHours(1));
        assertThat(hours).extracting(KeptRecord::version).containsExactly(2, 1);
        assertThat(hours.getFirst().values().get("w01018").value(Measure.AVG)).contains(new BigDecimal("12.5"));
        assertThat(hours.getLast().values().get("w01018").flag()).isEqualTo("D");
        assertThat(records.versions(device, 2061, MORNING, MORNING.plusHours(1)))
                .extracting(
                        each -> each.values().get("w01018").value(Measure.AVG).orElseThrow())
                .containsExactly(new BigDecimal("38.40"), new BigDecimal("12.5"));
        assertThat(records.between(device, 2061, MORNING.plusHours(1), MORNING.plusHours(1)))
                .isEmpty();
    }

    @Test
    void readsTheLatestRecordOfEachDeviceHoweverLongAgoAndNoneOfAClockGoneWrong() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        Site quiet = stage.inService(limit("w01018", null, "50", "mg/L"));
        Site never = stage.inService(limit("w01018", null, "50", "mg/L"));
        try (PlayedDevice played = new PlayedDevice(port.number())) {
            send(played, site, 1, "DataTime=20260301080000;w01018-Avg=38.40,w01018-Flag=N");
            send(played, site, 2, "DataTime=20260301090000;w01018-Avg=41.0,w01018-Flag=N");
            send(played, site, 3, "DataTime=20991231090000;w01018-Avg=1,w01018-Flag=N");
            send(played, quiet, 4, "DataTime=20240301090000;w01018-Avg=7,w01018-Flag=N");
        }
        List<Integer> ids = List.of(id(site), id(quiet), id(never));
        LocalDateTime now = LocalDateTime.of(2026, 3, 1, 9, 30);
        await().until(() -> records.latest(ids, 2061, now).size(), found -> found == 2);
        await().until(
                        () -> records.versions(id(site), 2061, MORNING, MORNING.plusYears(90))
                                .size(),
                        found -> found == 3);

        Map<Integer, KeptRecord> latest = records.latest(ids, 2061, now);
        assertThat(latest.get(id(site)).dataTime()).isEqualTo(MORNING.plusHours(1));
        assertThat(latest.get(id(site)).values().get("w01018").value(Measure.AVG))
                .contains(new BigDecimal("41.0"));
        assertThat(latest.get(id(quiet)).dataTime()).isEqualTo(LocalDateTime.of(2024, 3, 1, 9, 0));
        assertThat(latest).doesNotContainKey(id(never));
    }

    private int id(Site site) {
        return devices.find(site.mn()).orElseThrow().id();
    }

    private static void send(PlayedDevice device, Site site, int qn, String data) {
        device.send(
                Frames.of(Frames.segment("20260302%09d".formatted(880_000 + qn), "2061", PASSWORD, site.mn(), data)));
        assertThat(device.answer().cn()).isEqualTo("9014");
    }
}
