package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.enforcement.YellowCardShown;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** The pages, as people see and use them. */
@BishuiIT
class PagesIT {

    private final People people;
    private final FactProbe probe;
    private String unit;
    private String id;
    private String at;

    PagesIT(Environment environment, FactProbe probe) {
        this.people = new People(environment);
        this.probe = probe;
    }

    @BeforeEach
    void aClue() {
        unit = Samples.unit();
        probe.send(Samples.exceeded(unit));
        id = people.awaitClue(unit, "open").path("id").asString();
        at = "/enforcement/clues/" + id;
    }

    private String page(String token, String path) {
        People.Answer answer = people.get(token, path);
        assertThat(answer.status()).as(path + "\n" + answer.body()).isEqualTo(200);
        String english = people.get(token, path, "Cookie", "lang=en").body();
        assertThat(answer.body()).doesNotContain("??", "style=\"");
        assertThat(english).contains("lang=\"en\"").doesNotContain("??");
        return answer.body();
    }

    private void submit(String token, String path, Map<String, ?> form, String done) {
        People.Answer answer = people.form(token, path, form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        assertThat(answer.location()).endsWith(at + "?done=" + done);
        page(token, at + "?done=" + done);
    }

    private long cardVersion() {
        return people.clue(id).path("card").path("version").asLong();
    }

    private long clueVersion() {
        return people.clue(id).path("version").asLong();
    }

    @Test
    void aClueIsWalkedByFormsFromBeginningToEnd() {
        assertThat(page(People.READER, at))
                .contains("北岸纸板（示例）有限公司", unit, "化学需氧量", "168.4\u00a0mg/L", "80\u00a0mg/L", "超标1.11倍")
                .contains("系统建议出示黄牌", "《生态环境法典》第一千一百零三条", "建立线索")
                .doesNotContain("/monitoring/outlets/", "/permits/units/")
                .doesNotContain("btn-primary\" href", "/proposal\"")
                .doesNotContain("立案期限已过", "被退回", "暂定", "须由另一人", "notice-good", "null");
        String everywhere =
                Tokens.as("gov-head", Bureau.GOV, "enforcement.reader", "monitoring.reader", "permits.reader");
        assertThat(page(everywhere, at))
                .contains("/monitoring/outlets/" + unit + "/DW001/days/2026-11-24/w01018", "/permits/units/" + unit);
        assertThat(page(People.INSPECTOR, at))
                .containsOnlyOnce("btn-primary")
                .contains("btn btn-primary\" href=\"" + at + "/card\"", "btn btn-quiet\" href=\"" + at + "/proposal\"");
        assertThat(page(People.INSPECTOR, at + "/card"))
                .contains("2026年11月24日化学需氧量日均值168.4 mg/L，超过排污许可证规定的日均限值80 mg/L，超标1.11倍")
                .contains("value=\"limit-production\" checked");

        assertThat(people.form(
                                People.INSPECTOR,
                                at + "/card",
                                Map.of("reason", " ", "measure", "stop-production", "version", cardVersion()))
                        .body())
                .contains("请改正以下内容", "href=\"#reason\"", "value=\"stop-production\" checked")
                .doesNotContain("??");
        submit(
                People.INSPECTOR,
                at + "/card",
                Map.of("reason", "超标排放<b>", "measure", "stop-production", "version", cardVersion()),
                "drafted");
        assertThat(page(People.INSPECTOR, at)).contains("超标排放&lt;b&gt;", "停产整治", "待签发", "第六条");

        assertThat(page(People.HEAD, at)).contains("popovertarget=\"sign\"", "签发后立即对外公开", at + "/card/return");
        assertThat(page(People.HEAD, at + "/card/return")).contains("超标排放");
        assertThat(people.form(People.HEAD, at + "/card/return", Map.of("reason", "", "version", cardVersion()))
                        .body())
                .contains("请改正以下内容", "href=\"#reason\"");
        submit(People.HEAD, at + "/card/return", Map.of("reason", "请写明日期", "version", cardVersion()), "returned");
        assertThat(page(People.INSPECTOR, at)).contains("黄牌被退回：请写明日期（env-head）");
        assertThat(page(People.INSPECTOR, at + "/card")).contains("黄牌被退回：请写明日期", "超标排放&lt;b&gt;");
        submit(
                People.INSPECTOR,
                at + "/card",
                Map.of("reason", "第二稿", "measure", "limit-production", "version", cardVersion()),
                "drafted");
        submit(People.HEAD, at + "/card/sign", Map.of("version", cardVersion()), "signed");
        YellowCardShown shown =
                probe.await(YellowCardShown.class, fact -> fact.clue().equals(id));
        assertThat(page(People.READER, at)).contains(shown.number(), "签发：env-head");

        assertThat(page(People.INSPECTOR, at))
                .contains("btn btn-primary\" href=\"" + at + "/proposal\"")
                .doesNotContain(at + "/card\"");
        assertThat(page(People.INSPECTOR, at + "/proposal")).contains("十五个工作日", "尚待与原文核对");
        assertThat(people.form(People.INSPECTOR, at + "/proposal", Map.of("version", clueVersion()))
                        .body())
                .contains("请改正以下内容", "href=\"#decision\"", "href=\"#reason\"")
                .doesNotContain("??");
        submit(
                People.INSPECTOR,
                at + "/proposal",
                Map.of("decision", "dismiss", "reason", "轻微", "version", clueVersion()),
                "proposed");
        assertThat(page(People.HEAD, at))
                .containsOnlyOnce("btn-primary")
                .contains("btn btn-primary\" href=\"" + at + "/proposal/decide\"");
        assertThat(page(People.HEAD, at + "/proposal/decide")).contains("不予立案", "轻微", "env-inspector");
        assertThat(people.form(
                                People.HEAD,
                                at + "/proposal/decide",
                                Map.of("agree", false, "reason", "", "version", clueVersion()))
                        .body())
                .contains("请改正以下内容", "href=\"#reason\"");
        submit(
                People.HEAD,
                at + "/proposal/decide",
                Map.of("agree", false, "reason", "并不轻微", "version", clueVersion()),
                "sent-back");
        assertThat(page(People.INSPECTOR, at + "/proposal")).contains("意见被退回：并不轻微（env-head）");
        submit(
                People.INSPECTOR,
                at + "/proposal",
                Map.of("decision", "file", "reason", "超标一倍以上", "version", clueVersion()),
                "proposed");
        submit(People.HEAD, at + "/proposal/decide", Map.of("agree", true, "version", clueVersion()), "filed");
        assertThat(page(People.READER, at)).contains("已立案", "LA-", "决定立案").doesNotContain("btn-primary\" href");
    }

    @Test
    void whatNoLongerWaitsSaysSoInsteadOfAForm() {
        assertThat(page(People.HEAD, at + "/proposal/decide"))
                .contains("没有待审定的立案意见")
                .doesNotContain("<textarea");
        assertThat(page(People.HEAD, at + "/card/return")).contains("没有待签发的黄牌").doesNotContain("<textarea");
        People.Answer stale = people.form(People.HEAD, at + "/card/sign", Map.of("version", 7));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("没有待签发的黄牌，可能已经由他人办理").doesNotContain("??");
    }

    @Test
    void whoDidTheFirstHalfIsNotOfferedTheSecond() {
        people.post(People.BOTH, "/clues/" + id + "/card", Map.of("reason", "超标", "measure", "limit-production"))
                .ok();
        assertThat(page(People.BOTH, at)).contains("须由另一人办理").doesNotContain("popovertarget=\"sign\"");
        assertThat(people.get(People.BOTH, "/enforcement/todo").body()).doesNotContain("href=\"" + at + "\"");
        assertThat(people.get(People.HEAD, "/enforcement/todo").body()).contains("href=\"" + at + "\"");
        assertThat(people.form(People.BOTH, at + "/card/sign", Map.of("version", cardVersion()))
                        .body())
                .contains("黄牌由“env-both”起草，须由另一人签发。");
    }

    @Test
    void listsAreFilteredSortedPagedAndDownloaded() {
        assertThat(people.get(People.READER, "/enforcement").location()).endsWith("/enforcement/clues");
        String list = page(People.READER, "/enforcement/clues?q=" + unit + "&state=undecided&sort=-due");
        assertThat(list)
                .contains("href=\"" + at + "\"", "第1–1条，共1条", "aria-sort=\"descending\"", "待起草")
                .doesNotContain("class=\"empty\"", "暂定", "chip-overdue")
                .contains("/enforcement/clues.csv?q=" + unit + "&amp;state=undecided&amp;sort=-due");
        for (String state : List.of("overdue", "open", "proposed", "filed", "dismissed", "nonsense")) {
            page(People.READER, "/enforcement/clues?state=" + state);
        }
        for (String sort : List.of("number", "unit", "exceedances", "worst", "due", "state", "nonsense")) {
            page(People.READER, "/enforcement/clues?size=10&sort=" + sort);
        }
        assertThat(page(People.READER, "/enforcement/clues?q=100%25nobody")).contains("没有符合条件的线索");
        People.Answer csv = people.get(People.READER, "/enforcement/clues.csv?q=" + unit);
        assertThat(csv.body()).startsWith("\ufeff线索编号,排污单位").contains(unit, "1.11", "废水总排放口 DW001");
        assertThat(csv.body().lines()).hasSize(2);

        String cards = page(People.READER, "/enforcement/cards?q=" + unit + "&state=proposed&sort=unit");
        assertThat(cards).contains(at + "#card", "待起草").doesNotContain("class=\"empty\"");
        for (String sort : List.of("number", "clue", "unit", "state", "shown")) {
            page(People.READER, "/enforcement/cards?size=10&sort=" + sort);
        }
        assertThat(page(People.READER, "/enforcement/cards?q=nobody")).contains("没有符合条件的黄牌");
        assertThat(people.get(People.READER, "/enforcement/cards.csv?q=" + unit)
                        .body()
                        .lines())
                .hasSize(2);
    }

    @Test
    void theDeskGetsWhatWaitsForEach() {
        String inspector = people.get(People.INSPECTOR, "/enforcement/todo", "HX-Request", "true")
                .body();
        assertThat(inspector)
                .contains("href=\"" + at + "/card\"", "href=\"" + at + "/proposal\"", "起草黄牌", "提出立案意见", "data-due=\"20")
                .doesNotContain("<html", "??");
        assertThat(page(People.INSPECTOR, "/enforcement/todo")).contains("<html");
        assertThat(page(People.READER, "/enforcement/todo")).contains("没有待办事项");
        people.post(People.INSPECTOR, "/clues/" + id + "/card", Map.of("reason", "超标", "measure", "limit-production"))
                .ok();
        people.post(People.INSPECTOR, "/clues/" + id + "/proposal", Map.of("decision", "file", "reason", "超标"))
                .ok();
        assertThat(page(People.HEAD, "/enforcement/todo"))
                .contains("href=\"" + at + "\"", "href=\"" + at + "/proposal/decide\"", "签发黄牌", "审定立案意见");
        assertThat(page(People.INSPECTOR, "/enforcement/todo")).doesNotContain("href=\"" + at);
    }

    @Test
    void aCardSaysWhatItDoesNotName() {
        people.post(People.INSPECTOR, "/clues/" + id + "/card", Map.of("reason", "超标", "measure", "limit-production"))
                .ok();
        probe.send(Samples.exceeded(unit));
        probe.await(ExceedanceJoinedClue.class, fact -> fact.clue().equals(id));

        assertThat(page(People.HEAD, at)).contains("起草后又有 1 项超标并入线索");
        assertThat(page(People.INSPECTOR, at + "/card")).contains("按现有全部超标记录生成的文字");
    }
}
