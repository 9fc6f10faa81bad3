package cn.bishui.complaints;

import static cn.bishui.complaints.ComplaintsClient.BOTH;
import static cn.bishui.complaints.ComplaintsClient.CALLER;
import static cn.bishui.complaints.ComplaintsClient.COLLEAGUE;
import static cn.bishui.complaints.ComplaintsClient.HANDLER;
import static cn.bishui.complaints.ComplaintsClient.HEAD;
import static cn.bishui.complaints.ComplaintsClient.OPERATOR;
import static cn.bishui.complaints.ComplaintsClient.SECOND_SUPERVISOR;
import static cn.bishui.complaints.ComplaintsClient.SUPERVISOR;
import static cn.bishui.complaints.ComplaintsClient.handler;
import static cn.bishui.complaints.ComplaintsClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditVerdict;
import cn.bishui.audit.AuditVerifier;
import cn.bishui.clocks.RunningClock;
import cn.bishui.complaints.complaint.AskReexamination;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.complaints.ComplaintActFound;
import cn.bishui.contracts.complaints.ComplaintAnswered;
import cn.bishui.contracts.complaints.ComplaintCorrected;
import cn.bishui.contracts.complaints.ComplaintRefused;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A complaint's way from the operator to the reporter's answer, over HTTP. */
@BishuiIT
class WalkIT {

    private final ComplaintsClient client;
    private final Complaints complaints;
    private final AskReexamination askReexamination;
    private final AuditVerifier verifier;
    private final FactProbe probe;
    private final JdbcClient jdbc;

    WalkIT(
            Environment environment,
            Complaints complaints,
            AskReexamination askReexamination,
            AuditVerifier verifier,
            FactProbe probe,
            JdbcClient jdbc) {
        this.client = new ComplaintsClient(environment);
        this.complaints = complaints;
        this.askReexamination = askReexamination;
        this.verifier = verifier;
        this.probe = probe;
        this.jdbc = jdbc;
    }

    private List<String> moves(String token, String number) {
        return StreamSupport.stream(
                        client.read(token, "/complaints/" + number)
                                .path("moves")
                                .spliterator(),
                        false)
                .map(JsonNode::asString)
                .toList();
    }

    private String state(String number) {
        return client.read(SUPERVISOR, "/complaints/" + number).path("state").asString();
    }

