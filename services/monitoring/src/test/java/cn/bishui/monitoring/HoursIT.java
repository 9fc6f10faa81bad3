package cn.bishui.monitoring;

import static cn.bishui.monitoring.Stage.PASSWORD;
import static cn.bishui.monitoring.Stage.entry;
import static cn.bishui.monitoring.Stage.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.monitoring.DailyLimitCorrected;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.HourlyLimitWarned;
import cn.bishui.contracts.monitoring.HourlyWarningCorrected;
import cn.bishui.contracts.monitoring.MonitoringFact;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.Timestamps;
import cn.bishui.monitoring.Stage.Site;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import tools.jackson.databind.JsonNode;

/** From the records of hours to what is told of a day, and what is told otherwise later; over TCP, Kafka and PostgreSQL. */
@MonitoringIT
class HoursIT {

    private static final AtomicInteger QN = new AtomicInteger();
    private static final String DAY = "2026-03-01";

    private static final String ANALYST =
            Tokens.as("env-lab-analyst", Bureau.ENV, "monitoring.analyst", "monitoring.reader");
    private static final String REVIEWER =
            Tokens.as("env-lab-checker", Bureau.ENV, "monitoring.reviewer", "monitoring.reader");
    private static final String ANOTHER_REVIEWER =
            Tokens.as("env-lab-signer", Bureau.ENV, "monitoring.reviewer", "monitoring.reader");
    private static final String BOTH =
            Tokens.as("env-lab-analyst", Bureau.ENV, "monitoring.analyst", "monitoring.reviewer", "monitoring.reader");

    private final Stage stage;
    private final IntakePort port;
    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationContext context;
    private final ScheduledAnnotationBeanPostProcessor schedules;
    private final Environment environment;

    HoursIT(
            Stage stage,
            IntakePort port,
            FactProbe probe,
            JdbcClient jdbc,
            Clock clock,
            ApplicationContext context,
            ScheduledAnnotationBeanPostProcessor schedules,
            Environment environment) {
        this.stage = stage;
        this.port = port;
        this.probe = probe;
        this.jdbc = jdbc;
        this.clock = clock;
        this.context = context;
        this.schedules = schedules;
        this.environment = environment;
    }

    private static String cod(String value, String flag, String cubicMetres) {
        return "w00000-Cou=%s,w00000-Avg=1.00,w00000-Flag=N;w01018-Avg=%s,w01018-Flag=%s"
                .formatted(cubicMetres, value, flag);
    }

    private static String cod(String value) {
        return cod(value, "N", "10.0");
    }

