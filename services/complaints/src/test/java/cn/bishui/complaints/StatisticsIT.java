package cn.bishui.complaints;

import static cn.bishui.complaints.ComplaintsClient.HANDLER;
import static cn.bishui.complaints.ComplaintsClient.HEAD;
import static cn.bishui.complaints.ComplaintsClient.OPERATOR;
import static cn.bishui.complaints.ComplaintsClient.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.RateAnswer;
import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** What a year of complaints comes to when counted. */
@BishuiIT
class StatisticsIT {

    private final ComplaintsClient client;
    private final Complaints complaints;
    private final RateAnswer rateAnswer;
    private final SettableClock clock;

    StatisticsIT(Environment environment, Complaints complaints, RateAnswer rateAnswer, SettableClock clock) {
        this.client = new ComplaintsClient(environment);
        this.complaints = complaints;
        this.rateAnswer = rateAnswer;
        this.clock = clock;
    }

    private String taken(String street) {
        Map<String, Object> told = ComplaintsClient.told();
        told.put("street", street);
        return client.takeDown(told).number();
    }

    private void answer(String number) {
        client.move(HANDLER, number, "taking").ok();
        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        client.move(HEAD, number, "result/signature").ok();
    }

    private void keepStreets(String... names) {
        client.put(SUPERVISOR, "/streets", Map.of("streets", List.of(names))).ok();
    }

    private void accept(String number) {
        client.move(OPERATOR, number, "acceptance").ok();
        client.move(OPERATOR, number, "assignment", Map.of("bureau", "WATER")).ok();
    }

    private void rate(String number, int satisfaction) {
        rateAnswer.rate(
                complaints.numbered(number).orElseThrow().file().id(),
                satisfaction,
                null,
                new Actor("reporter", null, null));
    }

    @Test
    void aYearIsCountedByWhatBecameOfItsComplaints() {
        keepStreets("江北街道", "左家镇", "撤并前的乡");
        clock.setTo("2034-12-20T09:00");
        String first = taken("江北街道");
        accept(first);
        clock.setTo("2035-01-10T09:00");
        List<String> late = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            late.add(taken("左家镇"));
        }
        late.forEach(this::accept);
        clock.setTo("2035-06-01T09:00");
        late.forEach(this::answer);
        for (int i = 0; i < 4; i++) {
            String number = taken("江北街道");
            accept(number);
            answer(number);
            rate(number, i < 3 ? 5 : 3);
        }
        for (int i = 0; i < 3; i++) {
            client.move(
                            OPERATOR,
                            taken("撤并前的乡"),
                            "refusal",
                            Map.of("outcome", "not-accept-other-department", "told", "请向住建部门反映"))
                    .ok();
            client.move(
                            OPERATOR,
                            taken("江北街道"),
                            "refusal",
                            Map.of("outcome", "not-accept-repeat", "told", "已在办理", "first", first))
                    .ok();
        }
        keepStreets("江北街道", "左家镇");
        JsonNode year = client.read(SUPERVISOR, "/statistics?from=2035-01-01&to=2035-12-31");
        JsonNode total = year.path("total");
        assertThat(total.path("counts").properties().stream()
                        .map(count -> count.getKey() + " " + count.getValue().asString()))
                .containsExactlyInAnyOrder(
                        "received 13",
                        "accepted 7",
                        "refused 6",
                        "refused-other-department 3",
                        "refused-legal-route 0",
                        "refused-repeat 3",
                        "refused-unsatisfied 0",
                        "answered 7",
                        "in-time 4",
                        "true 7",
                        "rated 4",
                        // one reporter was not: that would be told by the others
                        "satisfied ",
                        "repeats 3");
        assertThat(total.path("inTimeShare").decimalValue()).isEqualByComparingTo("0.571");
        assertThat(total.path("satisfaction").decimalValue()).isEqualByComparingTo("4.5");
        assertThat(keys(year, "street")).containsExactly("江北街道", "左家镇", "");
        assertThat(keys(year, "bureau")).containsExactly("WATER", "");
        assertThat(keys(year, "month")).containsExactly("2035-01", "2035-06");
        assertThat(keys(
                        client.read(ComplaintsClient.head(Bureau.WATER), "/statistics?from=2035-01-01&to=2035-12-31"),
                        "bureau"))
                .containsExactly("WATER");
        assertThat(client.get(ComplaintsClient.READER, "/complaints/report/2036")
                        .body())
                .contains("与2035年比较", "13");
    }

    private static List<String> keys(JsonNode statistics, String dimension) {
        return StreamSupport.stream(statistics.path("by").path(dimension).spliterator(), false)
                .map(line -> line.path("key").asString())
                .toList();
    }
}
