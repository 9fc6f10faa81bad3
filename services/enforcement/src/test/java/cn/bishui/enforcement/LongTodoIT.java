package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.enforcement.clue.TakeUpEvidence;
import cn.bishui.testkit.BishuiIT;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@BishuiIT
class LongTodoIT {

    private final People people;
    private final TakeUpEvidence takeUpEvidence;
    private final JdbcClient jdbc;

    LongTodoIT(Environment environment, TakeUpEvidence takeUpEvidence, JdbcClient jdbc) {
        this.people = new People(environment);
        this.takeUpEvidence = takeUpEvidence;
        this.jdbc = jdbc;
    }

    @Test
    void endsWhereNobodyWouldReadOn() {
        List<String> units = Stream.generate(Samples::unit).limit(155).toList();
        try {
            units.forEach(unit -> takeUpEvidence.takeUp(Samples.suspect(unit), Samples.cod("100", "0.25")));

            String todo = people.get(People.INSPECTOR, "/enforcement/todo").body();

            assertThat(todo)
                    .containsPattern("data-total=\"(1\\d\\d|20[01])\"")
                    .containsPattern("还有([5-9]\\d|1[0-4]\\d)项")
                    .contains("href=\"/enforcement/clues?state=undecided\"")
                    .doesNotContain("??");
        } finally {
            for (String rows : List.of(
                    "yellow_card where clue in (select id from clue where unit in (:units))",
                    "exceedance where clue in (select id from clue where unit in (:units))",
                    "clue where unit in (:units)")) {
                jdbc.sql("delete from " + rows).param("units", units).update();
            }
        }
    }
}
