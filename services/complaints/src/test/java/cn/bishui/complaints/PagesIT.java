package cn.bishui.complaints;

import static cn.bishui.complaints.ComplaintsClient.CALLER;
import static cn.bishui.complaints.ComplaintsClient.HANDLER;
import static cn.bishui.complaints.ComplaintsClient.HEAD;
import static cn.bishui.complaints.ComplaintsClient.OPERATOR;
import static cn.bishui.complaints.ComplaintsClient.READER;
import static cn.bishui.complaints.ComplaintsClient.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.SettableClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** The staff's pages, as people see and use them, in both languages. */
@BishuiIT
class PagesIT {

    private final ComplaintsClient client;
    private final SettableClock clock;

    PagesIT(Environment environment, SettableClock clock) {
        this.client = new ComplaintsClient(environment);
        this.clock = clock;
    }

    private String page(String token, String path) {
        ComplaintsClient.Answer answer = client.get(token, path);
        assertThat(answer.status()).as(path + "\n" + answer.body()).isEqualTo(200);
        ComplaintsClient.Answer english = client.get(token, path, "Cookie", "lang=en");
        assertThat(answer.body()).as(path).contains("lang=\"zh-CN\"").doesNotContain("??", "style=\"", ">null<");
        assertThat(english.body()).as(path).contains("lang=\"en\"").doesNotContain("??", ">null<");
        return answer.body();
    }

    private void send(String token, String path, Map<String, ?> form, String done) {
        ComplaintsClient.Answer answer = client.form(token, path, form);
        assertThat(answer.status()).as(path + "\n" + answer.body()).isEqualTo(302);
        assertThat(answer.location()).endsWith(done);
        page(token, answer.location().replaceFirst("^https?://[^/]+", ""));
    }

    private Map<String, Object> seen(String number) {
        Map<String, Object> form = new HashMap<>();
        form.put("version", client.version(number));
        return form;
    }

    private Map<String, Object> seen(String number, Map<String, ?> words) {
        Map<String, Object> form = seen(number);
        form.putAll(words);
        return form;
    }

