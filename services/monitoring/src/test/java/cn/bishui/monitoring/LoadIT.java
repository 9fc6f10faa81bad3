package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.monitoring.LoadAccounted;
import cn.bishui.hj212.Timestamps;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a device's hour records to the load of a day, a month and a year. */
@MonitoringIT
class LoadIT {

    private static final AtomicInteger QN = new AtomicInteger(770_000);
    private static final int HOURS = 24;

    private final Stage stage;
    private final IntakePort port;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final LocalDate day;

    LoadIT(Stage stage, IntakePort port, FactProbe probe, JdbcClient jdbc, Clock clock) {
        this.stage = stage;
        this.port = port;
        this.probe = probe;
        this.jdbc = jdbc;
        this.day = LocalDate.now(clock).minusMonths(2).withDayOfMonth(14);
    }

    private void send(Site site, int hour, String values) {
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Frames.of(Frames.segment(
                    "20260302%09d".formatted(QN.incrementAndGet()),
                    "2061",
                    PASSWORD,
                    site.mn(),
                    "DataTime=%s;%s".formatted(Timestamps.seconds(day.atTime(hour, 0)), values))));
            assertThat(device.answer().cn()).isEqualTo("9014");
        }
    }

    private void sendDay(Site site) {
        for (int hour = 0; hour < HOURS; hour++) {
            send(site, hour, "w00000-Cou=60,w00000-Flag=N;w01018-Avg=40.5,w01018-Flag=N");
        }
    }

    private List<LoadAccounted> told(Site site, String period) {
        return probe.heard(LoadAccounted.class).stream()
                .filter(fact -> fact.unit().equals(site.unit()) && fact.period().equals(period))
                .toList();
    }

    private LoadAccounted awaitLoad(Site site, String period, int revision) {
        return probe.await(
                LoadAccounted.class,
                fact -> fact.unit().equals(site.unit()) && fact.period().equals(period) && fact.revision() == revision);
    }

    private long alarms(Site site, String period) {
        return jdbc.sql("select count(*) from alarm where kind = 'load' and subject = :subject")
                .param("subject", "load/%s/%s/%s".formatted(site.unit(), site.outlet(), period))
                .query(Long.class)
                .single();
    }

    /** When the last of so many packets is kept: each of them moves the alarm. */
    private void awaitPackets(Site site, long count) {
        await().until(() -> jdbc.sql("select count(*) from packet p join device d on d.id = p.device where d.mn = :mn")
                        .param("mn", site.mn())
                        .query(Long.class)
                        .single()
                == count);
    }

    private void ring(Site site, String period) {
        await().until(() -> jdbc.sql("""
                                update alarm set moment = now() - interval '1 second', try_at = now(), claim = null
                                where kind = 'load' and subject = :subject""")
                        .param("subject", "load/%s/%s/%s".formatted(site.unit(), site.outlet(), period))
                        .update()
                == 1);
    }

    @Test
    void accountsForADayItsMonthAndItsYearAndAgainWhenAnHourIsCorrected() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        sendDay(site);
        awaitPackets(site, HOURS);
        ring(site, day.toString());

        LoadAccounted first = awaitLoad(site, day.toString(), 1);
        // 24 h * 60 m³ * 40.5 mg/L
        assertThat(first.kilograms()).isEqualByComparingTo("58.320");
        assertThat(first.cubicMetres()).isEqualByComparingTo("1440");
        assertThat(first.validPercent()).isEqualByComparingTo("100");
        assertThat(first.validity()).isEqualTo("valid");
        assertThat(first.pollutantName()).isEqualTo("化学需氧量");
        assertThat(first.outletName()).isEqualTo("废水总排放口");

        String month = YearMonth.from(day).toString();
        ring(site, month);
        LoadAccounted ofMonth = awaitLoad(site, month, 1);
        assertThat(ofMonth.kilograms()).isEqualByComparingTo("58.320");
        // counted from its first day on: the days behind it have no data
        assertThat(ofMonth.validity()).isEqualTo("too-few");
        String year = String.valueOf(day.getYear());
        assertThat(alarms(site, year)).isOne();

        send(site, 5, "w00000-Cou=60,w00000-Flag=N;w01018-Avg=140.5,w01018-Flag=N");
        awaitPackets(site, HOURS + 1);
        ring(site, day.toString());
        assertThat(awaitLoad(site, day.toString(), 2).kilograms()).isEqualByComparingTo("64.320");
        ring(site, month);
        assertThat(awaitLoad(site, month, 2).kilograms()).isEqualByComparingTo("64.320");
        assertThat(told(site, day.toString())).hasSize(2);

        String page = stage.page(
                        Tokens.as("env-duty", Bureau.ENV, "monitoring.duty"),
                        "/monitoring/outlets/%s/%s/loads?month=%s".formatted(site.unit(), site.outlet(), month))
                .body();
        assertThat(page).contains("64.32", "有效数据不足", "第2次");
        assertThat(stage.page(Stage.duty(), "/monitoring/alerts?kind=month-validity&q=" + site.mn())
                        .body())
                .contains("月有效数据不足", month + " 有1项有效数据比例低于规定", "/loads?month=" + month);
    }

    @Test
    void tellsNothingNewWhereNothingIsOther() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(site, 1, "w00000-Cou=60,w00000-Flag=N;w01018-Avg=40.5,w01018-Flag=N");
        awaitPackets(site, 1);
        ring(site, day.toString());
        assertThat(awaitLoad(site, day.toString(), 1).validity()).isEqualTo("too-few");

        send(site, 1, "w00000-Cou=60,w00000-Flag=N;w01018-Avg=40.50,w01018-Flag=N;w01001-Avg=7.1,w01001-Flag=N");
        awaitPackets(site, 2);
        ring(site, day.toString());
        await().until(() -> alarms(site, day.toString()) == 0);
        assertThat(told(site, day.toString())).hasSize(1);
    }

    @Test
    void accountsForNothingWithoutFlowOrOnADayThatADevicesClockMadeUp() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(site, 1, "w01018-Avg=40.5,w01018-Flag=N");
        awaitPackets(site, 1);
        ring(site, day.toString());
        await().until(() -> alarms(site, day.toString()) == 0);
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Frames.of(Frames.segment(
                    "20260302%09d".formatted(QN.incrementAndGet()),
                    "2061",
                    PASSWORD,
                    site.mn(),
                    "DataTime=20000101000000;w00000-Cou=60,w00000-Flag=N;w01018-Avg=40.5,w01018-Flag=N")));
            assertThat(device.answer().cn()).isEqualTo("9014");
        }
        awaitPackets(site, 2);
        assertThat(alarms(site, "2000-01-01")).isZero();
        assertThat(jdbc.sql("select count(*) from load_account where unit = :unit")
                        .param("unit", site.unit())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
