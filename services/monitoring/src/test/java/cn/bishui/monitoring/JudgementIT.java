package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.entry;
import static cn.bishui.monitoring.Stage.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.FactProbe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;

/** From a device's day record to the fact that others hear, over TCP, Kafka and PostgreSQL. */
@MonitoringIT
class JudgementIT {

    private static final AtomicInteger QN = new AtomicInteger();

    private final Stage stage;
    private final IntakePort port;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final KafkaListenerEndpointRegistry containers;
    private final KafkaAdmin kafka;

    JudgementIT(
            Stage stage,
            IntakePort port,
            FactProbe probe,
            JdbcClient jdbc,
            KafkaListenerEndpointRegistry containers,
            KafkaAdmin kafka) {
        this.stage = stage;
        this.port = port;
        this.probe = probe;
        this.jdbc = jdbc;
        this.containers = containers;
        this.kafka = kafka;
    }

    private void sendDay(Site site, String day, String values) {
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            device.send(Frames.of(Frames.segment(
                    "20260302%09d".formatted(QN.incrementAndGet()),
                    "2031",
                    PASSWORD,
                    site.mn(),
                    "DataTime=%s000000;%s".formatted(day.replace("-", ""), values))));
            assertThat(device.answer().cn()).isEqualTo("9014");
        }
    }

    private DailyLimitExceeded awaitExceedance(Site site) {
        return probe.await(DailyLimitExceeded.class, fact -> fact.unit().equals(site.unit()));
    }

    private List<DailyLimitExceeded> told(Site site) {
        return probe.heard(DailyLimitExceeded.class).stream()
                .filter(fact -> fact.unit().equals(site.unit()))
                .toList();
    }

    private List<Map<String, Object>> judgements(Site site, String pollutant) {
        return jdbc.sql("""
                        select j.* from judgement j join device d on d.id = j.device
                        where d.mn = :mn and j.pollutant = :pollutant order by j.day, j.revision""")
                .param("mn", site.mn())
                .param("pollutant", pollutant)
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> awaitJudgements(Site site, String pollutant, int count) {
        await().until(() -> judgements(site, pollutant).size(), found -> found == count);
        return judgements(site, pollutant);
    }

    @Test
    void tellsAnExceedanceOnceWithTheLimitItUsed() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        long sent = System.nanoTime();
        sendDay(site, "2026-03-01", "w01018-Cou=84.48,w01018-Min=41.0,w01018-Avg=58.2,w01018-Max=79.6,w01018-Flag=N");

        DailyLimitExceeded fact = awaitExceedance(site);
        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(5));
        assertThat(fact.exceedance()).isEqualTo(site.unit() + "-DW001-w01018-2026-03-01");
        assertThat(fact.pollutantName()).isEqualTo("化学需氧量");
        assertThat(fact.day()).isEqualTo("2026-03-01");
        assertThat(fact.value()).isEqualTo(new BigDecimal("58.2"));
        assertThat(fact.limit()).isEqualTo(new BigDecimal("50"));
        assertThat(fact.unitOfMeasure()).isEqualTo("mg/L");
        assertThat(fact.multiple()).isEqualTo(new BigDecimal("0.16"));
        assertThat(fact.permit()).isEqualTo(site.permit());
        assertThat(fact.limitSet()).isEqualTo("1");
        assertThat(fact.device()).isEqualTo(site.mn());
        assertThat(fact.outletName()).isEqualTo("废水总排放口");

        sendDay(site, "2026-03-01", "w01018-Avg=58.2,w01018-Flag=N");
        awaitJudgements(site, "w01018", 1);
        assertThat(told(site)).hasSize(1);
    }

    @Test
    void keepsAFindingAboutEveryPollutantOfADay() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"), limit("w21003", null, "5", "mg/L"));
        sendDay(
                site,
                "2026-03-01",
                "w00000-Avg=16.80,w00000-Flag=N;w01018-Avg=50.0,w01018-Flag=N;w21003-Avg=9.9,w21003-Flag=D;x1-Avg=1,x1-Flag=N");

        assertThat(awaitJudgements(site, "w01018", 1).getFirst())
                .containsEntry("outcome", "meets")
                .containsEntry("sent", new BigDecimal("50.0"))
                .containsEntry("sent_unit", "mg/L")
                .containsEntry("rounded", new BigDecimal("50"))
                .containsEntry("upper", new BigDecimal("50"))
                .containsEntry("permit", site.permit())
                .containsEntry("permit_version", 1L)
                .containsEntry("limit_set", "1");
        assertThat(judgements(site, "w21003").getFirst())
                .containsEntry("outcome", "not-judged")
                .containsEntry("reason", "not-normal");
        assertThat(judgements(site, "w00000").getFirst()).containsEntry("reason", "no-limit");
        assertThat(judgements(site, "x1").getFirst()).containsEntry("reason", "unknown-pollutant");
        assertThat(told(site)).isEmpty();
    }

    @Test
    void judgesByTheLimitOfTheDay() {
        Site site = stage.inService(
                limit("w01018", null, "50", "mg/L", "2026-01-01", "2026-06-30", "1"),
                limit("w01018", null, "40", "mg/L", "2026-07-01", "2026-12-31", "2"));
        sendDay(site, "2026-06-30", "w01018-Avg=45,w01018-Flag=N");
        sendDay(site, "2026-07-01", "w01018-Avg=45,w01018-Flag=N");

        DailyLimitExceeded fact = awaitExceedance(site);
        assertThat(fact.day()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(fact.limitSet()).isEqualTo("2");
        assertThat(told(site)).hasSize(1);
    }

    @Test
    void judgesMicrogramsByALimitInMilligrams() {
        Site site = stage.inService(limit("w20111", null, "0.001", "mg/L"));
        sendDay(site, "2026-03-01", "w20111-Avg=1.60,w20111-Flag=N");

        DailyLimitExceeded fact = awaitExceedance(site);
        assertThat(fact.value()).isEqualByComparingTo("0.0016");
        assertThat(fact.unitOfMeasure()).isEqualTo("mg/L");
        assertThat(fact.multiple()).isEqualTo(new BigDecimal("0.60"));
    }

    @Test
    void judgesPhByItsRangeWithoutAMultiple() {
        Site site = stage.inService(limit("w01001", "6", "9", "1"));
        sendDay(site, "2026-03-01", "w01001-Avg=9.60,w01001-Flag=N");

        DailyLimitExceeded fact = awaitExceedance(site);
        assertThat(fact.multiple()).isNull();
        assertThat(fact.limit()).isEqualTo(new BigDecimal("9"));
        assertThat(fact.limitMin()).isEqualTo(new BigDecimal("6"));
        assertThat(fact.limitMax()).isEqualTo(new BigDecimal("9"));

        sendDay(site, "2026-03-02", "w01001-Avg=5.20,w01001-Flag=N");
        assertThat(probe.await(
                                DailyLimitExceeded.class,
                                each -> each.unit().equals(site.unit())
                                        && each.day().equals(LocalDate.of(2026, 3, 2)))
                        .limit())
                .isEqualTo(new BigDecimal("6"));
    }

    @Test
    void judgesCodesOf2005AsTheirSuccessors() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        sendDay(site, "2026-03-01", "011-Avg=58.2,011-Flag=N");
        assertThat(awaitExceedance(site).pollutant()).isEqualTo("w01018");
    }

    @Test
    void judgesACorrectedRecordAnewAndTellsWhatIsNewOnly() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        sendDay(site, "2026-03-01", "w01018-Avg=48,w01018-Flag=N");
        awaitJudgements(site, "w01018", 1);
        assertThat(told(site)).isEmpty();

        sendDay(site, "2026-03-01", "w01018-Avg=84,w01018-Flag=N");
        awaitExceedance(site);
        sendDay(site, "2026-03-01", "w01018-Avg=94,w01018-Flag=N");
        List<Map<String, Object>> rows = awaitJudgements(site, "w01018", 3);

        assertThat(rows).extracting(row -> row.get("outcome")).containsExactly("meets", "too-high", "too-high");
        assertThat(rows).extracting(row -> row.get("latest")).containsExactly(false, false, true);
        assertThat(told(site)).hasSize(1);
    }

    @Test
    void judgesWhenTheLimitArrivesAfterTheRecord() {
        Site site = stage.inService();
        sendDay(site, "2026-03-01", "w01018-Avg=58.2,w01018-Flag=N;w21003-Avg=1,w21003-Flag=N");
        awaitJudgements(site, "w01018", 1);
        assertThat(told(site)).isEmpty();

        probe.send(entry(site, 2, limit("w01018", null, "50", "mg/L", "2026-01-01", "2030-12-31", "2")));
        DailyLimitExceeded fact = awaitExceedance(site);

        assertThat(fact.limitSet()).isEqualTo("2");
        assertThat(awaitJudgements(site, "w01018", 2).getLast()).containsEntry("permit_version", 2L);
        assertThat(judgements(site, "w21003")).hasSize(1);
    }

    @Test
    void keepsTheNewestVersionOfAPermitAndIgnoresStaleOnes() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        PermitRegisterEntry newer =
                entry(site, 3, limit("w01018", null, "80", "mg/L", "2026-01-01", "2030-12-31", "3"));
        probe.send(newer);
        probe.send(entry(site, 2, limit("w01018", null, "20", "mg/L", "2026-01-01", "2030-12-31", "2")));
        await().until(
                        () -> jdbc.sql("select version from permit where number = :number")
                                .param("number", site.permit())
                                .query(Long.class)
                                .single(),
                        version -> version == 3);

        sendDay(site, "2026-03-01", "w01018-Avg=58.2,w01018-Flag=N");
        assertThat(awaitJudgements(site, "w01018", 1).getFirst())
                .containsEntry("outcome", "meets")
                .containsEntry("upper", new BigDecimal("80"))
                .containsEntry("limit_set", "3");
    }

    @Test
    void actsOnceOnARegisterEntryThatComesTwice() {
        Site site = stage.inService();
        String event = UUID.randomUUID().toString();
        probe.send(entry(site, 2, limit("w01018", null, "50", "mg/L")), event);
        probe.send(entry(site, 2, limit("w01018", null, "50", "mg/L")), event);
        sendDay(site, "2026-03-01", "w01018-Avg=58.2,w01018-Flag=N");
        awaitExceedance(site);
        assertThat(told(site)).hasSize(1);
    }

    @Test
    void tellsOnceOfAnOutletWithTwoDevices() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        Site second =
                new Site(site.unit(), site.permit(), site.outlet(), site.mn().replace('2', 'B'));
        stage.register(second, second.mn(), PASSWORD);
        stage.putInService(second.mn());
        sendDay(site, "2026-03-01", "w01018-Avg=58.2,w01018-Flag=N");
        awaitExceedance(site);
        sendDay(second, "2026-03-01", "w01018-Avg=59.9,w01018-Flag=N");
        awaitJudgements(second, "w01018", 1);
        assertThat(told(site)).hasSize(1);
    }

    /** The consumer dies after its database commit and before Kafka has the offset: everything comes again. */
    @Test
    void storesOnceAndTellsOnceWhenEverythingIsDeliveredAgain() throws Exception {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        sendDay(site, "2026-03-01", "w01018-Avg=58.2,w01018-Flag=N");
        sendDay(site, "2026-03-01", "w01018-Avg=60.0,w01018-Flag=N");
        awaitExceedance(site);
        awaitJudgements(site, "w01018", 2);
        Map<String, Object> before = counts();

        MessageListenerContainer readings = containers.getListenerContainer("readings");
        readings.stop();
        try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
            var committed = admin.listConsumerGroupOffsets("monitoring.readings")
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
            committed.keySet().forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
            await().ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets("monitoring.readings", start)
                        .all()
                        .get();
                return true;
            });
            readings.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> admin.listConsumerGroupOffsets("monitoring.readings")
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .equals(committed));
        }

        assertThat(counts()).isEqualTo(before);
        assertThat(told(site)).hasSize(1);
        sendDay(site, "2026-03-02", "w01018-Avg=70,w01018-Flag=N");
        awaitJudgements(site, "w01018", 3);
    }

    private Map<String, Object> counts() {
        return jdbc.sql("""
                        select (select count(*) from packet) as packets, (select count(*) from judgement) as judgements,
                               (select count(*) from exceedance) as exceedances,
                               (select sum(repeats) from device_traffic) as repeats,
                               (select count(*) from unusable_packet) as unusable""").query().singleRow();
    }
}
