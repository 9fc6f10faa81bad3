package cn.bishui.complaints.citizen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.complaints.contact.Mailbox;
import cn.bishui.complaints.hotline.IntakeOutcome;
import cn.bishui.contracts.complaints.ComplaintRated;
import cn.bishui.contracts.complaints.ComplaintReopened;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The citizens' window, as a browser without script sees it. */
@BishuiIT
class CitizenIT {

    private static final String WORDS = "河边管子在流黑水，味道刺鼻";
    private static final String PLACE = "滨江东路12号对面";

    private final Browser browser;
    private final Staff staff;
    private final Mailbox mailbox;
    private final FactProbe probe;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    CitizenIT(ApplicationContext context, Mailbox mailbox, FactProbe probe, SettableClock clock, JdbcClient jdbc) {
        this.browser = new Browser(context.getEnvironment());
        this.staff = new Staff(context);
        this.mailbox = mailbox;
        this.probe = probe;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void saysWhatHappensWithinWhichDaysAndByWhichArticle() {
        clock.setTo("2026-03-02T09:00");
        assertThat(browser.get("/12369").body())
                .contains("15日内告知您", "《环保举报热线工作管理办法》第8条", "60日内办结", "可再延长30日", "3个工作日", "《信访工作条例》第35条", "tel:110")
                .doesNotContain("??");
        assertThat(browser.get("/12369?lang=en").body())
                .contains("within 60 days of being accepted", "Regulations on petitions (信访工作条例), art. 35")
                .doesNotContain("??");
    }

    @Test
    void takesAReportWhoseBrowserDidItsWork() {
        clock.setTo("2026-03-02T09:00");
        Map<String, String> form = browser.stampedReport(WORDS, PLACE);
        form.put("occurredOn", "2026-03-01");
        form.put("waterSubtype", "outlet");
        form.put("wish", "尽快制止");
        HttpResponse<String> receipt = browser.post("/12369/report", form, List.of());
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        assertThat(receipt.body()).contains("2026-03-17 周二").doesNotContain("??");
        Map<String, String> keys = Browser.keys(receipt);
        assertThat(keys.get("number")).matches("JB-2026-\\d{7}");
        assertThat(keys.get("secret")).matches("[0-9A-HJKMNP-TV-Z]{16}");

        String progress = browser.post("/12369/track", keys).body();
        assertThat(progress)
                .contains(WORDS, PLACE, "排污口", "尽快制止", "收到举报", "2026-03-17 周二")
                .doesNotContain("??");
        assertThat(browser.post("/12369/track?lang=en", keys).body())
                .contains("Received", WORDS)
                .doesNotContain("??");
    }

    @Test
    void takesAReportWithoutScriptAfterSomeSecondsAndKeepsItUntilThen() {
        clock.setTo("2026-03-02T09:00");
        Map<String, String> form = browser.report(WORDS, PLACE);
        HttpResponse<String> tooQuick = browser.post("/12369/report", form, List.of());
        assertThat(tooQuick.statusCode()).isEqualTo(422);
        assertThat(tooQuick.body()).contains(WORDS, PLACE, form.get("stamp")).doesNotContain("??");
        clock.advance(Duration.ofSeconds(9));
        assertThat(browser.post("/12369/report", form, List.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void namesEveryFaultAndKeepsWhatWasTyped() {
        int before = complaints();
        Map<String, String> form = browser.stampedReport(WORDS, " ");
        form.put("occurredOn", "2999-01-01");
        form.put("wish", "请告诉我结果");
        form.put("reachable", "phone");
        form.put("phone", "12345");
        form.put("name", "张某");
        HttpResponse<String> answer = browser.post("/12369/report", form, List.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#address\"", "href=\"#occurredOn\"", "href=\"#phone\"")
                .contains(WORDS, "请告诉我结果", "value=\"张某\"", form.get("stamp"))
                .doesNotContain("??");
        assertThat(complaints()).isEqualTo(before);
        form.put("address", PLACE);
        form.put("occurredOn", "");
        form.put("reachable", "no");
        assertThat(browser.post("/12369/report", form, List.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void givesTheSameReceiptToAFormThatIsSentTwice() {
        int before = complaints();
        Map<String, String> form = browser.stampedReport(WORDS, PLACE);
        Map<String, String> first = Browser.keys(browser.post("/12369/report", form, List.of()));
        Map<String, String> second = Browser.keys(browser.post("/12369/report", form));
        assertThat(second).isEqualTo(first);
        assertThat(complaints()).isEqualTo(before + 1);

        form.put("content", "另外一件事");
        HttpResponse<String> other = browser.post("/12369/report", form);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("已经提交过", "另外一件事").doesNotContain(form.get("stamp"));
        assertThat(complaints()).isEqualTo(before + 1);
    }

    @Test
    void giveNothingAwayToWhoeverLacksTheSecret() {
        Map<String, String> keys = reported();
        Map<String, String> wrongSecret = Map.of("number", keys.get("number"), "secret", "0000-0000-0000-0000");
        Map<String, String> unknown = Map.of("number", "JB-2026-9999999", "secret", "0000-0000-0000-0000");
        HttpResponse<String> wrong = browser.post("/12369/track", wrongSecret);
        HttpResponse<String> none = browser.post("/12369/track", unknown);
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(wrong.body().replace(keys.get("number"), ""))
                .isEqualTo(none.body().replace("JB-2026-9999999", ""));
        assertThat(wrong.body()).contains("编号或查询密码不对", "id=\"number-error\"", "id=\"secret-error\"");
        HttpResponse<String> empty = browser.post("/12369/track", Map.of("number", keys.get("number"), "secret", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body())
                .contains("id=\"secret-error\"", "请填写")
                .doesNotContain("编号或查询密码不对", "id=\"number-error\"");
        for (String deed : List.of("facts", "rating", "reexamination", "review", "reopening")) {
            assertThat(browser.post("/12369/track/" + deed, wrongSecret).statusCode())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(browser.post("/12369/receipt", wrongSecret).statusCode()).isEqualTo(404);
    }

    @Test
    void putsTheSecretIntoNoAddressAndSetsNoCookie() {
        HttpResponse<String> receipt = browser.post("/12369/report", browser.stampedReport(WORDS, PLACE));
        Map<String, String> keys = Browser.keys(receipt);
        HttpResponse<String> progress = browser.post("/12369/track", keys);
        for (HttpResponse<String> page : List.of(receipt, progress)) {
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(page.body()).doesNotContainPattern("(href|action|src)=\"[^\"]*" + keys.get("secret"));
        }
    }

    @Test
    void readsASecretAsPeopleWriteIt() {
        Map<String, String> keys = reported();
        String secret = keys.get("secret");
        String written = TypedSecret.grouped(secret)
                .toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(browser.post(
                                "/12369/track",
                                Map.of("number", " " + keys.get("number").toLowerCase(Locale.ROOT), "secret", written))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void addsFactsOnceHoweverOftenTheyAreSent() {
        Map<String, String> keys = reported();
        Map<String, String> facts = new HashMap<>(keys);
        facts.put("once", Browser.hidden(browser.post("/12369/track", keys).body(), "once"));
        facts.put("words", "昨晚十点又开始排了");
        assertThat(browser.post("/12369/track/facts", facts, List.of()).body()).contains("已补充", "昨晚十点又开始排了");
        assertThat(browser.post("/12369/track/facts", facts).statusCode()).isEqualTo(200);
        assertThat(added(keys)).isEqualTo(1);
        facts.put("once", UUID.randomUUID().toString());
        facts.put("words", " ");
        HttpResponse<String> empty = browser.post("/12369/track/facts", facts);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#words\"");
        assertThat(added(keys)).isEqualTo(1);
    }

    @Test
    void rateTheAnswerOnce() {
        Map<String, String> keys = reported();
        assertThat(browser.post("/12369/track", keys).body()).doesNotContain("/12369/track/rating");
        staff.dealWith(keys.get("number"), "您反映的情况属实，已责令改正。");
        assertThat(browser.post("/12369/track", keys).body())
                .contains("/12369/track/rating", "您反映的情况属实，已责令改正。", "区农水局");
        Map<String, String> rating = new HashMap<>(keys);
        assertThat(browser.post("/12369/track/rating", rating).body()).contains("href=\"#satisfaction\"");
        rating.put("satisfaction", "4");
        rating.put("opinion", "处理得快");
        assertThat(browser.post("/12369/track/rating", rating).statusCode()).isEqualTo(200);
        ComplaintRated rated =
                probe.await(ComplaintRated.class, fact -> fact.number().equals(keys.get("number")));
        assertThat(rated.satisfaction()).isEqualTo(4);
        assertThat(browser.post("/12369/track/rating", rating).statusCode()).isEqualTo(422);
        assertThat(browser.post("/12369/track", keys).body()).doesNotContain("/12369/track/rating");
    }

    @Test
    void askForReexaminationAndReviewWithinThirtyDays() {
        clock.setTo("2026-03-02T09:00");
        Map<String, String> keys = reported();
        String number = keys.get("number");
        staff.dealWith(number, "不属实。");
        clock.setTo("2026-04-01T23:59");
        assertThat(browser.post("/12369/track", keys).body()).contains("请求复查（截至2026-04-01 周三，含当日）");
        Map<String, String> asking = new HashMap<>(keys);
        asking.put("why", "没有到现场看过");
        assertThat(browser.post("/12369/track/reexamination", asking).body()).contains("已请求复查", "复查中", "2026-05-01");
        staff.confirm(number, "维持原答复。");
        assertThat(browser.post("/12369/track", keys).body()).contains("维持原答复。", "请求复核（截至2026-05-01 周五，含当日）");
        asking.put("grounds", "仍不服");
        assertThat(browser.post("/12369/track/review", asking).body()).contains("已请求复核", "复核中");
    }

    @Test
    void askForReexaminationTooLate() {
        clock.setTo("2026-03-02T09:00");
        Map<String, String> keys = reported();
        staff.dealWith(keys.get("number"), "不属实。");
        clock.setTo("2026-04-02T00:01");
        assertThat(browser.post("/12369/track", keys).body()).doesNotContain("/12369/track/reexamination\"");
        Map<String, String> asking = new HashMap<>(keys);
        asking.put("why", "没有到现场看过");
        HttpResponse<String> late = browser.post("/12369/track/reexamination", asking);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("没有完成").doesNotContain("复查中");
    }

    @Test
    void reopensWithinTheWindow() {
        clock.setTo("2026-03-02T09:00");
        Map<String, String> keys = reported();
        String number = keys.get("number");
        staff.dealWith(number, "已责令改正。");
        clock.setTo("2026-03-20T08:00");
        assertThat(browser.post("/12369/track", keys).body()).contains("重新办理（截至2026-04-01 周三，含当日）");
        Map<String, String> again = new HashMap<>(keys);
        again.put("again", "今天早上又排黑水");
        assertThat(browser.post("/12369/track/reopening", again).body()).contains("已重新办理", "今天早上又排黑水", "2026-05-19");
        probe.await(ComplaintReopened.class, fact -> fact.number().equals(number));
    }

    @Test
    void doesNotReopenAfterTheWindow() {
        clock.setTo("2026-03-02T09:00");
        Map<String, String> keys = reported();
        staff.dealWith(keys.get("number"), "已责令改正。");
        clock.setTo("2026-04-02T08:00");
        Map<String, String> again = new HashMap<>(keys);
        again.put("again", "今天早上又排黑水");
        assertThat(browser.post("/12369/track/reopening", again).statusCode()).isEqualTo(422);
        assertThat(browser.post("/12369/track", keys).body()).doesNotContain("/12369/track/reopening\"");
    }

    @Test
    void showsWhoRepeatsTheFirstOnesWayButNothingThatWasWritten() {
        Map<String, String> first =
                Browser.keys(browser.post("/12369/report", browser.stampedReport("我家门口的沟一直黑", "甲方路3号家中")));
        Map<String, String> second = reported();
        staff.dealWith(first.get("number"), "您家门口的沟已清理。");
        staff.refuse(second.get("number"), IntakeOutcome.REPEAT, "同一问题已受理，合并办理。", first.get("number"));
        String page = browser.post("/12369/track", second).body();
        assertThat(page)
                .contains("先前那份举报", "已答复", "同一问题已受理，合并办理。")
                .doesNotContain("我家门口的沟", "甲方路3号", "您家门口的沟已清理", first.get("number"));
        String json = browser.get("/12369/api/complaints/" + second.get("number") + "?secret=" + second.get("secret"))
                .body();
        assertThat(json).contains("\"first\":{\"status\":\"answered\"").doesNotContain("您家门口的沟已清理", "我家门口的沟");
    }

    @Test
    void hintsAtWhatWasReportedNearbyAndLetsItBeFollowed() {
        Map<String, String> form = browser.stampedReport("我家门口排污水", "私密巷7号");
        form.put("longitude", "121.4321");
        form.put("latitude", "31.2345");
        String first = Browser.keys(browser.post("/12369/report", form)).get("number");
        staff.accept(first);
        String around = browser.get("/12369/nearby?lon=121.4325&lat=31.2346&type=water", "HX-Request", "true")
                .body();
        assertThat(around).contains("是同一件事吗", staff.id(first).toString()).doesNotContain("我家门口", "私密巷", first, "<html");
        assertThat(around).contains("约100米内");
        Map<String, String> neighbour = browser.stampedReport(WORDS, PLACE);
        neighbour.put("longitude", "121.43187");
        neighbour.put("latitude", "31.23538");
        browser.post("/12369/report", neighbour);
        for (String from : List.of("lon=121.434&lat=31.235", "lon=121.432&lat=31.236", "lon=121.433&lat=31.234")) {
            Matcher metres = Pattern.compile("约(\\d+)米内")
                    .matcher(browser.get("/12369/nearby?type=water&" + from).body());
            Set<String> told = new HashSet<>();
            while (metres.find()) {
                told.add(metres.group(1));
            }
            assertThat(told)
                    .as("two places some metres apart are one to whoever asks from " + from)
                    .hasSize(1);
        }
        assertThat(browser.get("/12369/nearby?lon=121.4325&lat=31.2346&type=air")
                        .body())
                .doesNotContain(staff.id(first).toString());

        Map<String, String> same = browser.stampedReport(WORDS, PLACE);
        same.put("hint", staff.id(first).toString());
        String second = Browser.keys(browser.post("/12369/report", same)).get("number");
        assertThat(staff.complaint(second).file().hint()).isEqualTo(staff.id(first));
        Map<String, String> nothing = browser.stampedReport(WORDS, PLACE);
        nothing.put("hint", UUID.randomUUID().toString());
        String third = Browser.keys(browser.post("/12369/report", nothing)).get("number");
        assertThat(staff.complaint(third).file().hint()).isNull();
    }

    @Test
    void provesAPhoneByACodeWithEverythingElseKept() {
        Map<String, String> form = browser.stampedReport(WORDS, PLACE);
        form.put("reachable", "phone");
        form.put("name", "张某");
        form.put("phone", "138 0000 0042");
        HttpResponse<String> unproved = browser.post("/12369/report", form, List.of());
        assertThat(unproved.statusCode()).isEqualTo(422);
        assertThat(unproved.body()).contains("请先获取验证码");

        String asked = browser.post("/12369/report/code", form, List.of()).body();
        assertThat(asked)
                .contains(WORDS, PLACE, "value=\"张某\"", form.get("stamp"), "report/code#contact", "验证码已发送")
                .doesNotContain("??");
        form.put("codeRequest", Browser.hidden(asked, "codeRequest"));
        form.put("code", "000000".equals(code("13800000042")) ? "000001" : "000000");
        HttpResponse<String> wrong = browser.post("/12369/report", form, List.of());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#code\"", WORDS);
        form.put("code", code("13800000042"));
        String proved = browser.post("/12369/report/proof", form, List.of()).body();
        assertThat(proved).contains("138****0042 已验证", WORDS).doesNotContain("id=\"phone\"");
        form.put("verified", Browser.hidden(proved, "verified"));
        form.put("code", "");
        form.put("codeRequest", "");
        String number =
                Browser.keys(browser.post("/12369/report", form, List.of())).get("number");
        assertThat(staff.complaint(number).file().reach().id()).isEqualTo("sms");
        assertThat(staff.complaint(number).file().realName()).isTrue();
    }

    @Test
    void keepsPhotosAndShowsThemToWhoHandedThemIn() throws IOException {
        Map<String, String> keys = Browser.keys(browser.post(
                "/12369/report",
                browser.stampedReport(WORDS, PLACE),
                List.of(
                        new Browser.Attached("photos", "a.jpg", "image/jpeg", photo()),
                        new Browser.Attached("photos", "b.jpg", "image/jpeg", photo()),
                        new Browser.Attached("video", "", "application/octet-stream", new byte[0]))));
        List<String> addresses = evidence(browser.post("/12369/track", keys).body());
        assertThat(addresses).hasSize(2);
        assertThat(browser.load(addresses.getFirst()).statusCode()).isEqualTo(200);
        assertThat(browser.load(addresses.getFirst().replaceAll("t=.*", "t=x")).statusCode())
                .isNotEqualTo(200);

        Map<String, String> more = new HashMap<>(keys);
        more.put("once", UUID.randomUUID().toString());
        more.put("words", "");
        Browser.Attached third = new Browser.Attached("photos", "c.jpg", "image/jpeg", photo());
        assertThat(browser.post("/12369/track/facts", more, List.of(third)).statusCode())
                .isEqualTo(200);
        assertThat(browser.post("/12369/track/facts", more).statusCode()).isEqualTo(200);
        assertThat(evidence(browser.post("/12369/track", keys).body())).hasSize(3);
    }

    @Test
    void saysWhatIsWrongWithAPhotoAndThatItMustBeChosenAgain() {
        Map<String, String> form = browser.stampedReport(WORDS, PLACE);
        int before = complaints();
        HttpResponse<String> answer = browser.post(
                "/12369/report",
                form,
                List.of(new Browser.Attached("photos", "a.jpg", "image/jpeg", "no photo".getBytes(UTF_8))));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#photos\"", "请重新选择", WORDS).doesNotContain("??");
        assertThat(complaints()).isEqualTo(before);
        assertThat(browser.post("/12369/report", form, List.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void comesBackToTheFirstPageFromTheAddressOfAStep() {
        for (String path : List.of("/12369/report/code", "/12369/track/facts", "/12369/receipt", "/12369/")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(302);
        }
    }

    private Map<String, String> reported() {
        return Browser.keys(browser.post("/12369/report", browser.stampedReport(WORDS, PLACE)));
    }

    private String code(String phone) {
        List<String> codes = new ArrayList<>();
        await().untilAsserted(() -> {
            mailbox.newest(50).stream()
                    .filter(message -> message.phone().equals(phone))
                    .map(message -> Pattern.compile("\\b\\d{6}\\b").matcher(message.text()))
                    .filter(Matcher::find)
                    .forEach(found -> codes.add(found.group()));
            assertThat(codes).isNotEmpty();
        });
        return codes.getFirst();
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    private static List<String> evidence(String page) {
        return Pattern.compile("href=\"(/12369/evidence/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }

    private int complaints() {
        return jdbc.sql("select count(*) from complaint")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private int added(Map<String, String> keys) {
        return jdbc.sql("select count(*) from added_fact where complaint = :id")
                .param("id", staff.id(keys.get("number")))
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
