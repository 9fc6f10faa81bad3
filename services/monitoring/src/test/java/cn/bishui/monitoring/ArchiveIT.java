package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.limit;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.archive.ForgetArchive;
import cn.bishui.monitoring.archive.RawPacket;
import cn.bishui.monitoring.archive.RawPackets;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.SettableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was acknowledged is found again as it came. */
@MonitoringIT
class ArchiveIT {

    private static final Instant LONG_AGO = Instant.parse("2019-03-01T00:00:00Z");

    private final Stage stage;
    private final IntakePort port;
    private final RawPackets packets;
    private final ForgetArchive forgetArchive;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    ArchiveIT(
            Stage stage,
            IntakePort port,
            RawPackets packets,
            ForgetArchive forgetArchive,
            SettableClock clock,
            JdbcClient jdbc) {
        this.stage = stage;
        this.port = port;
        this.packets = packets;
        this.forgetArchive = forgetArchive;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private List<RawPacket> all(int device) {
        List<RawPacket> found = new ArrayList<>();
        packets.each(device, LONG_AGO, LONG_AGO.plus(Duration.ofDays(30)), 100_000, found::add);
        return found;
    }

    /** All that packets are, in words: a record with an array is equal to no other. */
    private static List<String> said(List<RawPacket> packets) {
        return packets.stream()
                .map(each -> "%d %d %d %s %s %s"
                        .formatted(
                                each.partition(),
                                each.offset(),
                                each.device(),
                                each.receivedAt(),
                                each.remote(),
                                new String(each.frame(), ISO_8859_1)))
                .toList();
    }

    private static List<RawPacket> made(int device, int partition, int count, Instant since) {
        List<RawPacket> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new RawPacket(
                    partition,
                    i,
                    device,
                    since.plusMillis(i * 1500L),
                    "127.0.0.1",
                    ("##0009packet " + i).getBytes(ISO_8859_1)));
        }
        return made;
    }

    @Test
    void findsEveryAcknowledgedPacketAgainByteForByteButForThePassword() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        List<String> sent = new ArrayList<>();
        Instant before = clock.instant();
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            for (int i = 0; i < 50; i++) {
                // the last says nothing that can be kept as a reading, and one is sent twice
                String data = i == 49
                        ? "RestartTime=x"
                        : "DataTime=202603010830%02d;w01018-Rtd=%d.40,w01018-Flag=N".formatted(i, i);
                byte[] frame =
                        Frames.of(Frames.segment("20260301083000%03d".formatted(i), "2011", PASSWORD, site.mn(), data));
                for (int j = 0; j < (i == 7 ? 2 : 1); j++) {
                    device.send(frame);
                    assertThat(device.answer().cn()).isEqualTo("9014");
                    String line = new String(frame, ISO_8859_1).strip();
                    sent.add(line.replace("PW=" + PASSWORD, "PW=" + "*".repeat(PASSWORD.length())));
                }
            }
        }
        String from = before.minusSeconds(60)
                .atZone(clock.getZone())
                .toLocalDateTime()
                .toString();
        String until = before.plusSeconds(600)
                .atZone(clock.getZone())
                .toLocalDateTime()
                .toString();
        String path = "/devices/" + site.mn() + "/raw?from=" + from + "&until=" + until;
        await().until(() -> stage.api(Stage.duty(), path).body().lines().count(), lines -> lines == 51);

        HttpResponse<String> answer = stage.api(Stage.duty(), path);
        assertThat(answer.body().lines().map(line -> line.substring(line.indexOf("##"))))
                .containsExactlyElementsOf(sent);
        assertThat(answer.body()).doesNotContain(PASSWORD).contains(" 127.0.0.1 ");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(stage.api(Stage.reader(), path).statusCode()).isEqualTo(403);
        assertThat(stage.page(
                                Stage.duty(),
                                "/monitoring/devices/" + site.mn() + "/raw.txt?from=" + from + "&until=" + until)
                        .body())
                .isEqualTo(answer.body());
        assertThat(stage.page(Stage.duty(), "/monitoring/devices/" + site.mn()).body())
                .contains("raw.txt");
    }

    @Test
    void refusesASpanThatIsNoneOrTooLongAndADeviceThatIsNot() {
        Site site = stage.inService();
        assertThat(stage.api(Stage.duty(), "/devices/" + site.mn() + "/raw?from=yesterday")
                        .statusCode())
                .isEqualTo(422);
        assertThat(stage.api(
                                Stage.duty(),
                                "/devices/" + site.mn() + "/raw?from=2026-01-01T00:00&until=2026-03-01T00:00")
                        .statusCode())
                .isEqualTo(422);
        assertThat(stage.api(
                                Stage.duty(),
                                "/devices/" + site.mn() + "/raw?from=2026-01-02T00:00&until=2026-01-01T00:00")
                        .body())
                .contains("开始时间应早于结束时间");
        assertThat(stage.api(Stage.duty(), "/devices/nobody/raw?from=2026-01-01T00:00&until=2026-01-02T00:00")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void putsSmallBlocksTogetherAndLosesNothing() {
        int device = 900_001;
        List<RawPacket> made = made(device, 5, 5000, LONG_AGO);
        for (int i = 0; i < made.size(); i += 100) {
            packets.keep("compacting", made.subList(i, i + 100));
        }
        packets.keep("compacting", made(900_003, 5, 1, LONG_AGO.plus(Duration.ofDays(1))));
        assertThat(blocks("compacting")).isEqualTo(51);

        // of the day that is not over, by the hour: 2400 packets are 3600 s
        packets.compact(LONG_AGO.plus(Duration.ofHours(3)));
        assertThat(blocks("compacting")).isEqualTo(4);
        assertThat(said(all(device))).isEqualTo(said(made));

        packets.compact(LONG_AGO.plus(Duration.ofDays(2)));
        assertThat(said(all(device))).isEqualTo(said(made));
        assertThat(all(900_003)).hasSize(1);
        assertThat(packets.compact(LONG_AGO.plus(Duration.ofDays(2)))).isEqualTo(new RawPackets.Compacted(0, 0));
        forget("compacting");
    }

    @Test
    void leavesBlocksAsTheyAreWhereOneIsDamaged() {
        int device = 900_002;
        Instant since = LONG_AGO.plus(Duration.ofDays(5));
        List<RawPacket> made = made(device, 6, 300, since);
        for (int i = 0; i < made.size(); i += 100) {
            packets.keep("damaging", made.subList(i, i + 100));
        }
        jdbc.sql("update raw_block set bytes = substr(bytes, 1, 20) where topic_id = 'damaging' and first_offset = 100")
                .update();
        assertThatThrownBy(() -> packets.compact(since.plus(Duration.ofDays(2))))
                .isInstanceOf(RuntimeException.class);
        assertThat(blocks("damaging")).isEqualTo(3);
        forget("damaging");
    }

    @Test
    void keepsAMonthOfReceiptForFiveYears() {
        packets.prepareMonth(LocalDate.parse("2019-10-01"));
        packets.prepareMonth(LocalDate.parse("2019-11-01"));
        packets.keep("forgotten", made(10, 1, 10, Instant.parse("2019-10-31T20:00:00Z")));
        packets.keep("forgotten", made(11, 1, 10, Instant.parse("2019-11-01T20:00:00Z")));
        clock.setTo("2024-11-15T03:40");
        forgetArchive.forget();
        assertThat(jdbc.sql("select devices[1] from raw_block where topic_id = 'forgotten'")
                        .query(Integer.class)
                        .list())
                .containsExactly(11);
        assertThat(jdbc.sql("select to_regclass('raw_block_2019_10') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        jdbc.sql("drop table raw_block_2019_11").update();
    }

    private long blocks(String topicId) {
        return jdbc.sql("select count(*) from raw_block where topic_id = :topic")
                .param("topic", topicId)
                .query(Long.class)
                .single();
    }

    private void forget(String topicId) {
        jdbc.sql("delete from raw_block where topic_id = :topic")
                .param("topic", topicId)
                .update();
    }
}