    private void send(Site site, int first, int last, IntFunction<String> values) {
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            for (int hour = first; hour <= last; hour++) {
                send(device, site, "2061", LocalDate.parse(DAY).atTime(hour, 0), values.apply(hour));
            }
        }
    }

    private void sendDay(Site site, String values) {
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            send(device, site, "2031", LocalDate.parse(DAY).atStartOfDay(), values);
        }
    }

    private static void send(PlayedDevice device, Site site, String cn, LocalDateTime at, String values) {
        device.send(Frames.of(Frames.segment(
                "20260302%09d".formatted(QN.incrementAndGet()),
                cn,
                PASSWORD,
                site.mn(),
                "DataTime=%s;%s".formatted(Timestamps.seconds(at), values))));
        assertThat(device.answer().cn()).isEqualTo("9014");
    }

    private List<Map<String, Object>> judgements(Site site, String pollutant) {
        return jdbc.sql("""
                        select * from judgement where unit = :unit and pollutant = :pollutant
                        order by device nulls last, revision""")
                .param("unit", site.unit())
                .param("pollutant", pollutant)
                .query()
                .listOfRows();
    }

    private Map<String, Object> awaitRevision(Site site, int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(judgements(site, "w01018")).hasSize(count));
        return judgements(site, "w01018").getLast();
    }

    private List<String> told(Site site) {
        return probe.heard(MonitoringFact.class).stream()
                .filter(fact -> fact.key().equals(site.unit() + "/" + site.outlet()))
                .filter(fact -> !(fact instanceof HourlyLimitWarned || fact instanceof HourlyWarningCorrected))
                .map(fact -> fact instanceof DailyLimitCorrected corrected
                        ? corrected.revision() + " " + corrected.stands() + " " + corrected.reason()
                        : fact.type())
                .toList();
    }

    private DailyLimitCorrected awaitCorrection(Site site, int revision) {
        return probe.await(
                DailyLimitCorrected.class, fact -> fact.unit().equals(site.unit()) && fact.revision() == revision);
    }

    private DailyLimitExceeded awaitExceedance(Site site) {
        return probe.await(DailyLimitExceeded.class, fact -> fact.unit().equals(site.unit()));
    }

    private void awaitPackets(Site site, long count) {
        await().until(
                        () -> jdbc.sql(
                                        "select count(*) from packet where device = (select id from device where mn = :mn)")
                                .param("mn", site.mn())
                                .query(Long.class)
                                .single(),
                        kept -> kept == count);
    }

    /** As if nothing had come of the day for a while after so many packets. */
    private void settle(Site site, long packets) {
        awaitPackets(site, packets);
        await().until(() -> jdbc.sql("""
                        update day_due set changed_at = changed_at - interval '1 hour', due_at = now()
                        where device = (select id from device where mn = :mn)""").param("mn", site.mn()).update() == 1);
    }

    @Test
    void judgesTheMeanWeightedByFlowAsSoonAsTheDayIsComplete() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(site, 0, 22, hour -> hour < 12 ? cod("40.0", "N", "100.0") : cod("80.0", "N", "300.0"));
        awaitPackets(site, 23);
        assertThat(judgements(site, "w01018")).isEmpty();
        long sent = System.nanoTime();
        send(site, 23, 23, hour -> cod("80.0", "N", "300.0"));

        DailyLimitExceeded fact = awaitExceedance(site);
        assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(5));
        assertThat(fact.value()).isEqualByComparingTo("70");
        assertThat(fact.multiple()).isEqualTo(new BigDecimal("0.40"));
        assertThat(fact.device()).isEqualTo(site.mn());
        Map<String, Object> row = awaitRevision(site, 1);
        assertThat(row)
                .containsEntry("basis", "hours")
                .containsEntry("cause", "first")
                .containsEntry("expected", 24)
                .containsEntry("valid", 24)
                .containsEntry("suspected", false);
        assertThat(row.get("rules").toString()).contains("effective.mean 2018-02-08", "load.valid.day 2020-03-24");

        sendDay(site, "w01018-Avg=69.9,w01018-Flag=N");
        await().untilAsserted(() ->
                assertThat(judgements(site, "w01018").getFirst()).containsEntry("sent", new BigDecimal("69.9")));
        assertThat(judgements(site, "w01018")).hasSize(1);
        assertThat(told(site)).containsExactly("DailyLimitExceeded");

        String page = "/monitoring/outlets/" + site.unit() + "/DW001/days/" + DAY + "/w01018";
        assertThat(stage.page(Stage.reader(), page).body())
                .contains(
                        "Σ(c·q)/Σq = 336000 / 4800 = 70",
                        "100.0% (24/24)",
                        "70 → 70 &gt; 50 mg/L",
                        "69.9",
                        "首次判定",
                        "判定超标")
                .doesNotContain("??");
        assertThat(stage.page(Stage.reader(), page + "?lang=en").body())
                .contains("Effective daily mean", "judged for the first time")
                .doesNotContain("??");
        assertThat(stage.page(Stage.reader(), page + "/hours.csv").body())
                .contains("1," + site.mn() + ",23,80.0,mg/L,N,300.0,有效,1,");
        assertThat(stage.api(Stage.reader(), "/outlets/" + site.unit() + "/DW001/days/" + DAY + "/w01018")
                        .body())
                .contains("\"basis\":\"hours\"", "\"formula\"");
        assertThat(stage.page(
                                Stage.reader(),
                                "/monitoring/outlets/" + site.unit() + "/DW001?from=2026-02-20&to=2026-03-05")
                        .body())
                .contains("<meter", "100.0%")
                .doesNotContain("??");
    }

    @Test
    void judgesAtTheGraceMomentByWhatIsThereAndCorrectsWhenLateHoursCome() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(site, 0, 20, hour -> cod("60.0"));
        settle(site, 21);
        assertThat(awaitExceedance(site).value()).isEqualByComparingTo("60");
        assertThat(awaitRevision(site, 1)).containsEntry("valid", 21).containsEntry("expected", 24);

        send(site, 21, 23, hour -> cod("10.0", "N", "200.0"));
        DailyLimitCorrected fallen = awaitCorrection(site, 1);
        assertThat(fallen.stands()).isFalse();
        assertThat(fallen.reason()).isEqualTo("late-data");
        assertThat(fallen.value()).isEqualByComparingTo("22.963");
        assertThat(fallen.limit()).isNull();

        send(site, 23, 23, hour -> cod("500.0", "N", "200.0"));
        DailyLimitCorrected again = awaitCorrection(site, 2);
        assertThat(again.stands()).isTrue();
        assertThat(again.reason()).isEqualTo("changed-data");
        assertThat(again.multiple()).isPositive();
        send(site, 22, 22, hour -> cod("500.0", "N", "200.0"));
        assertThat(awaitCorrection(site, 3).stands()).isTrue();
        assertThat(told(site))
                .containsExactly(
                        "DailyLimitExceeded", "1 false late-data", "2 true changed-data", "3 true changed-data");
        assertThat(judgements(site, "w01018"))
                .extracting(row -> row.get("latest"))
                .containsExactly(false, false, false, true);
        assertThat(stage.page(Stage.reader(), "/monitoring/outlets/" + site.unit() + "/DW001/days/" + DAY + "/w01018")
                        .body())
                .contains("第4次判定", "已被更正", "更正超标结论", "数据补传")
                .doesNotContain("??");
    }

    @Test
    void doesNotJudgeADayWithTooFewValidHoursOrWithoutDischarge() {
        Site few = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(few, 0, 23, hour -> cod("90.0", hour < 17 ? "N" : "D", "10.0"));
        assertThat(awaitRevision(few, 1)).containsEntry("reason", "not-valid").containsEntry("valid", 17);
        Site enough = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(enough, 0, 23, hour -> cod("90.0", hour < 18 ? "N" : "D", "10.0"));
        awaitExceedance(enough);
        Site dry = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(dry, 0, 23, hour -> cod("90.0", "N", "0"));
        assertThat(awaitRevision(dry, 1))
                .containsEntry("reason", "no-discharge")
                .containsEntry("expected", 0);
        assertThat(told(few)).isEmpty();
        assertThat(told(dry)).isEmpty();
    }

    @Test
    void suspectsADayWithHoursAboveTheRange() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(site, 0, 23, hour -> cod("30.0", hour == 5 ? "T" : "N", "10.0"));
        assertThat(awaitRevision(site, 1)).containsEntry("suspected", true).containsEntry("outcome", "meets");
        assertThat(stage.page(Stage.reader(), "/monitoring/outlets/" + site.unit() + "/DW001/days/" + DAY + "/w01018")
                        .body())
                .contains("疑似超标", "超量程（T）");
    }

    @Test
    void judgesByTheDeviceUntilHoursCome() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        sendDay(site, "w01018-Avg=58.2,w01018-Flag=N");
        awaitExceedance(site);
        send(site, 0, 23, hour -> cod("30.0"));
        DailyLimitCorrected fallen = awaitCorrection(site, 1);
        assertThat(fallen.stands()).isFalse();
        assertThat(awaitRevision(site, 2))
                .containsEntry("basis", "hours")
                .containsEntry("sent", new BigDecimal("58.2"));
        assertThat(told(site)).containsExactly("DailyLimitExceeded", "1 false late-data");
    }

    @Test
    void correctsWhenTheRegisterTellsAnotherLimit() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(site, 0, 23, hour -> cod("60.0"));
        awaitExceedance(site);
        probe.send(entry(site, 2, limit("w01018", null, "80", "mg/L", "2026-01-01", "2030-12-31", "2")));
        DailyLimitCorrected fallen = awaitCorrection(site, 1);
        assertThat(fallen.reason()).isEqualTo("limit-changed");
        assertThat(fallen.stands()).isFalse();
        assertThat(fallen.limitMax()).isEqualByComparingTo("80");
        assertThat(fallen.limitSet()).isEqualTo("2");
    }

    /** This process stops looking, as if it had died; the one that starts next finds what waits. */
    @Test
    void judgesWhatWaitedWhenTheServiceStartsAgain() {
        Object scan = context.getBean("dueDaysScan");
        schedules.postProcessBeforeDestruction(scan, "dueDaysScan");
        try {
            Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
            send(site, 0, 23, hour -> cod("60.0"));
            awaitPackets(site, 24);
            assertThat(judgements(site, "w01018")).isEmpty();
            assertThat(waiting(site)).isEqualTo(1);
            try (ConfigurableApplicationContext again = new SpringApplicationBuilder(MonitoringApplication.class)
                    .run(Stream.concat(
                                    Stream.of(
                                                    "BISHUI_DB_URL",
                                                    "BISHUI_DB_USER",
                                                    "BISHUI_DB_PASSWORD",
                                                    "BISHUI_KAFKA",
                                                    "BISHUI_ISSUER")
                                            .map(name -> "--" + name + "=" + environment.getRequiredProperty(name)),
                                    Stream.of("--server.port=0", "--bishui.hj212.port=0"))
                            .toArray(String[]::new))) {
                assertThat(again.isRunning()).isTrue();
                awaitExceedance(site);
            }
            assertThat(waiting(site)).isZero();
            assertThat(told(site)).containsExactly("DailyLimitExceeded");
        } finally {
            schedules.postProcessAfterInitialization(scan, "dueDaysScan");
        }
    }

    private long waiting(Site site) {
        return jdbc.sql("select count(*) from day_due where device = (select id from device where mn = :mn)")
                .param("mn", site.mn())
                .query(Long.class)
                .single();
    }

    @Test
    void substitutedValuesProveNothing() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(site, 0, 19, hour -> cod("40.0"));
        settle(site, 20);
        awaitRevision(site, 1);
        String path = "/outlets/" + site.unit() + "/DW001/substitutes";
        String body =
                "{\"mn\":\"%s\",\"day\":\"%s\",\"from\":\"%d\",\"to\":\"23\",\"pollutant\":\"w01018\",\"value\":\"900\",\"method\":\"manual\",\"reason\":\"设备故障\"}";
        assertThat(stage.post(ANALYST, path, body.formatted(site.mn(), DAY, 19)).body())
                .contains("substitute.valid");
        assertThat(stage.post(ANALYST, path, body.formatted(site.mn(), DAY, 20)).statusCode())
                .isEqualTo(204);
        send(site, 23, 23, hour -> cod("41.0"));
        settle(site, 21);

        assertThat(awaitRevision(site, 2)).containsEntry("outcome", "meets").containsEntry("valid", 21);
        assertThat(told(site)).isEmpty();
        assertThat(stage.page(Stage.reader(), "/monitoring/outlets/" + site.unit() + "/DW001")
                        .body())
                .contains("900 mg/L", "手工监测", "设备故障")
                .doesNotContain("??");
        assertThat(stage.page(Stage.reader(), "/monitoring/outlets/" + site.unit() + "/DW001/days/" + DAY + "/w01018")
                        .body())
                .contains("900 mg/L 手工监测");
        assertThat(stage.page(ANALYST, "/monitoring/outlets/" + site.unit() + "/DW001/substitutes/new")
                        .body())
                .contains("录入替代值", site.mn())
                .doesNotContain("??");
    }

    private JsonNode enterSample(Site site, String report, String value) {
        HttpResponse<String> answer =
                stage.post(ANALYST, "/on-site-samples", """
                {"unit":"%s","outlet":"DW001","sampledAt":"%sT10:30","report":"%s","officer":"env-inspector","second":"env-inspector-2","laboratory":"区监测站","values":{"w01018":"%s"}}""".formatted(site.unit(), DAY, report, value));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Stage.json().readTree(answer.body());
    }

    private HttpResponse<String> move(String token, JsonNode sample, String move, String reason) {
        return stage.post(
                token,
                "/on-site-samples/" + sample.path("id").asString() + "/" + move,
                "{\"version\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(sample.path("version").asString(), reason));
    }

    @Test
    void aSampleTakenOnSiteWinsOverTheDevice() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(site, 0, 23, hour -> cod("60.0"));
        awaitExceedance(site);
        JsonNode sample = enterSample(site, "JC-2026-001", "38.0");
        assertThat(move(BOTH, sample, "confirm", "").statusCode()).isEqualTo(403);
        assertThat(told(site)).hasSize(1);
        HttpResponse<String> confirmed = move(REVIEWER, sample, "confirm", "");
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);

        DailyLimitCorrected fallen = awaitCorrection(site, 1);
        assertThat(fallen.stands()).isFalse();
        assertThat(fallen.reason()).isEqualTo("on-site-sample");
        assertThat(fallen.value()).isEqualByComparingTo("38");
        assertThat(fallen.device()).isNull();
        assertThat(stage.page(
                                Stage.reader(),
                                "/monitoring/outlets/" + site.unit() + "/DW001?from=2026-02-20&to=2026-03-05")
                        .body())
                .contains("现场监测", "JC-2026-001", "已确认")
                .doesNotContain("??");
        assertThat(stage.page(
                                Stage.reader(),
                                "/monitoring/on-site-samples/"
                                        + sample.path("id").asString())
                        .body())
                .contains("38.0 mg/L", "env-inspector、env-inspector-2", "确认现场监测")
                .doesNotContain("??");

        JsonNode now = Stage.json().readTree(confirmed.body());
        assertThat(move(REVIEWER, now, "withdraw", "报告有误").statusCode()).isEqualTo(403);
        assertThat(move(ANOTHER_REVIEWER, now, "withdraw", "报告有误").statusCode()).isEqualTo(200);
        DailyLimitCorrected again = awaitCorrection(site, 2);
        assertThat(again.stands()).isTrue();
        assertThat(again.device()).isEqualTo(site.mn());
    }

    @Test
    void aSampleTakenOnSiteProvesByItself() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        send(site, 0, 23, hour -> cod("30.0"));
        awaitRevision(site, 1);
        JsonNode sample = enterSample(site, "JC-2026-002", "75000 µg/L");
        assertThat(stage.page(REVIEWER, "/monitoring/todo").body()).contains("JC-2026-002");
        assertThat(stage.submit(
                                REVIEWER,
                                "/monitoring/on-site-samples/"
                                        + sample.path("id").asString() + "/confirm",
                                "version=0")
                        .statusCode())
                .isEqualTo(302);

        DailyLimitExceeded fact = awaitExceedance(site);
        assertThat(fact.value()).isEqualByComparingTo("75");
        assertThat(fact.device()).isNull();
        assertThat(fact.exceedance()).isEqualTo(site.unit() + "-DW001-w01018-" + DAY);
        send(site, 23, 23, hour -> cod("31.0"));
        await().untilAsserted(() -> assertThat(judgements(site, "w01018")).hasSize(3));
        assertThat(told(site)).containsExactly("DailyLimitExceeded");
        assertThat(stage.page(Stage.reader(), "/monitoring").body()).contains("超标0.50倍");
    }

    @Test
    void saysWhatIsWrongWithASample() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        HttpResponse<String> wrong = stage.submit(
                ANALYST,
                "/monitoring/on-site-samples",
                "unit=" + site.unit()
                        + "&outlet=DW001&sampledAt=2026-03-01T10:00&report=J&laboratory=L&officer=a&second=a&values%5Bw01018%5D=x");
        assertThat(wrong.body()).contains("应为数值或未检出").doesNotContain("??");
        HttpResponse<String> same = stage.submit(
                ANALYST,
                "/monitoring/on-site-samples",
                "unit=" + site.unit()
                        + "&outlet=DW001&sampledAt=2026-03-01T10:00&report=J&laboratory=L&officer=a&second=a&values%5Bw01018%5D=5");
        assertThat(same.body()).contains("两名执法人员应为不同的人");
        assertThat(stage.page(ANALYST, "/monitoring/on-site-samples/new?unit=" + site.unit() + "&outlet=DW001&lang=en")
                        .body())
                .contains("Enter an on-site sample", "COD")
                .doesNotContain("??");
    }

    @Test
    void warnsOnceOfAnHourOverTheLimitAndHasASampleKept() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"), limit("w01001", "6", "9", "1"));
        LocalDateTime hour = LocalDateTime.now(clock).minusHours(1).truncatedTo(ChronoUnit.HOURS);
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            send(device, site, "2061", hour, "w01018-Avg=60.5,w01018-Flag=N;w01001-Avg=9.7,w01001-Flag=N");
            Packet command = device.answer();
            assertThat(command.cn()).isEqualTo("3015");
            device.send(Frames.of("QN=%s;ST=91;CN=9011;PW=%s;MN=%s;Flag=4;CP=&&QnRtn=1&&"
                    .formatted(command.qn(), PASSWORD, site.mn())));
            send(device, site, "2061", hour, "w01018-Avg=61.5,w01018-Flag=N;w01001-Avg=9.7,w01001-Flag=N");
            send(device, site, "2061", hour.minusHours(1), "w01018-Avg=61.5,w01018-Flag=D");
            send(device, site, "2061", hour.minusHours(30), "w01018-Avg=61.5,w01018-Flag=N");
            send(device, site, "2061", hour.minusHours(10), "w01018-Avg=61.5,w01018-Flag=N");
        }
        HourlyLimitWarned warned = probe.await(
                HourlyLimitWarned.class,
                fact -> fact.unit().equals(site.unit())
                        && fact.hour()
                                .equals(hour.minusHours(10)
                                        .atZone(clock.getZone())
                                        .toInstant()));
        assertThat(warned.value()).isEqualByComparingTo("61.5");
        List<HourlyLimitWarned> all = probe.heard(HourlyLimitWarned.class).stream()
                .filter(fact -> fact.unit().equals(site.unit()))
                .toList();
        assertThat(all).hasSize(3);
        assertThat(all.getFirst().multiple()).isEqualTo(new BigDecimal("0.21"));
        assertThat(jdbc.sql("select count(*) from device_command c join device d on d.id = c.device where d.mn = :mn")
                        .param("mn", site.mn())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        String outlet = "/monitoring/outlets/" + site.unit() + "/DW001";
        assertThat(stage.page(Stage.duty(), outlet).body())
                .contains("小时超限预警", "61.5", "第1次更正后仍超限", "已下达留样", "知悉")
                .doesNotContain("??");
        assertThat(stage.page(Stage.duty(), "/monitoring/alerts?kind=hour&q=" + site.mn())
                        .body())
                .contains("有1个小时高于限值，最高 9.7")
                .doesNotContain("??");
        String move = "/monitoring/warnings/" + warned.warning() + "/acknowledge";
        assertThat(stage.submit(Stage.duty(), move, "unit=" + site.unit() + "&outlet=DW001")
                        .statusCode())
                .isEqualTo(302);
        assertThat(stage.submit(Stage.duty(), move, "").statusCode()).isEqualTo(409);
        assertThat(stage.page(Stage.duty(), outlet + "?lang=en").body())
                .contains("env-duty-officer")
                .doesNotContain("??");
        assertThat(stage.page(Stage.duty(), outlet).body()).contains("2条全部知悉");
        String together =
                all.stream().map(each -> "id=" + each.warning()).collect(Collectors.joining("&")) + "&id=unknown";
        assertThat(stage.submit(Stage.duty(), "/monitoring/warnings/acknowledge", together)
                        .statusCode())
                .isEqualTo(302);
        assertThat(stage.page(Stage.duty(), outlet).body()).doesNotContain("全部知悉", ">知悉<");
        assertThat(stage.page(Stage.duty(), "/monitoring/alerts?kind=hour&q=" + site.mn())
                        .body())
                .contains("没有待处理的事项");
    }

    private static void resend(PlayedDevice device, Site site, LocalDateTime hour, String values) {
        device.send(Frames.of("QN=20260302%09d;ST=32;CN=2061;PW=%s;MN=%s;Flag=9;RF=1;CP=&&DataTime=%s;%s&&"
                .formatted(QN.incrementAndGet(), PASSWORD, site.mn(), Timestamps.seconds(hour), values)));
        assertThat(device.answer().cn()).isEqualTo("9014");
    }

    private HourlyWarningCorrected awaitWarningCorrected(Site site, int revision) {
        return probe.await(
                HourlyWarningCorrected.class, fact -> fact.unit().equals(site.unit()) && fact.revision() == revision);
    }

    private List<HourlyLimitWarned> warned(Site site) {
        return probe.heard(HourlyLimitWarned.class).stream()
                .filter(fact -> fact.unit().equals(site.unit()))
                .toList();
    }

    private long commands(Site site) {
        return jdbc.sql("select count(*) from device_command c join device d on d.id = c.device where d.mn = :mn")
                .param("mn", site.mn())
                .query(Long.class)
                .single();
    }

    @Test
    void withdrawsAWarningWhenItsHourIsSentOtherwiseAndLetsItStandAgain() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        LocalDateTime hour = LocalDateTime.now(clock).minusHours(5).truncatedTo(ChronoUnit.HOURS);
        String outlet = "/monitoring/outlets/" + site.unit() + "/DW001";
        String alerts = "/monitoring/alerts?kind=hour&q=" + site.mn();
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            send(device, site, "2061", hour, "w01018-Avg=60.5,w01018-Flag=N");
            String id = probe.await(HourlyLimitWarned.class, fact -> fact.unit().equals(site.unit()))
                    .warning();
            String seen = "/monitoring/warnings/" + id + "/acknowledge";
            assertThat(stage.submit(Stage.duty(), seen, "").statusCode()).isEqualTo(302);

            send(device, site, "2061", hour, "w01018-Avg=40.5,w01018-Flag=N");
            HourlyWarningCorrected withdrawn = awaitWarningCorrected(site, 1);
            assertThat(withdrawn.warning()).isEqualTo(id);
            assertThat(withdrawn.stands()).isFalse();
            assertThat(withdrawn.value()).isEqualByComparingTo("40.5");
            assertThat(withdrawn.limit()).isNull();
            assertThat(withdrawn.multiple()).isNull();
            assertThat(withdrawn.reason()).isEqualTo("changed-data");
            assertThat(withdrawn.recordVersion()).isEqualTo(2);
            assertThat(stage.page(Stage.duty(), alerts).body()).contains("没有待处理的事项");
            assertThat(stage.page(Stage.duty(), alerts + "&state=all").body())
                    .contains("有1个小时的预警已撤回", "已撤回")
                    .doesNotContain("??");
            assertThat(stage.page(Stage.duty(), outlet).body())
                    .contains("已撤回", "第1次更正，依据小时记录第2版")
                    .doesNotContain("??");
            assertThat(stage.submit(Stage.duty(), seen, "").body()).contains("已经撤回");

            send(device, site, "2061", hour, "w01018-Avg=41.5,w01018-Flag=N");
            send(device, site, "2061", hour, "w01018-Avg=70.0,w01018-Flag=N");
            HourlyWarningCorrected again = awaitWarningCorrected(site, 2);
            assertThat(again.stands()).isTrue();
            assertThat(again.limit()).isEqualByComparingTo("50");
            assertThat(again.multiple()).isEqualTo(new BigDecimal("0.40"));
            assertThat(again.recordVersion()).isEqualTo(4);
            assertThat(stage.page(Stage.duty(), alerts).body()).contains("有1个小时高于限值，最高 70.0");
            assertThat(stage.page(Stage.duty(), outlet + "?lang=en").body())
                    .contains("still over the limit after correction 2, by version 4")
                    .doesNotContain("??");
            assertThat(stage.submit(Stage.duty(), seen, "").statusCode()).isEqualTo(302);

            send(device, site, "2061", hour, "w01018-Avg=70.0,w01018-Flag=D");
            assertThat(awaitWarningCorrected(site, 3).value()).isNull();
            // a record that is sent again may let the warning stand, and wakes nobody
            resend(device, site, hour, "w01018-Avg=90.0,w01018-Flag=N");
            assertThat(awaitWarningCorrected(site, 4).stands()).isTrue();
            assertThat(stage.page(Stage.duty(), alerts).body()).contains("没有待处理的事项");
        }
        probe.send(entry(site, 2, limit("w01018", null, "100", "mg/L", "2026-01-01", "2030-12-31", "2")));
        HourlyWarningCorrected byLimit = awaitWarningCorrected(site, 5);
        assertThat(byLimit.reason()).isEqualTo("limit-changed");
        assertThat(byLimit.stands()).isFalse();
        assertThat(byLimit.value()).isEqualByComparingTo("90");
        assertThat(warned(site)).hasSize(1);
        assertThat(jdbc.sql("""
                        select r.revision || ' ' || r.stands || ' ' || coalesce(r.value::text, '-') || ' ' || r.record_version
                            || ' ' || r.reason
                        from hourly_warning_revision r join hourly_warning w on w.id = r.warning
                        where w.unit = :unit order by r.revision""").param("unit", site.unit()).query(String.class).list())
                .containsExactly(
                        "0 true 60.5 1 first",
                        "1 false 40.5 2 changed-data",
                        "2 true 70.0 4 changed-data",
                        "3 false - 5 changed-data",
                        "4 true 90.0 6 changed-data",
                        "5 false 90.0 6 limit-changed");
    }

    @Test
    void raisesNoAlarmByARecordThatIsSentAgain() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        LocalDateTime hour = LocalDateTime.now(clock).minusHours(1).truncatedTo(ChronoUnit.HOURS);
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            resend(device, site, hour, "w01018-Avg=60.5,w01018-Flag=N");
            send(device, site, "2061", hour.minusHours(1), "w01018-Avg=61.5,w01018-Flag=N");
            awaitPackets(site, 2);
            probe.await(HourlyLimitWarned.class, fact -> fact.unit().equals(site.unit()));
            assertThat(warned(site)).extracting(HourlyLimitWarned::value).containsExactly(new BigDecimal("61.5"));
            assertThat(commands(site)).isLessThanOrEqualTo(1);
            assertThat(stage.page(Stage.duty(), "/monitoring/alerts?q=" + site.mn() + "&state=all")
                            .body())
                    .contains("有1个小时高于限值，最高 61.5")
                    .doesNotContain("60.5");
        }
    }

    @Test
    void doesNotTakeWhatADeviceSaidBeforeTheDayWasOverForTheWholeDay() {
        Site site = stage.inService(limit("w01018", null, "50", "mg/L"));
        LocalDate today = LocalDate.now(clock);
        try (PlayedDevice device = new PlayedDevice(port.number())) {
            send(device, site, "2031", today.atStartOfDay(), "w01018-Avg=90,w01018-Flag=N");
        }
        String device = "(select id from device where mn = :mn)";
        await().until(() -> jdbc.sql("select count(*) from day_due where device = " + device)
                        .param("mn", site.mn())
                        .query(Long.class)
                        .single()
                == 1);
        // as if all that had been two days ago
        jdbc.sql(
                        "update packet_kept set data_time = data_time - interval '2 days', received = received - 172800 where device = "
                                + device)
                .param("mn", site.mn())
                .update();
        jdbc.sql("update day_due set day = day - 2, due_at = now() where device = " + device)
                .param("mn", site.mn())
                .update();
        assertThat(awaitRevision(site, 1))
                .containsEntry("outcome", "not-judged")
                .containsEntry("reason", "day-not-over");
    }
}