    private static String found(String body, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern + " in\n" + body).isTrue();
        return matcher.group(1);
    }

    @Test
    void anOperatorTakesACallDownByKeyboardAndReadsTheSecretOutOnce() {
        client.put(SUPERVISOR, "/streets", Map.of("streets", List.of("江北街道", "左家镇")))
                .ok();
        String blank = page(OPERATOR, "/complaints/intake");
        assertThat(blank)
                .contains("<option value=\"江北街道\">", "1 水", "a 工业废水")
                .contains("accesskey=\"c\"", "accesskey=\"g\"", "autofocus", "hx-get=\"/complaints/intake/similar\"");
        assertThat(found(blank, "<option value=\"(phone)\" selected")).isEqualTo("phone");

        Map<String, Object> told = ComplaintsClient.told();
        told.put("key", found(blank, "name=\"key\" value=\"([^\"]+)\""));
        told.put("street", "江北街道");
        told.put("reporterName", "王五");
        told.put("reporterPhone", "13800000003");
        Map<String, Object> wrong = new HashMap<>(told);
        wrong.put("content", " ");
        assertThat(client.form(OPERATOR, "/complaints/intake", wrong).body())
                .contains(
                        "请改正以下内容",
                        "href=\"#content\"",
                        "value=\"王五\"",
                        told.get("address").toString());

        ComplaintsClient.Answer receipt = client.form(OPERATOR, "/complaints/intake", told);
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(200);
        String number = found(receipt.body(), "<b>(JB-\\d{4}-\\d{7})</b>");
        assertThat(found(receipt.body(), "<b>([0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4})</b>"))
                .hasSize(19);
        assertThat(receipt.body()).doesNotContain("王五", "13800000003").contains("下一件");
        assertThat(client.form(OPERATOR, "/complaints/intake", told).body()).contains(number);

        String hints = client.get(
                        OPERATOR,
                        "/complaints/intake/similar?address="
                                + URLEncoder.encode(told.get("address").toString(), StandardCharsets.UTF_8))
                .body();
        assertThat(hints).contains(number, "type=\"radio\"").doesNotContain("<html");

        told.put("key", "another");
        told.put("then", "urgent");
        told.put("hint", number);
        String urgent = client.form(OPERATOR, "/complaints/intake", told).body();
        assertThat(urgent).contains("办结的最后一天").doesNotContain("告知是否受理的最后一天");
        String second = found(urgent, "<b>(JB-\\d{4}-\\d{7})</b>");
        assertThat(page(OPERATOR, "/complaints/" + second)).contains("紧急", "待分办", "/complaints/" + number);
    }

    @Test
    void aComplaintIsWalkedByForms() {
        Map<String, Object> told = ComplaintsClient.told();
        told.put("reporterName", "赵六");
        told.put("reporterAddress", "某路1号");
        told.put("reach", "letter");
        String number = client.takeDown(told).number();
        String at = "/complaints/" + number;
        assertThat(page(OPERATOR, at))
                .containsOnlyOnce("class=\"btn btn-primary\" popovertarget=\"ask-accept\"")
                .contains("夜里有黑水", "告知是否受理", "《环保举报热线工作管理办法》第八条", "收到举报", "实名", "信函")
                .doesNotContain("赵六", "某路1号", "/complaints/identity/");
        assertThat(page(CALLER, at)).contains("/complaints/identity/");
        assertThat(page(READER, at)).doesNotContain("popovertarget", "btn-primary");
        assertThat(page(OPERATOR, at + "/refusal")).contains("重复举报", "outcome=not-accept-repeat");
        assertThat(page(OPERATOR, at + "/refusal?outcome=not-accept-legal-route"))
                .contains("应当通过【请填写：诉讼、仲裁或行政复议】解决", "换一个原因")
                .doesNotContain("type=\"radio\"");
        assertThat(page(OPERATOR, at + "/refusal?outcome=not-accept-legal-route&lang=en"))
                .as("the reporter's words are not in the operator's language")
                .contains("应当通过【请填写：诉讼、仲裁或行政复议】解决", "Another reason");

        send(OPERATOR, at + "/acceptance", seen(number), "?done=accept");
        String withNotice = page(OPERATOR, at);
        String notice = found(withNotice, at + "/notices/([0-9a-f-]{36})\"");
        assertThat(page(OPERATOR, at + "/notices/" + notice)).contains("您的举报已受理");
        assertThat(page(OPERATOR, at + "/notices/" + notice + "/letter"))
                .contains("环保举报告知书", number, "您的举报已受理", "区环保局")
                .doesNotContain("赵六");
        assertThat(client.form(OPERATOR, at + "/notices/" + notice, Map.of("note", "寄出"))
                        .body())
                .contains("请改正以下内容", "寄出");
        send(OPERATOR, at + "/notices/" + notice, Map.of("reached", "true", "note", "寄出"), "?done=told");

        assertThat(page(OPERATOR, at + "/assignment"))
                .contains("区农水局", "name=\"joint\"")
                .doesNotContain("市河道");
        assertThat(client.form(OPERATOR, at + "/assignment", seen(number, Map.of("joint", List.of("TOWN", "STREET"))))
                        .body())
                .contains("请改正以下内容", "value=\"TOWN\" checked");
        send(
                OPERATOR,
                at + "/assignment",
                seen(number, Map.of("bureau", "WATER", "joint", List.of("TOWN"))),
                "?done=assign");
        assertThat(page(HANDLER, at)).contains("承办部门提出异议", "区农水局", "乡镇政府", "第二十三条");
        page(HANDLER, at + "/objection");
        send(HANDLER, at + "/taking", seen(number), "?done=take");
        page(HANDLER, at + "/time");
        assertThat(client.form(HANDLER, at + "/time", seen(number, Map.of("days", "31", "reason", "检测未出")))
                        .body())
                .contains("应为1到30", "检测未出");
        send(HANDLER, at + "/time", seen(number, Map.of("days", "20", "reason", "检测未出")), "?done=ask-time");
        assertThat(page(HEAD, at)).contains("申请延长20日：检测未出", "ask-grant-time");
        page(HEAD, at + "/time/denial");
        send(HEAD, at + "/time/denial", seen(number, Map.of("reason", "抓紧办")), "?done=deny-time");
        assertThat(page(HANDLER, at)).contains("被退回：抓紧办");
        page(HANDLER, at + "/act");
        send(
                HANDLER,
                at + "/act",
                Map.of(
                        "unit", "91220202MADEMQ2B7L",
                        "unitName", "北岸纸板（示例）有限公司",
                        "act", "雨污混排",
                        "foundOn", "2020-01-01"),
                "?done=act");
        assertThat(page(HANDLER, at)).contains("雨污混排", "已移送，等待建立线索");
        page(HANDLER, at + "/facts");
        send(HANDLER, at + "/facts", Map.of("words", "第二次现场<b>检查</b>"), "?done=fact");
        assertThat(page(HANDLER, at)).contains("第二次现场&lt;b&gt;检查&lt;/b&gt;");
        page(OPERATOR, at + "/matter");
        page(HANDLER, at + "/result");
        assertThat(client.form(HANDLER, at + "/result", seen(number, Map.of("finding", "true", "checked", "查了排口")))
                        .body())
                .contains("请改正以下内容", "查了排口", "href=\"#answer\"");
        send(HANDLER, at + "/result", seen(number, ComplaintsClient.result()), "?done=draft");
        assertThat(page(HEAD, at)).contains("ask-sign", "待签发", "雨水口混入污水");
        assertThat(page(HEAD, at + "/result/return")).contains("待签发的结果", "雨水口混入污水", "第二次现场");
        send(HEAD, at + "/result/return", seen(number, Map.of("reason", "写明整改期限")), "?done=return-result");
        assertThat(page(HANDLER, at + "/result")).contains("写明整改期限", "雨水口混入污水", "value=\"true\" checked");
        send(HANDLER, at + "/result", seen(number, ComplaintsClient.result()), "?done=draft");
        send(HEAD, at + "/result/signature", seen(number), "?done=sign");
        assertThat(page(SUPERVISOR, at)).contains("已答复", "按期", "已结束的期限");
        assertThat(page(SUPERVISOR, at + "/answer/return")).contains("雨水口混入污水", "签发", "夜里有黑水");
    }

    @Test
    void aRepeatIsToldTheNumberThatTheOperatorTyped() {
        String first = client.assigned(Bureau.WATER).number();
        String repeat = client.takeDown().number();
        String at = "/complaints/" + repeat;
        assertThat(page(OPERATOR, at + "/refusal?outcome=not-accept-repeat")).contains("已在举报【请填写：编号】中受理");
        send(
                OPERATOR,
                at + "/refusal",
                seen(repeat, Map.of("outcome", "not-accept-repeat", "told", "已在举报【请填写：编号】中受理。", "first", first)),
                "?done=refuse");
        assertThat(page(OPERATOR, at)).contains("已在举报" + first + "中受理。");
    }

    @Test
    void aMoveThatSomebodyElseMadeIsNotOffered() {
        String number = client.assigned(Bureau.WATER).number();
        ComplaintsClient.Answer late = client.get(OPERATOR, "/complaints/" + number + "/refusal");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("现在不能这样办理");
    }

    @Test
    void theListIsFilteredInItsAddressAndDownloads() {
        Map<String, Object> told = ComplaintsClient.told();
        told.put("address", "独一无二胡同7号");
        String number = client.takeDown(told).number();
        String wanted = "?q=" + URLEncoder.encode("独一无二", StandardCharsets.UTF_8);
        assertThat(page(SUPERVISOR, "/complaints" + wanted)).contains(number, "/complaints.csv" + wanted);
        assertThat(page(SUPERVISOR, "/complaints" + wanted + "&state=open&type=water&channel=phone&sort=-due"))
                .contains(number);
        assertThat(page(SUPERVISOR, "/complaints" + wanted + "&state=answered"))
                .contains("没有符合条件的举报")
                .doesNotContain(number);
        assertThat(page(SUPERVISOR, "/complaints?state=nonsense&from=x&page=-1&sort=hm"))
                .contains("JB-");
        ComplaintsClient.Answer csv = client.get(OPERATOR, "/complaints.csv" + wanted);
        assertThat(csv.body()).contains(number, "独一无二胡同7号").doesNotContain("夜里有黑水");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(client.read(READER, "/complaints" + wanted).path("total").asLong())
                .isEqualTo(1);
    }

    @Test
    void supervisorsUrgeSuperviseAndHaveReportersCalled() {
        String number = client.assigned(Bureau.WATER).number();
        String at = "/complaints/" + number;
        assertThat(page(SUPERVISOR, at + "/urging")).contains("夜里有黑水");
        send(SUPERVISOR, at + "/urging", Map.of("words", "请本周办结"), "?done=urge");
        assertThat(page(HANDLER, "/complaints/todo")).contains("回复催办", number);
        String urging = found(page(HANDLER, at), at + "/urgings/([0-9a-f-]{36})\"");
        assertThat(page(HANDLER, at + "/urgings/" + urging)).contains("请本周办结");
        assertThat(client.get(ComplaintsClient.handler(Bureau.LAND), at + "/urgings/" + urging)
                        .status())
                .isEqualTo(404);
        send(HANDLER, at + "/urgings/" + urging, Map.of("words", "周五办结"), "?done=urging-answered");
        assertThat(page(SUPERVISOR, "/complaints/supervision?show=urgings")).contains(number, "周五办结");
        assertThat(page(HANDLER, "/complaints/todo")).doesNotContain("/urgings/" + urging);

        page(SUPERVISOR, at + "/supervision");
        assertThat(client.form(
                                SUPERVISOR,
                                at + "/supervision",
                                Map.of("reason", "other", "demand", "查清", "due", "2001-01-01"))
                        .body())
                .contains("完成期限不能在今天以前", "查清");
        send(
                SUPERVISOR,
                at + "/supervision",
                Map.of("reason", "faked-handling", "demand", "重新检查并报送照片", "due", "2099-01-01"),
                "?done=supervise");
        assertThat(page(HANDLER, at)).contains("督办中（弄虚作假，2099-01-01 周四前完成）：重新检查并报送照片");
        assertThat(client.get(HANDLER, "/complaints/supervision.csv").body()).contains(number);
        assertThat(client.get(ComplaintsClient.handler(Bureau.LAND), "/complaints/supervision.csv")
                        .body())
                .doesNotContain(number);
        String supervision = found(page(SUPERVISOR, at), at + "/supervisions/([0-9a-f-]{36})\"");
        page(SUPERVISOR, at + "/supervisions/" + supervision);
        assertThat(client.form(HANDLER, at + "/supervisions/" + supervision, Map.of("words", "办完了"))
                        .status())
                .isEqualTo(403);
        send(SUPERVISOR, at + "/supervisions/" + supervision, Map.of("words", "已复核"), "?done=supervision-closed");
        assertThat(page(READER, "/complaints/supervision")).contains(number, "已复核");
    }

    @Test
    void theSampleOfAMonthIsDrawnOnceAndItsReportersAreCalled() {
        clock.setTo("2031-03-10T09:00");
        Map<String, Object> told = ComplaintsClient.told();
        told.put("reporterPhone", "13800000004");
        ComplaintsClient.Taken taken = client.takeDown(told);
        String number = taken.number();
        client.move(OPERATOR, number, "acceptance").ok();
        client.move(OPERATOR, number, "assignment", Map.of("bureau", "WATER")).ok();
        client.move(HANDLER, number, "taking").ok();
        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        client.move(HEAD, number, "result/signature").ok();
        assertThat(client.post(SUPERVISOR, "/call-backs", Map.of("month", "2031-03"))
                        .code())
                .isEqualTo("call-back.month-runs");
        clock.setTo("2031-04-02T09:00");
        send(
                SUPERVISOR,
                "/complaints/supervision/calls",
                Map.of("month", YearMonth.of(2031, 3)),
                "?show=calls&month=2031-03&drawn=1");
        assertThat(client.post(SUPERVISOR, "/call-backs", Map.of("month", "2031-03"))
                        .code())
                .isEqualTo("call-back.drawn");
        assertThat(page(CALLER, "/complaints/todo")).contains("回访举报人", number);
        String call = found(page(CALLER, "/complaints/" + number), "/call-backs/([0-9a-f-]{36})\"");
        assertThat(page(CALLER, "/complaints/" + number + "/call-backs/" + call))
                .contains("/complaints/identity/");
        send(
                CALLER,
                "/complaints/" + number + "/call-backs/" + call,
                Map.of("outcome", "unsatisfied", "words", "味道还在"),
                "?done=called");
        assertThat(page(SUPERVISOR, "/complaints/supervision?show=calls&month=2031-03"))
                .contains(number, "不满意", "味道还在");
        assertThat(page(HANDLER, "/complaints/" + number)).doesNotContain("味道还在\"");
        assertThat(page(HANDLER, "/complaints/supervision?show=calls")).doesNotContain("2031-03");
    }

    @Test
    void whatWaitsIsOnTheTodo() {
        String number = client.takeDown().number();
        assertThat(page(OPERATOR, "/complaints/todo")).contains("决定是否受理", number);
        client.move(OPERATOR, number, "urgent-acceptance").ok();
        assertThat(page(OPERATOR, "/complaints/todo")).contains("【紧急】分办举报", number);
        client.move(OPERATOR, number, "assignment", Map.of("bureau", "WATER")).ok();
        assertThat(page(HANDLER, "/complaints/todo")).contains("承办举报", number);
        client.move(HANDLER, number, "taking").ok();
        assertThat(page(HANDLER, "/complaints/todo")).contains("调查举报", number);
        assertThat(page(ComplaintsClient.COLLEAGUE, "/complaints/todo")).doesNotContain(number);
        client.move(HANDLER, number, "time", Map.of("days", "3", "reason", "天气"))
                .ok();
        assertThat(page(HEAD, "/complaints/todo")).contains("审批延期", number);
        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        assertThat(page(HEAD, "/complaints/todo")).contains("签发办理结果", number);
        assertThat(client.get(HEAD, "/complaints/todo", "HX-Request", "true").body())
                .contains(number)
                .doesNotContain("<html");
        assertThat(page(ComplaintsClient.head(Bureau.LAND), "/complaints/todo")).doesNotContain(number);
    }

    @Test
    void whoHelpsIsNotAskedToDoWhatOnlyTheLeadingBureauMay() {
        String number = client.assigned(Bureau.WATER, Bureau.FORESTRY).number();
        String helper = page(ComplaintsClient.handler(Bureau.FORESTRY), "/complaints/todo");
        assertThat(helper).contains("协办举报", number).doesNotContain("承办举报");
        client.move(HANDLER, number, "taking").ok();
        client.move(HANDLER, number, "result", ComplaintsClient.result()).ok();
        assertThat(page(ComplaintsClient.head(Bureau.FORESTRY), "/complaints/todo"))
                .doesNotContain(number);
        assertThat(page(HEAD, "/complaints/todo")).contains("签发办理结果", number);
    }

    @Test
    void statisticsAndTheYearlyReportAreShown() {
        client.answered();
        assertThat(page(SUPERVISOR, "/complaints/statistics")).contains("按期率", "按街道、乡镇", "区农水局");
        assertThat(page(HANDLER, "/complaints/statistics?from=2026-01-01&to=x")).contains("小于3的数");
        assertThat(client.get(SUPERVISOR, "/complaints/statistics.csv").body()).contains("合计");
        assertThat(client.read(HEAD, "/statistics").path("by").path("type").isArray())
                .isTrue();
        assertThat(page(READER, "/complaints/report/2030")).contains("2030年度环保举报工作报告", "与2029年比较");
        assertThat(client.get(SUPERVISOR, "/complaints/report").location()).contains("/complaints/report/");
        assertThat(client.get(SUPERVISOR, "/complaints/report/1").status()).isEqualTo(404);
    }

    @Test
    void theSupervisorKeepsTheStreets() {
        assertThat(page(SUPERVISOR, "/complaints/streets")).contains("街道名录");
        send(SUPERVISOR, "/complaints/streets", Map.of("streets", "江北街道\n\n 左家镇 \n江北街道"), "?done=");
        assertThat(client.read(HANDLER, "/streets").path("streets").toString()).isEqualTo("[\"江北街道\",\"左家镇\"]");
        assertThat(client.form(SUPERVISOR, "/complaints/streets", Map.of("streets", "长".repeat(61)))
                        .body())
                .contains("名称不能超过60字");
    }
}
