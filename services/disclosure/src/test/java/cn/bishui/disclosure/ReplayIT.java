package cn.bishui.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** All tables but the record of publications can be made again from the topics. */
@BishuiIT
class ReplayIT {

    private static final List<String> MADE_AGAIN = List.of(
            "select * from public_exceedance where unit_code = :unit order by id",
            "select * from card where unit_code = :unit",
            "select card_exceedance.* from card_exceedance join card on number = card where unit_code = :unit order by exceedance",
            "select * from permit where unit_code = :unit",
            "select outlet.* from outlet join permit on permit = number where unit_code = :unit order by code",
            "select outlet_limit.* from outlet_limit join permit on permit = number where unit_code = :unit order by position",
            "select * from anchor where entries = 77 and :unit <> ''",
            "select * from complaint where street = :unit",
            "select * from drinking_report where quarter = '2019-Q1' and :unit <> ''",
            "select event_id, published_at from publication where unit = :unit order by 1");

    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final KafkaListenerEndpointRegistry listeners;
    private final String kafka;
    private final Site site;
    private final Facts facts = new Facts();

    ReplayIT(
            FactProbe probe,
            JdbcClient jdbc,
            KafkaListenerEndpointRegistry listeners,
            @Value("${spring.kafka.bootstrap-servers}") String kafka,
            Environment environment) {
        this.probe = probe;
        this.jdbc = jdbc;
        this.listeners = listeners;
        this.kafka = kafka;
        this.site = new Site(environment);
    }

    @Test
    void makesTheSameTablesFromTheBeginningOfTheTopics() throws Exception {
        probe.send(facts.permit(1, "in-force"));
        probe.send(facts.permit(2, "suspended"));
        probe.send(facts.exceedance(1));
        probe.send(facts.exceedance(1, Facts.DAY, "98.5", Facts.JUDGED.plusSeconds(60)));
        probe.send(facts.acidity(2));
        probe.send(facts.clueOpened(1));
        probe.send(facts.joined(2));
        probe.send(facts.card(1));
        probe.send(facts.anchor(77));
        probe.send(facts.complaint());
        probe.send(facts.drinkingWater("2019-Q1", 1, null));
        awaitAll();
        List<List<Map<String, Object>>> before = snapshot();

        listeners.stop();
        jdbc.sql(
                        "truncate exceedance, clue, clue_exceedance, card, card_exceedance, permit, outlet, outlet_limit, anchor, complaint, drinking_report, inbox")
                .update();
        assertThat(jdbc.sql("select count(*) from exceedance").query(Long.class).single())
                .isZero();
        forgetWhereItWas();
        listeners.start();
        awaitAll();

        assertThat(snapshot()).isEqualTo(before);
    }

    private void awaitAll() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(site.statuses(facts.unit).split(" ")).containsExactlyInAnyOrder("yellow-card", "clue");
            assertThat(jdbc.sql("select version from permit where unit_code = :unit")
                            .param("unit", facts.unit)
                            .query(Long.class)
                            .list())
                    .containsExactly(2L);
            assertThat(jdbc.sql("select value from exceedance where id = :id")
                            .param("id", facts.exceedanceId(1))
                            .query(String.class)
                            .single())
                    .isEqualTo("98.5");
            assertThat(jdbc.sql("select count(*) from complaint where street = :unit")
                            .param("unit", facts.unit)
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(jdbc.sql("select count(*) from anchor where entries = 77")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        });
    }

    private List<List<Map<String, Object>>> snapshot() {
        return MADE_AGAIN.stream()
                .map(table -> {
                    List<Map<String, Object>> rows =
                            jdbc.sql(table).param("unit", facts.unit).query().listOfRows();
                    assertThat(rows).as(table).isNotEmpty();
                    return rows;
                })
                .toList();
    }

    private void forgetWhereItWas() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(admin.describeConsumerGroups(List.of("disclosure"))
                                    .all()
                                    .get()
                                    .get("disclosure")
                                    .members())
                            .isEmpty());
            admin.deleteConsumerGroups(List.of("disclosure")).all().get();
        }
    }
}
