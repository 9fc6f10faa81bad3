package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.enforcement.YellowCardShown;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.TestServers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** People work on while Kafka is away. */
@BishuiIT
class KafkaDownIT {

    private final People people;
    private final FactProbe probe;

    KafkaDownIT(Environment environment, FactProbe probe) {
        this.people = new People(environment);
        this.probe = probe;
    }

    @Test
    void aSignatureSucceedsAndIsToldOnceKafkaIsBack() {
        String unit = Samples.unit();
        probe.send(Samples.exceeded(unit));
        String at = "/clues/" + people.awaitClue(unit, "open").path("id").asString();
        long version = people.post(
                        People.INSPECTOR, at + "/card", Map.of("reason", "超标", "measure", "limit-production"))
                .ok()
                .path("version")
                .asLong();

        TestServers.stopKafka();
        String number;
        try {
            number = people.post(People.HEAD, at + "/card/sign", Map.of("version", version))
                    .ok()
                    .path("number")
                    .asString();
            assertThat(people.get(People.READER, "/enforcement" + at).body()).contains(number);
        } finally {
            TestServers.startKafka();
        }

        YellowCardShown shown =
                probe.await(YellowCardShown.class, fact -> fact.unit().equals(unit));
        assertThat(shown.number()).isEqualTo(number);
        // and the service hears again what is told
        String next = Samples.unit();
        probe.send(Samples.exceeded(next));
        people.awaitClue(next, "open");
        assertThat(probe.heard(YellowCardShown.class))
                .filteredOn(fact -> fact.unit().equals(unit))
                .hasSize(1);
    }
}