    @Test
    void goesFromTheOperatorToTheReportersAnswer() {
        ComplaintsClient.Taken taken = client.takeDown();
        String number = taken.number();
        assertThat(number).matches("JB-\\d{4}-\\d{7}");
        assertThat(taken.secret()).hasSize(16);
        assertThat(moves(OPERATOR, number)).containsExactly("accept", "accept-urgent", "refuse", "fact", "matter");
        assertThat(moves(SUPERVISOR, number)).containsExactly("urge", "fact", "matter");

        client.move(OPERATOR, number, "acceptance").ok();
        assertThat(moves(OPERATOR, number)).containsExactly("assign", "fact", "matter");
        client.move(OPERATOR, number, "assignment", Map.of("bureau", "WATER", "joint", List.of("TOWN")))
                .ok();

        assertThat(moves(HANDLER, number)).containsExactly("take", "object", "act", "fact");
        assertThat(moves(HEAD, number)).containsExactly("object");
        assertThat(moves(handler(Bureau.TOWN), number)).containsExactly("act", "fact");
        client.move(HANDLER, number, "taking").ok();
        assertThat(moves(HANDLER, number)).containsExactly("draft", "ask-time", "act", "fact");
        assertThat(moves(COLLEAGUE, number)).containsExactly("take-over", "act", "fact");

        client.move(HANDLER, number, "time", Map.of("days", "30", "reason", "等待检测报告"))
                .ok();
        assertThat(moves(HANDLER, number)).containsExactly("draft", "act", "fact");
        assertThat(moves(HEAD, number)).containsExactly("grant-time", "deny-time");
        client.move(HEAD, number, "time/grant").ok();

        client.move(
                        HANDLER,
                        number,
                        "act",
                        Map.of(
                                "unit", "91220202MADEMQ2B7L",
                                "unitName", "北岸纸板（示例）有限公司",
                                "act", "雨水口混入生产废水",
                                "foundOn", "2020-01-01"))
                .ok();
        ComplaintActFound found =
                probe.await(ComplaintActFound.class, fact -> fact.number().equals(number));
        assertThat(found.act()).isEqualTo("雨水口混入生产废水");
        assertThat(moves(HANDLER, number)).containsExactly("draft", "fact");

        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        assertThat(moves(HEAD, number)).containsExactly("sign", "return-result");
        client.move(HEAD, number, "result/return", Map.of("reason", "请写明整改期限")).ok();
        JsonNode back = client.read(HANDLER, "/complaints/" + number);
        assertThat(back.path("sentBack").path("reason").asString()).isEqualTo("请写明整改期限");
        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        client.move(HEAD, number, "result/signature").ok();

        ComplaintAnswered answered =
                probe.await(ComplaintAnswered.class, fact -> fact.number().equals(number));
        assertThat(answered.bureau()).isEqualTo("WATER");
        assertThat(answered.inTime()).isTrue();
        ComplaintsClient.Answer seen = client.get("", "/12369/api/complaints/" + number + "?secret=" + taken.secret());
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.body()).contains("已责令改正");
        assertThat(verifier.verify()).isInstanceOf(AuditVerdict.Sound.class);
    }

    @Test
    void whoDraftedDoesNotSignAndWhoAnsweredDoesNotReexamine() {
        String number = client.assigned(Bureau.WATER).number();
        client.move(BOTH, number, "taking").ok();
        client.move(BOTH, number, "result", ComplaintsClient.result()).ok();
        assertThat(moves(BOTH, number)).doesNotContain("sign", "return-result");
        ComplaintsClient.Answer own = client.move(BOTH, number, "result/signature");
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.code()).isEqualTo("complaint.four-eyes");
        client.move(HEAD, number, "result/signature").ok();

        askReexamination.ask(
                complaints.numbered(number).orElseThrow().file().id(), "没有解决", new Actor("reporter", null, null));
        assertThat(moves(SUPERVISOR, number)).startsWith("rule");
        client.move(SUPERVISOR, number, "ruling", Map.of("verdict", "amended", "text", "复查后已补充整改"))
                .ok();
        askReexamination.askReview(
                complaints.numbered(number).orElseThrow().file().id(), "还是没有", new Actor("reporter", null, null));
        assertThat(moves(SUPERVISOR, number)).doesNotContain("rule");
        assertThat(client.move(SUPERVISOR, number, "ruling", Map.of("verdict", "upheld", "text", "维持"))
                        .code())
                .isEqualTo("complaint.four-eyes");
        client.move(SECOND_SUPERVISOR, number, "ruling", Map.of("verdict", "upheld", "text", "维持"))
                .ok();
        assertThat(state(number)).isEqualTo("closed");
    }

    @Test
    void anObjectionIsSettledOnceAndAnUnclearAnswerComesBack() {
        String number = client.assigned(Bureau.LAND).number();
        client.move(handler(Bureau.LAND), number, "objection", Map.of("reason", "属于农水局职责"))
                .ok();
        assertThat(moves(SUPERVISOR, number)).startsWith("settle");
        client.move(SUPERVISOR, number, "settlement", Map.of("bureau", "WATER", "reason", "河道归农水局"))
                .ok();
        assertThat(moves(HANDLER, number)).contains("take").doesNotContain("object");
        assertThat(client.get(handler(Bureau.LAND), "/api/complaints/v1/complaints/" + number)
                        .status())
                .isEqualTo(404);
        client.move(HANDLER, number, "taking").ok();
        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        client.move(HEAD, number, "result/signature").ok();
        client.move(SUPERVISOR, number, "answer/return", Map.of("reason", "没有说明整改结果"))
                .ok();
        assertThat(state(number)).isEqualTo("investigating");
    }

    @Test
    void aRepeatKeepsWhatIsNewWithTheFirst() {
        String first = client.assigned(Bureau.WATER).number();
        Map<String, Object> told = ComplaintsClient.told();
        told.put("content", "还在排，这次颜色发红");
        String repeat = client.takeDown(told).number();
        ComplaintsClient.Answer without =
                client.move(OPERATOR, repeat, "refusal", Map.of("outcome", "not-accept-repeat", "told", "已在办理"));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().path("errors").get(0).path("field").asString())
                .isEqualTo("first");
        client.move(OPERATOR, repeat, "refusal", Map.of("outcome", "not-accept-repeat", "told", "已在办理", "first", first))
                .ok();
        assertThat(probe.await(ComplaintRefused.class, fact -> fact.number().equals(repeat))
                        .linkedTo())
                .isEqualTo(complaints.numbered(first).orElseThrow().file().id().toString());
        client.move(OPERATOR, repeat, "facts", Map.of("words", "下午四点又排一次")).ok();
        assertThat(client.get(HANDLER, "/complaints/" + first).body())
                .contains("还在排，这次颜色发红", "下午四点又排一次")
                .doesNotContain("/complaints/" + repeat);

        client.move(SUPERVISOR, repeat, "overturning", Map.of("reason", "是另一个排口"))
                .ok();
        assertThat(state(repeat)).isEqualTo("accepted");
    }

    @Test
    void allFaultsAreNamedAtOnceAndTheSameRequestIsTakenOnce() {
        ComplaintsClient.Answer wrong = client.post(
                OPERATOR,
                "/complaints",
                Map.of("channel", "pigeon", "pollutionType", "magic", "reach", "sms", "longitude", "126.5"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(StreamSupport.stream(wrong.json().path("errors").spliterator(), false)
                        .map(fault -> fault.path("field").asString()))
                .contains("channel", "content", "address", "pollutionType", "longitude", "reporterPhone");

        Map<String, Object> told = ComplaintsClient.told();
        told.put("reporterName", "张三");
        told.put("reporterPhone", "13800000001");
        told.put("then", "urgent");
        ComplaintsClient.Answer once = client.post(OPERATOR, "/complaints", told, "Idempotency-Key", "k-1");
        ComplaintsClient.Answer again = client.post(OPERATOR, "/complaints", told, "Idempotency-Key", "k-1");
        assertThat(once.status()).as(once.body()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(once.json());
        told.put("content", "别的事");
        assertThat(client.post(OPERATOR, "/complaints", told, "Idempotency-Key", "k-1")
                        .code())
                .isEqualTo("complaint.request-differs");
        JsonNode file = client.read(
                OPERATOR, "/complaints/" + once.json().path("number").asString());
        assertThat(file.path("state").asString()).isEqualTo("accepted");
        assertThat(file.path("urgent").asBoolean()).isTrue();
        assertThat(file.toString()).doesNotContain("张三", "13800000001");
    }

    @Test
    void aReporterWithATelephoneIsToldByTheHotline() {
        Map<String, Object> told = ComplaintsClient.told();
        told.put("reporterName", "李四");
        told.put("reporterPhone", "13800000002");
        String number = client.takeDown(told).number();
        client.move(OPERATOR, number, "acceptance").ok();
        JsonNode notice =
                client.read(OPERATOR, "/complaints/" + number).path("notices").get(0);
        assertThat(notice.path("kind").asString()).isEqualTo("accepted");
        String at = "/complaints/" + number + "/notices/" + notice.path("id").asString();
        assertThat(client.post(OPERATOR, at, Map.of()).status()).isEqualTo(422);
        client.post(CALLER, at, Map.of("reached", "true", "note", "已电话告知")).ok();
        assertThat(client.post(OPERATOR, at, Map.of("reached", "true")).code()).isEqualTo("complaint.notice-done");
        assertThat(client.post(
                                OPERATOR,
                                "/complaints/" + client.takeDown().number() + "/notices/"
                                        + notice.path("id").asString(),
                                Map.of("reached", "true"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aCorrectedPlaceIsToldAndNoStreetIsMadeUp() {
        client.put(SUPERVISOR, "/streets", Map.of("streets", List.of("江北街道", "左家镇")))
                .ok();
        Map<String, Object> told = ComplaintsClient.told();
        told.put("street", "随便写的地方");
        assertThat(client.post(OPERATOR, "/complaints", told).body()).contains("街道名录里没有“随便写的地方”");
        told.put("street", "江北街道");
        String number = client.takeDown(told).number();
        assertThat(client.move(
                                OPERATOR,
                                number,
                                "matter",
                                Map.of("address", "新地址1号", "pollutionType", "air", "street", "随便写的地方"))
                        .code())
                .isEqualTo("street.unknown");

        client.move(OPERATOR, number, "matter", Map.of("address", "新地址1号", "pollutionType", "air", "street", "左家镇"))
                .ok();

        ComplaintCorrected corrected =
                probe.await(ComplaintCorrected.class, fact -> fact.number().equals(number));
        assertThat(corrected.pollutionType()).isEqualTo("air");
        assertThat(corrected.waterSubtype()).isNull();
        assertThat(corrected.street()).isEqualTo("左家镇");

        // it may keep the street that has left the list since
        client.put(SUPERVISOR, "/streets", Map.of("streets", List.of("江北街道"))).ok();
        client.move(OPERATOR, number, "matter", Map.of("address", "新地址2号", "pollutionType", "air", "street", "左家镇"))
                .ok();
    }

    @Test
    void theBureauThatHasToDoItAgainSeesWhatWasWrong() {
        String number = client.assigned(Bureau.WATER).number();
        client.move(HANDLER, number, "taking").ok();
        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        client.move(HEAD, number, "result/signature").ok();
        askReexamination.ask(
                complaints.numbered(number).orElseThrow().file().id(), "第二天又排了", new Actor("reporter", null, null));

        client.move(SUPERVISOR, number, "ruling", Map.of("verdict", "redo", "text", "没有查夜间"))
                .ok();

        assertThat(state(number)).isEqualTo("assigned");
        assertThat(client.get(HANDLER, "/complaints/" + number).body())
                .contains(
                        "以前的答复",
                        "第二天又排了",
                        ComplaintsClient.result().get("answer").toString());
        client.move(HANDLER, number, "taking").ok();
    }

    @Test
    void theFirstTimeLimitToEndIsTheOneThatPresses() {
        String number = client.assigned(Bureau.WATER).number();
        JsonNode row =
                client.read(HANDLER, "/complaints?q=" + number).path("items").get(0);
        RunningClock pressing = complaints
                .numbered(number)
                .orElseThrow()
                .file()
                .clocks()
                .pressing()
                .orElseThrow();
        assertThat(pressing.clock()).isEqualTo(HotlineClocks.PASS);
        assertThat(Instant.parse(row.path("due").asString())).isEqualTo(pressing.due());
    }

    @Test
    void aReporterIsNotToldWhatWasToBeFilledIn() {
        String number = client.takeDown().number();
        assertThat(client.move(
                                OPERATOR,
                                number,
                                "refusal",
                                Map.of("outcome", "not-accept-other-department", "told", "请向【请填写：部门、电话】反映。"))
                        .body())
                .contains("请把【请填写】的地方填好");
        assertThat(state(number)).isEqualTo("received");
    }

    @Test
    void nothingHappensTomorrow() {
        Map<String, Object> told = ComplaintsClient.told();
        told.put("occurredOn", "2099-01-01");
        assertThat(client.post(OPERATOR, "/complaints", told).body()).contains("日期不能晚于今天");
    }

    @Test
    void anOperatorsKeyTellsNothingOfTheReporter() throws Exception {
        Map<String, Object> told = ComplaintsClient.told();
        told.put("reporterPhone", "13800000009");
        assertThat(client.post(OPERATOR, "/complaints", told, "Idempotency-Key", "k-9")
                        .status())
                .isEqualTo(201);
        // whoever has the store knows all of it but the phone, and tries every phone
        String guessed = Stream.of(
                        "channel",
                        "content",
                        "address",
                        "street",
                        "longitude",
                        "latitude",
                        "subjectName",
                        "pollutionType",
                        "waterSubtype",
                        "occurredOn",
                        "wish",
                        "reporterName",
                        "reporterPhone",
                        "reporterAddress",
                        "reach",
                        "superiorDue",
                        "hint",
                        "then")
                .map(field -> String.valueOf(told.getOrDefault(field, "")))
                .collect(Collectors.joining("\u001f"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(guessed.getBytes(StandardCharsets.UTF_8));
        assertThat(jdbc.sql("select count(*) from intake_key where request_hash = :hash")
                        .param("hash", hash)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aStaleMoveChangesNothing() {
        String number = client.takeDown().number();
        long seen = client.version(number);
        client.move(OPERATOR, number, "matter", Map.of("address", "新地址1号", "pollutionType", "air"))
                .ok();
        ComplaintsClient.Answer stale =
                client.post(OPERATOR, "/complaints/" + number + "/acceptance", Map.of("version", seen));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(state(number)).isEqualTo("received");
    }

    @Test
    void headsOfOtherBureausDoNotSign() {
        String number = client.assigned(Bureau.WATER).number();
        client.move(HANDLER, number, "taking").ok();
        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        assertThat(client.move(head(Bureau.ENV), number, "result/signature").status())
                .isEqualTo(404);
        assertThat(client.move(ComplaintsClient.READER, number, "result/signature")
                        .status())
                .isEqualTo(404);
        assertThat(state(number)).isEqualTo("drafted");
    }
}
