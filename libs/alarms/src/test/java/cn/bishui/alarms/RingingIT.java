package cn.bishui.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
class RingingIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant PAST = Instant.parse("2026-03-02T01:00:00Z");

    private final Alarms alarms;
    private final AlarmTable table;
    private final AlarmHandlers handlers;
    private final RecordingHandler recorder;
    private final TransactionTemplate transaction;
    private final PlatformTransactionManager transactions;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final DataSource database;
    private final List<FlywayConfigurationCustomizer> customizers;

    RingingIT(
            Alarms alarms,
            AlarmTable table,
            AlarmHandlers handlers,
            RecordingHandler recorder,
            TransactionTemplate transaction,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            SettableClock clock,
            DataSource database,
            List<FlywayConfigurationCustomizer> customizers) {
        this.alarms = alarms;
        this.table = table;
        this.handlers = handlers;
        this.recorder = recorder;
        this.transaction = transaction;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.database = database;
        this.customizers = customizers;
    }

    @Test
    void ringsAtItsMomentAndNotBefore() {
        clock.setTo(PAST);
        Instant moment = PAST.plus(Duration.ofDays(20));
        set("at-its-moment", moment);
        set("before-it", PAST);
        awaitRung("before-it", PAST);
        assertThat(rung("at-its-moment")).isEmpty();

        clock.setTo(moment);

        awaitRung("at-its-moment", moment);
        awaitGone("at-its-moment");
    }

    @Test
    void setsTheAlarmsOfSeveralSubjectsAtOnce() {
        clock.setTo(PAST);
        Instant later = PAST.plus(Duration.ofDays(30));
        set("several-moved", later);

        transaction.executeWithoutResult(_ -> alarms.set(
                Map.of("several-moved", PAST, "several-new", PAST, "several-later", later), RecordingHandler.KIND));

        awaitRung("several-moved", PAST);
        awaitRung("several-new", PAST);
        assertThat(rung("several-later")).isEmpty();
        assertThat(count("select count(*) from alarm where subject = 'several-later'"))
                .isOne();
    }

    @Test
    void ringsNothingThatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            alarms.set("rolled-back", PAST, RecordingHandler.KIND);
            status.setRollbackOnly();
        });
        set("after-it", PAST);
        awaitRung("after-it", PAST);
        assertThat(rung("rolled-back")).isEmpty();
    }

    @Test
    void threeReplicasRingEachMomentOfThousandsOnce() {
        int subjects = 3_000;
        List<AlarmRinger> replicas = Stream.generate(this::replica).limit(2).toList();
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < subjects; i++) {
                alarms.set("walk-" + i, WalkingHandler.FIRST, WalkingHandler.KIND);
            }
        });
        replicas.forEach(AlarmRinger::start);
        try {
            await().atMost(Duration.ofSeconds(50))
                    .untilAsserted(() -> assertThat(
                                    count("select count(*) from alarm where kind = '" + WalkingHandler.KIND + "'"))
                            .isZero());
        } finally {
            replicas.forEach(AlarmRinger::stop);
        }
        String walked = " from rung where subject like 'walk-%'";
        assertThat(count("select count(*)" + walked)).isEqualTo((long) subjects * WalkingHandler.MOMENTS);
        assertThat(count("select count(*) from (select distinct subject, moment" + walked + ")"))
                .isEqualTo((long) subjects * WalkingHandler.MOMENTS);
    }

    @Test
    void triesAgainWhereAHandlerFailsAndLetsOthersPass() {
        AtomicInteger calls = new AtomicInteger();
        recorder.then("fails-twice", _ -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
        });
        recorder.then("fails-always", _ -> {
            throw new IllegalStateException("never");
        });
        set("fails-always", PAST);
        set("fails-twice", PAST);
        set("passes", PAST.plusSeconds(1));

        awaitRung("passes", PAST.plusSeconds(1));
        awaitRung("fails-twice", PAST);
        assertThat(calls).hasValueGreaterThanOrEqualTo(3);
        assertThat(rung("fails-always")).isEmpty();
        assertThat(jdbc.sql("select failure from alarm where subject = 'fails-always' and attempts > 0")
                        .query(String.class)
                        .single())
                .contains("never");
        transaction.executeWithoutResult(_ -> alarms.cancel("fails-always"));
    }

    @Test
    void staysAtItsMomentWhereTheHandlerFailsAfterItHasSetTheNext() {
        recorder.then("sets-and-fails", alarm -> {
            alarms.set(alarm.subject(), alarm.moment().plusSeconds(60), alarm.kind());
            throw new IllegalStateException("after it was set");
        });
        set("sets-and-fails", PAST);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                count("select count(*) from alarm where subject = 'sets-and-fails' and attempts > 0"))
                        .isEqualTo(1));
        assertThat(jdbc.sql("select moment from alarm where subject = 'sets-and-fails'")
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(PAST);
        assertThat(rung("sets-and-fails")).isEmpty();
        transaction.executeWithoutResult(_ -> alarms.cancel("sets-and-fails"));
    }

    /** Whoever saves a subject sets the alarms of all its clocks, also within the handler of one of them. */
    @Test
    void ringsTwoKindsOfOneSubjectEachAtItsMoments() {
        Instant last = WalkingHandler.FIRST.plus(Duration.ofMinutes(1L + WalkingHandler.MOMENTS));
        recorder.then("two-kinds", alarm -> {
            if (alarm.moment().isBefore(last)) {
                alarms.set(alarm.subject(), alarm.moment().plus(Duration.ofMinutes(1)), RecordingHandler.KIND);
            }
            if (alarm.moment().equals(WalkingHandler.FIRST)) {
                alarms.set(alarm.subject(), last, WalkingHandler.KIND);
            }
        });
        transaction.executeWithoutResult(_ -> {
            alarms.set("two-kinds", WalkingHandler.FIRST, RecordingHandler.KIND);
            alarms.set("two-kinds", WalkingHandler.FIRST, WalkingHandler.KIND);
        });

        awaitGone("two-kinds");

        assertThat(count("select count(*) from rung where subject = 'two-kinds' and moment = '" + last + "'"))
                .as("both kinds at the last moment")
                .isEqualTo(2);
    }

    @Test
    void keepsTheOthersOfATransactionThatOneAlarmSpoils() {
        clock.setTo(PAST);
        Instant moment = PAST.plusSeconds(60);
        recorder.then("together-7", _ -> {
            throw new IllegalStateException("spoils it");
        });
        // somebody moves it between claim and commit
        AtomicBoolean moved = new AtomicBoolean();
        recorder.then("together-3", alarm -> {
            if (alarm.moment().equals(moment) && moved.compareAndSet(false, true)) {
                CompletableFuture.runAsync(() -> set("together-3", moment.minusSeconds(1)))
                        .join();
            }
        });
        transaction.executeWithoutResult(_ -> {
            for (int i = 0; i < 15; i++) {
                alarms.set("together-" + i, moment, RecordingHandler.KIND);
            }
        });
        clock.setTo(moment);

        for (int i = 0; i < 15; i++) {
            if (i != 3 && i != 7) {
                awaitRung("together-" + i, moment);
            }
        }
        awaitRung("together-3", moment.minusSeconds(1));
        assertThat(rung("together-7")).isEmpty();
        transaction.executeWithoutResult(_ -> alarms.cancel("together-7"));
    }

    @Test
    void ringsWhatADeadReplicaLeftBehindOnceItsClaimEnds() {
        clock.setTo(PAST);
        Instant moment = PAST.plus(Duration.ofMinutes(5));
        set("left-behind", moment);
        // a replica whose clock is a little ahead claims it, and dies
        List<Claim> claims = table.claim(Set.of(RecordingHandler.KIND), moment, moment.plus(AlarmRinger.CLAIM), 100);
        assertThat(claims).hasSize(1);

        clock.setTo(moment);
        set("rings-meanwhile", moment);
        awaitRung("rings-meanwhile", moment);
        assertThat(rung("left-behind")).isEmpty();

        clock.advance(AlarmRinger.CLAIM);
        awaitRung("left-behind", moment);
        awaitGone("left-behind");
        // and should the dead one still live, it can do nothing any more
        assertThat(table.settle(List.of(new Rung(claims.getFirst(), null)))).isFalse();
    }

    @Test
    void actsOnceWhereTheConnectionDiesBeforeTheCommit() {
        AtomicInteger calls = new AtomicInteger();
        recorder.then("dies", _ -> {
            if (calls.incrementAndGet() == 1) {
                jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                        .query(Boolean.class)
                        .single();
            }
        });
        set("dies", PAST);
        awaitRung("dies", PAST);
        awaitGone("dies");
    }

    @Test
    void doesNothingWhereTheAlarmIsCancelledWhileItRings() throws InterruptedException {
        CountDownLatch ringing = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        recorder.then("cancelled", _ -> {
            ringing.countDown();
            waitFor(cancelled);
        });
        set("cancelled", PAST);
        assertThat(ringing.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        transaction.executeWithoutResult(_ -> alarms.cancel("cancelled"));
        cancelled.countDown();

        set("after-the-cancelled", PAST);
        awaitRung("after-the-cancelled", PAST);
        awaitIdle();
        assertThat(rung("cancelled")).isEmpty();
    }

    @Test
    void ringsAtTheNewMomentOnlyWhereItIsMovedWhileItRings() throws InterruptedException {
        CountDownLatch ringing = new CountDownLatch(1);
        CountDownLatch moved = new CountDownLatch(1);
        recorder.then("moved", alarm -> {
            if (alarm.moment().equals(PAST)) {
                ringing.countDown();
                waitFor(moved);
            }
        });
        set("moved", PAST);
        assertThat(ringing.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        set("moved", PAST.plusSeconds(60));
        moved.countDown();

        awaitRung("moved", PAST.plusSeconds(60));
        awaitGone("moved");
    }

    /** Who changes a subject locks it and then writes its alarm; the handler must not hold the alarm and wait for the subject. */
    @Test
    void doesNotWaitInACircleWithAWriterOfTheSubject() throws InterruptedException {
        jdbc.sql("insert into file (id) values ('circle')").update();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch ringing = new CountDownLatch(1);
        recorder.then("circle", _ -> {
            ringing.countDown();
            waitFor(locked);
            jdbc.sql("select id from file where id = 'circle' for update")
                    .query(String.class)
                    .single();
        });
        set("circle", PAST);
        assertThat(ringing.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select id from file where id = 'circle' for update")
                    .query(String.class)
                    .single();
            locked.countDown();
            alarms.cancel("circle");
        });

        awaitIdle();
        assertThat(rung("circle")).isEmpty();
        awaitGone("circle");
    }

    @Test
    void movesAnAlarmThatIsSetAgainAndTakesAwayWhatIsCancelled() {
        clock.setTo(PAST);
        Instant later = PAST.plusSeconds(3_600);
        set("once", PAST.plusSeconds(60));
        set("once", later);
        transaction.executeWithoutResult(_ -> {
            alarms.set("taken-away", PAST.plusSeconds(60), RecordingHandler.KIND);
            alarms.set("taken-away", PAST.plusSeconds(60), WalkingHandler.KIND);
            alarms.cancel("taken-away", WalkingHandler.KIND);
        });
        assertThat(table.kindsOf("taken-away")).containsExactly(RecordingHandler.KIND);
        transaction.executeWithoutResult(_ -> alarms.cancel("taken-away"));
        clock.setTo(later);

        awaitRung("once", later);
        assertThat(rung("taken-away")).isEmpty();
    }

    @Test
    void refusesWhatCannotRing() {
        assertThatIllegalStateException().isThrownBy(() -> alarms.set("loose", PAST, RecordingHandler.KIND));
        assertThatIllegalStateException().isThrownBy(() -> alarms.cancel("loose"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> alarms.set("unknown", PAST, "nobody's")));
        List<String> refusals = new ArrayList<>();
        recorder.then("stands-still", alarm -> {
            try {
                alarms.set(alarm.subject(), alarm.moment(), alarm.kind());
            } catch (IllegalArgumentException e) {
                refusals.add(e.getMessage());
            }
        });
        set("stands-still", PAST);
        awaitRung("stands-still", PAST);
        assertThat(refusals).singleElement().asString().contains("goes on");
    }

    @Test
    void comesToAServiceThatWasThereBefore() {
        older().load().migrate();
        var withAlarms = older();
        customizers.forEach(each -> each.customize(withAlarms));
        assertThat(withAlarms.isOutOfOrder()).isTrue();
        withAlarms.load().migrate();
        assertThat(count("select count(*) from older.alarm")).isZero();

        var startedAgain = older();
        customizers.forEach(each -> each.customize(startedAgain));
        assertThat(startedAgain.isOutOfOrder()).isFalse();
        assertThat(startedAgain.load().migrate().migrationsExecuted).isZero();
    }

    private FluentConfiguration older() {
        return Flyway.configure().dataSource(database).schemas("older").locations("classpath:db/test");
    }

    private AlarmRinger replica() {
        return new AlarmRinger(table, handlers, AlarmsAutoConfiguration.withinAClaim(transactions), clock, 4);
    }

    private void set(String subject, Instant moment) {
        transaction.executeWithoutResult(_ -> alarms.set(subject, moment, RecordingHandler.KIND));
    }

    private void awaitRung(String subject, Instant moment) {
        await().atMost(SOON).untilAsserted(() -> assertThat(rung(subject)).containsExactly(moment));
    }

    private void awaitGone(String subject) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(table.kindsOf(subject)).isEmpty());
    }

    /** Nobody is in a transaction any more. */
    private void awaitIdle() {
        await().atMost(SOON).untilAsserted(() -> assertThat(count("""
                                select count(*) from pg_stat_activity
                                where datname = current_database() and state like 'idle in transaction%'""")).isZero());
    }

    private List<Instant> rung(String subject) {
        return jdbc.sql("select moment from rung where subject = :subject")
                .param("subject", subject)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the latch");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
