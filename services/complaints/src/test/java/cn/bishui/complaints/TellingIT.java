package cn.bishui.complaints;

import static cn.bishui.complaints.ComplaintsClient.HANDLER;
import static cn.bishui.complaints.ComplaintsClient.HEAD;
import static cn.bishui.complaints.ComplaintsClient.OPERATOR;
import static cn.bishui.complaints.ComplaintsClient.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.bishui.audit.AuditReader;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.FileRecord;
import cn.bishui.complaints.complaint.Notice;
import cn.bishui.complaints.complaint.NoticeKind;
import cn.bishui.complaints.complaint.Notices;
import cn.bishui.complaints.complaint.TellOtherwise;
import cn.bishui.complaints.contact.Undelivered;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import cn.bishui.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whether reporters are told what was decided, and what their own words reach. */
@BishuiIT
class TellingIT {

    private static final String ENV_HANDLER = ComplaintsClient.handler(Bureau.ENV);

    private final ComplaintsClient client;
    private final Complaints complaints;
    private final Notices notices;
    private final FileRecord record;
    private final TellOtherwise tellOtherwise;
    private final Undelivered undelivered;
    private final AuditReader audit;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    TellingIT(
            Environment environment,
            Complaints complaints,
            Notices notices,
            FileRecord record,
            TellOtherwise tellOtherwise,
            Undelivered undelivered,
            AuditReader audit,
            SettableClock clock,
            JdbcClient jdbc) {
        this.client = new ComplaintsClient(environment);
        this.complaints = complaints;
        this.notices = notices;
        this.record = record;
        this.tellOtherwise = tellOtherwise;
        this.undelivered = undelivered;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private ComplaintsClient.Taken told(String reach) {
        Map<String, Object> told = ComplaintsClient.told();
        told.put("reporterPhone", "13800000077");
        told.put("reach", reach);
        return client.takeDown(told);
    }

    private void assign(String number) {
        client.move(OPERATOR, number, "acceptance").ok();
        client.move(OPERATOR, number, "assignment", Map.of("bureau", "WATER")).ok();
    }

    private void answer(String number) {
        client.move(HANDLER, number, "taking").ok();
        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        client.move(HEAD, number, "result/signature").ok();
    }

    private Complaint complaint(String number) {
        return complaints.numbered(number).orElseThrow();
    }

    private boolean runs(String number, String wanted) {
        return complaint(number).file().clocks().running().stream()
                .anyMatch(each -> each.clock().equals(wanted));
    }

    private List<String> actions(String number) {
        return audit.about("complaint/" + number).stream()
                .map(entry -> entry.action())
                .toList();
    }

    private ComplaintsClient.Answer track(ComplaintsClient.Taken taken, String deed, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("number", taken.number());
        form.put("secret", taken.secret());
        return client.form("", "/12369/track" + deed, form);
    }

    private UUID sent(String number, String kind) {
        return record.notices(complaint(number).file().id()).stream()
                .filter(line -> line.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aMessageThatNeverWentOutIsToldByTelephoneAndCountsAsToldOnlyThen() {
        String number = told("sms").number();
        client.move(OPERATOR, number, "acceptance").ok();
        assertThat(runs(number, HotlineClocks.TELL)).isFalse();

        UUID message = sent(number, "accepted");
        assertThat(jdbc.sql("select count(*) from sms where about = :message")
                        .param("message", message)
                        .query((row, _) -> row.getInt(1))
                        .single())
                .as("who gives the message up knows what it was about")
                .isEqualTo(1);
        undelivered.message(message);
        undelivered.message(message);
        assertThat(runs(number, HotlineClocks.TELL))
                .as("nobody was told, so the time to tell runs on")
                .isTrue();
        assertThat(notices.waiting(complaint(number).file().id()))
                .extracting(Notice::kind, Notice::means)
                .containsExactly(tuple(NoticeKind.ACCEPTED, Reach.PHONE));
        assertThat(actions(number)).containsOnlyOnce("complaint.message-undelivered");
        assertThat(client.get(OPERATOR, "/complaints/todo").body()).contains("告知举报人");
        assertThat(client.get(OPERATOR, "/complaints/" + number).body()).contains("您的举报已受理，办理期限至", "短信未送达");
        assertThat(client.get(OPERATOR, "/complaints/" + number, "Cookie", "lang=en")
                        .body())
                .contains("Your complaint is accepted");
    }

    @Test
    void theRightToAskBeginsWithTheTelephoneCallWhereTheMessageWithTheAnswerWasGivenUp() {
        String number = told("sms").number();
        assign(number);
        answer(number);
        assertThat(runs(number, HotlineClocks.REEXAMINE)).isTrue();
        tellOtherwise.than(sent(number, "answered"));
        assertThat(runs(number, HotlineClocks.REEXAMINE)).isFalse();

        UUID notice = notices.waiting(complaint(number).file().id()).getFirst().id();
        client.post(OPERATOR, "/complaints/" + number + "/notices/" + notice, Map.of("reached", "true"))
                .ok();
        assertThat(runs(number, HotlineClocks.REEXAMINE)).isTrue();
    }

    @Test
    void whoCannotBeSentAMessageIsTelephonedFromTheBeginning() {
        String number = told("sms").number();
        jdbc.sql("update identity set mobile = false where complaint = :id")
                .param("id", complaint(number).file().id())
                .update();
        client.move(OPERATOR, number, "acceptance").ok();
        assertThat(complaint(number).file().reach()).isEqualTo(Reach.PHONE);
        assertThat(runs(number, HotlineClocks.TELL)).isTrue();
        assertThat(notices.waiting(complaint(number).file().id())).hasSize(1);
        assertThat(actions(number)).contains("complaint.message-impossible");
    }

    @Test
    void whatOperatorsNoteOfATalkStaysWithTheHotline() {
        clock.setTo("2032-03-10T09:00");
        ComplaintsClient.Taken taken = told("phone");
        String number = taken.number();
        assign(number);
        UUID notice = notices.waiting(complaint(number).file().id()).getFirst().id();
        client.post(
                        OPERATOR,
                        "/complaints/" + number + "/notices/" + notice,
                        Map.of("reached", "true", "note", "诸葛某接的电话"))
                .ok();
        answer(number);
        clock.setTo("2032-04-02T09:00");
        client.post(SUPERVISOR, "/call-backs", Map.of("month", "2032-03"));
        String call = client.get(ComplaintsClient.CALLER, "/complaints/" + number)
                .body()
                .replaceAll("(?s).*/call-backs/([0-9a-f-]{36})\".*", "$1");
        assertThat(client.form(
                                ComplaintsClient.CALLER,
                                "/complaints/" + number + "/call-backs/" + call,
                                Map.of("outcome", "satisfied", "words", "诸葛某很满意"))
                        .status())
                .isEqualTo(302);

        assertThat(client.get(OPERATOR, "/complaints/" + number).body()).contains("诸葛某接的电话", "诸葛某很满意");
        assertThat(client.get(OPERATOR, "/api/complaints/v1/complaints/" + number)
                        .body())
                .contains("诸葛某接的电话");
        for (String token : List.of(HANDLER, HEAD)) {
            assertThat(client.get(token, "/complaints/" + number).body()).doesNotContain("诸葛");
            assertThat(client.get(token, "/api/complaints/v1/complaints/" + number)
                            .body())
                    .doesNotContain("诸葛");
        }
        assertThat(audit.about("complaint/" + number).toString())
                .contains("reasonSha256")
                .doesNotContain("诸葛");
    }

    @Test
    void anAnswerThatNobodyPassesOnIsSeenByTheSupervisorWhoUrgesTheHotline() {
        // before anybody else's: the oldest are shown first
        clock.setTo("2025-03-03T09:00");
        String number = told("phone").number();
        assign(number);
        UUID accepted =
                notices.waiting(complaint(number).file().id()).getFirst().id();
        client.post(OPERATOR, "/complaints/" + number + "/notices/" + accepted, Map.of("reached", "true"))
                .ok();
        answer(number);
        assertThat(client.get(SUPERVISOR, "/complaints/todo").body()).doesNotContain(number);
        clock.advance(Duration.ofDays(4));
        assertThat(client.get(SUPERVISOR, "/complaints/todo").body()).contains("未按时告知举报人", number);

        assertThat(client.get(SUPERVISOR, "/complaints/" + number).body()).contains("/urging\"");
        assertThat(client.post(SUPERVISOR, "/complaints/" + number + "/urging", Map.of("words", "请今天告知"))
                        .status())
                .isLessThan(300);
        assertThat(client.get(OPERATOR, "/complaints/todo").body()).contains("回复催办", number);
        assertThat(client.get(HANDLER, "/complaints/todo").body()).doesNotContain(number);

        UUID notice = notices.waiting(complaint(number).file().id()).getFirst().id();
        client.post(OPERATOR, "/complaints/" + number + "/notices/" + notice, Map.of("reached", "true"))
                .ok();
        assertThat(client.get(SUPERVISOR, "/complaints/todo").body()).doesNotContain(number);
        assertThat(client.post(SUPERVISOR, "/complaints/" + number + "/urging", Map.of("words", "请告知"))
                        .code())
                .isEqualTo("complaint.state");
    }

    @Test
    void readingTheAnswerOnThePageIsBeingToldAndOpensTheRightToAsk() {
        ComplaintsClient.Taken taken = told("phone");
        String number = taken.number();
        assign(number);
        answer(number);
        assertThat(runs(number, HotlineClocks.REEXAMINE)).isFalse();

        assertThat(track(taken, "", Map.of()).body()).contains("您反映的问题属实，已责令改正。", "/12369/track/reexamination\"");
        assertThat(runs(number, HotlineClocks.REEXAMINE)).isTrue();
        assertThat(notices.waiting(complaint(number).file().id())).isEmpty();
        assertThat(actions(number)).containsOnlyOnce("complaint.read-by-reporter");
        assertThat(track(taken, "/reexamination", Map.of("why", "没有到现场看过")).status())
                .isEqualTo(200);
        assertThat(complaint(number)).isInstanceOf(Complaint.Reexamining.class);
    }

    @Test
    void whatAReporterAddsIsBroughtToTheOperatorAndLaterToTheHandlerUntilItIsSeen() {
        clock.setTo("2025-02-10T09:00");
        ComplaintsClient.Taken taken = client.takeDown();
        String number = taken.number();
        assertThat(track(taken, "/facts", Map.of("words", "昨晚又排了", "once", "a")).body())
                .contains("热线会看到");
        assertThat(client.get(OPERATOR, "/complaints/todo").body()).contains("新补充", number);
        client.get(SUPERVISOR, "/complaints/" + number);
        assertThat(client.get(OPERATOR, "/complaints/" + number).body()).contains("有新的补充情况");
        assertThat(client.get(OPERATOR, "/complaints/" + number).body()).doesNotContain("有新的补充情况");
        assertThat(actions(number)).containsOnlyOnce("complaint.additions-read");

        assign(number);
        client.move(HANDLER, number, "taking").ok();
        assertThat(track(taken, "/facts", Map.of("words", "今天还在排", "once", "b")).body())
                .contains("承办部门会看到");
        assertThat(client.get(OPERATOR, "/complaints/" + number).body()).doesNotContain("有新的补充情况");
        assertThat(client.get(HANDLER, "/complaints/todo").body()).contains("新补充", number);
        assertThat(client.get(ENV_HANDLER, "/complaints/todo").body()).doesNotContain(number);
        assertThat(client.get(HANDLER, "/complaints/" + number).body()).contains("有新的补充情况");
        client.post(HANDLER, "/complaints/" + number + "/facts", Map.of("words", "现场看过"))
                .ok();
        assertThat(client.get(HANDLER, "/complaints/" + number).body())
                .as("what the handler added is no news to the handler")
                .doesNotContain("有新的补充情况");
        assertThat(actions(number).stream().filter("complaint.additions-read"::equals))
                .hasSize(2);
    }

    @Test
    void whatIsAddedToARepeatIsBroughtToWhoHasTheFirst() {
        String first = client.assigned(Bureau.WATER).number();
        ComplaintsClient.Taken second = client.takeDown();
        client.move(
                        OPERATOR,
                        second.number(),
                        "refusal",
                        Map.of("outcome", "not-accept-repeat", "told", "已受理", "first", first))
                .ok();
        track(second, "/facts", Map.of("words", "桥下也有", "once", "a"));
        assertThat(client.get(HANDLER, "/complaints/" + first).body()).contains("有新的补充情况", "桥下也有");
        JsonNode file = client.read(HANDLER, "/complaints/" + first);
        assertThat(file.path("repeats")
                        .path(0)
                        .path("facts")
                        .path(0)
                        .path("words")
                        .asString())
                .isEqualTo("桥下也有");
    }

    @Test
    void fiftyRepeatsAreShownAndAllAreCounted() {
        String first = client.assigned(Bureau.WATER).number();
        UUID id = complaint(first).file().id();
        String copied = client.takeDown().number();
        jdbc.sql("""
                        insert into complaint (id, number, secret_hash, channel, received_at, content, address, pollution_type,
                            reach, real_name, words, state, parts, version, first)
                        select gen_random_uuid(), 'JB-1999-' || lpad(n::text, 7, '0'), secret_hash, channel,
                            received_at + n * interval '1 second', 'repeat ' || n, address, pollution_type, reach, real_name,
                            words, 'refused', parts, 0, :first
                        from complaint, generate_series(1, 60) n where number = :copied""").param("first", id).param("copied", copied).update();
        try {
            JsonNode file = client.read(HANDLER, "/complaints/" + first);
            assertThat(file.path("repeatsTotal").asInt()).isEqualTo(60);
            assertThat(file.path("repeats").size()).isEqualTo(50);
            assertThat(file.path("repeats").path(49).path("content").asString()).isEqualTo("repeat 60");
            assertThat(client.get(HANDLER, "/complaints/" + first).body())
                    .contains("重复举报（60）", "只显示最新的50件", "JB-1999-0000060")
                    .doesNotContain("JB-1999-0000010");
        } finally {
            jdbc.sql("delete from complaint where first = :first")
                    .param("first", id)
                    .update();
        }
    }

    @Test
    void whatWasAddedBeforeKeepsNobodyFromReopening() {
        ComplaintsClient.Taken taken = client.answered();
        jdbc.sql("""
                        insert into added_fact (id, complaint, at, by, words)
                        select gen_random_uuid(), :id, now(), 'reporter', 'n' from generate_series(1, 50)""").param("id", complaint(taken.number()).file().id()).update();
        assertThat(track(taken, "/facts", Map.of("words", "再一条", "once", "a")).status())
                .isNotEqualTo(200);
        assertThat(track(taken, "/reopening", Map.of("again", "又排黑水")).status()).isEqualTo(200);
        assertThat(complaint(taken.number())).isInstanceOf(Complaint.Assigned.class);
    }

    @Test
    void operatorsAndTheBureauAddPicturesAndOthersCannot() throws Exception {
        String number = client.assigned(Bureau.WATER, Bureau.CIVIL).number();
        for (String token : List.of(OPERATOR, HANDLER, HEAD, ComplaintsClient.handler(Bureau.CIVIL))) {
            ComplaintsClient.Answer added = client.upload(
                    token, "/api/complaints/v1/complaints/" + number + "/evidence", ComplaintsClient.photo());
            assertThat(added.ok().path("evidence").isEmpty()).isFalse();
        }
        assertThat(client.read(OPERATOR, "/complaints/" + number)
                        .path("evidence")
                        .size())
                .isEqualTo(4);
        assertThat(client.upload(HANDLER, "/complaints/" + number + "/evidence", ComplaintsClient.photo())
                        .location())
                .endsWith("?done=evidence");
        assertThat(client.get(OPERATOR, "/complaints/" + number).body()).contains("添加照片、视频");
        assertThat(actions(number).stream().filter("complaint.evidence-added"::equals))
                .hasSize(5);

        ComplaintsClient.Answer wrong = client.upload(
                HANDLER, "/complaints/" + number + "/evidence", "no photo".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("只能上传照片").doesNotContain("??");
        String both = Tokens.as("gov-both", Bureau.GOV, "complaints.supervisor", "complaints.handler");
        for (String stranger : List.of(ComplaintsClient.handler(Bureau.LAND), both)) {
            assertThat(client.upload(
                                    stranger,
                                    "/api/complaints/v1/complaints/" + number + "/evidence",
                                    ComplaintsClient.photo())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(client.upload(SUPERVISOR, "/complaints/" + number + "/evidence", ComplaintsClient.photo())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anAnswerThatWasTakenBackSaysSoInTheReadersLanguage() {
        String number = told("phone").number();
        assign(number);
        answer(number);
        client.move(SUPERVISOR, number, "answer/return", Map.of("reason", "未查明"))
                .ok();
        assertThat(client.get(HANDLER, "/complaints/" + number).body()).contains("答复已退回重办，不再告知");
        assertThat(client.get(HANDLER, "/complaints/" + number, "Cookie", "lang=en")
                        .body())
                .contains("The answer was sent back");
    }

    @Test
    void aMessageSaysWhatWasDecided() {
        String number = told("sms").number();
        assign(number);
        client.move(HANDLER, number, "taking").ok();
        client.move(HANDLER, number, "time", Map.of("days", "10", "reason", "等检测报告"))
                .ok();
        client.move(HEAD, number, "time/grant").ok();
        await().untilAsserted(() -> assertThat(client.get("", "/12369/mailbox").body())
                .contains(number + "：您的举报已受理，办理期限至", number + "：办理期限延长至", "理由：等检测报告"));
        assertThat(jdbc.sql("select count(*) from notice where complaint = :id and means = 'sms' and reached")
                        .param("id", complaint(number).file().id())
                        .query((row, _) -> row.getInt(1))
                        .single())
                .isEqualTo(2);
    }
}
