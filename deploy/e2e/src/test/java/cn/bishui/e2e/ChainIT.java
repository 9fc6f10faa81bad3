package cn.bishui.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The whole chain, from a device's packet to the public page, on the platform as a user starts it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChainIT {

    private static final System.Logger log = System.getLogger(ChainIT.class.getName());
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The demo's starch works, which keeps its limits until we say otherwise: chemical oxygen demand 100 mg/L. */
    private static final String UNIT = "91220202MADEM01A1X";

    private static final String UNIT_NAME = "碧岸淀粉（示例）有限公司";

    /** A day of which the simulator tells nothing. */
    private final LocalDate day = LocalDate.now(ZONE).minusDays(20);

    private static final int LEAST_PAGES = 15;
    private static final int MOST_PAGES = 120;

    private static final LocalPlatform platform = new LocalPlatform();
    private static String complaint = "";
    private static String secret = "";

    private static Browser browser;
    private static PublicData open;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        platform.down();
        List<String> said = platform.up("--fresh");
        log.log(System.Logger.Level.INFO, "the launcher said\n{0}", String.join("\n", said));
        assertThat(said.getLast()).isEqualTo("Bishui is ready at " + platform.url());
        open = new PublicData(platform.url());
    }

    @AfterAll
    static void stop() {
        browser.close();
        platform.down();
    }

    @Test
    @Order(1)
    void startsWithoutAWarning() {
        assertThat(platform.warnings()).isEmpty();
    }

    @Test
    @Order(2)
    void theDemoDistrictIsAliveWithinAMinute() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(open.exceedances("91220202MADEMQ2B7L"))
                        .singleElement()
                        .satisfies(found -> {
                            assertThat(found.get("pollutant")).isEqualTo("w01018");
                            assertThat(found.get("day"))
                                    .isEqualTo(LocalDate.now(ZONE).minusDays(1).toString());
                        }));
    }

    @Test
    @Order(3)
    void aPacketSentByHandIsOnThePublicPage() {
        Map<String, String> row = platform.rows("devices.csv").stream()
                .filter(each -> UNIT.equals(each.get("unit")))
                .findFirst()
                .orElseThrow();
        Device device = new Device(platform.hj212Port(), String.valueOf(row.get("mn")), String.valueOf(row.get("pw")));

        // the wait is generous for a busy machine, the figure in the log is what counts
        long sent = System.nanoTime();
        assertThat(device.sendDay(day, "w01018", "230.0")).contains("CN=9014");
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !open.exceedances(UNIT).isEmpty());
        log.log(
                System.Logger.Level.INFO,
                "from the packet to the public page: {0} ms",
                (System.nanoTime() - sent) / 1_000_000);

        assertThat(open.exceedances(UNIT)).singleElement().satisfies(found -> {
            assertThat(found.get("unit")).isEqualTo(UNIT_NAME);
            assertThat(found.get("outlet")).isEqualTo("DW001");
            assertThat(found.get("day")).isEqualTo(day.toString());
            assertThat(found.get("value")).hasToString("230.0");
            assertThat(found.get("limit")).hasToString("100");
            assertThat(found.get("multiple")).hasToString("1.30");
        });
        Page page = browser.window(1280);
        page.navigate(platform.url() + "/");
        assertThat(page.content()).contains(UNIT_NAME, "超标1.3倍");
        Browser.picture(page, "public");
        Page phone = browser.window(360);
        phone.navigate(platform.url() + "/?lang=en");
        assertThat(phone.content()).contains(UNIT_NAME).doesNotContain("??");
        assertThat(overflow(phone)).isZero();
        Browser.picture(phone, "public-phone");
    }

    @Test
    @Order(4)
    void theInspectorDraftsTheCardFromTheDesk() {
        Page page = signedIn("env-inspector", 1280);
        page.locator("li", new Page.LocatorOptions().setHasText(UNIT_NAME))
                .first()
                .waitFor();
        Browser.picture(page, "desk-inspector");
        page.locator(".todo li", new Page.LocatorOptions().setHasText(UNIT_NAME))
                .locator("a")
                .first()
                .click();
        Browser.picture(page, "clue");
        page.navigate(clueUrl(page) + "/card");
        Browser.picture(page, "card-draft");
        page.locator("input[name=measure]").first().check();
        page.locator("form.form button[type=submit]").last().click();
        assertThat(page.content()).contains("env-inspector");
        assertThat(page.locator("[popovertarget=sign]").count()).isZero();
    }

    @Test
    @Order(5)
    void theHeadSignsAndThePublicSeesIt() {
        Page page = signedIn("env-head", 1280);
        page.locator(".todo li", new Page.LocatorOptions().setHasText(UNIT_NAME))
                .locator("a")
                .first()
                .click();
        page.locator("[popovertarget=sign]").first().click();
        page.locator("#sign button[type=submit]").click();
        page.waitForLoadState();
        Browser.picture(page, "card-signed");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(open.cards()).singleElement().satisfies(card -> {
                    assertThat(card.get("colour")).isEqualTo("yellow");
                    assertThat(card.get("unitCode")).isEqualTo(UNIT);
                    assertThat(card.get("shownOn"))
                            .isEqualTo(LocalDate.now(ZONE).toString());
                }));
        assertThat(open.exceedances(UNIT))
                .singleElement()
                .satisfies(found -> assertThat(found.get("caseStatus")).isEqualTo("yellow-card"));
        Page home = browser.window(1280);
        home.navigate(platform.url() + "/");
        assertThat(home.content()).contains("黄牌", UNIT_NAME);
        Browser.picture(home, "public-card");
    }

    @Test
    @Order(6)
    void aComplaintIsHandedInOnAPhoneAndAnsweredByTheBureau() {
        Page phone = browser.window(360);
        phone.navigate(platform.url() + "/12369/report");
        phone.fill("#content", "示例桥下的河水发黑，有刺鼻气味。");
        phone.fill("#address", "江湾镇示例桥");
        Browser.picture(phone, "complaint-report");
        assertThat(overflow(phone)).isZero();
        phone.locator("#report .actions button[type=submit]").click();
        phone.waitForSelector("#receipt");
        complaint = phone.locator("#receipt .told").nth(0).textContent();
        secret = phone.locator("#receipt .told").nth(1).textContent();
        Browser.picture(phone, "complaint-receipt");

        Page operator = signedIn("env-hotline-operator", 1280);
        operator.navigate(platform.url() + "/complaints/" + complaint);
        Browser.picture(operator, "complaint-operator");
        confirm(operator, "ask-accept");
        operator.navigate(platform.url() + "/complaints/" + complaint + "/assignment");
        operator.selectOption("#bureau", "WATER");
        send(operator);

        assertThat(Http.get(
                                platform.url() + "/api/complaints/v1/complaints/" + complaint,
                                platform.token("housing-clerk"))
                        .statusCode())
                .as("another bureau's people do not learn that it is there")
                .isEqualTo(404);

        Page handler = signedIn("water-clerk", 1280);
        handler.locator(".todo li", new Page.LocatorOptions().setHasText("江湾镇示例桥"))
                .first()
                .waitFor();
        Browser.picture(handler, "desk-handler");
        handler.navigate(platform.url() + "/complaints/" + complaint);
        handler.locator("form[action$='/taking'] button").click();
        handler.navigate(platform.url() + "/complaints/" + complaint + "/result");
        handler.locator("input[name=finding][value=true]").check();
        for (String field : List.of("checked", "found", "action")) {
            handler.fill("#" + field, "现场检查并采样，已责令清理。");
        }
        handler.fill("#answer", "您反映的情况属实，已责令清理。");
        send(handler);
        Browser.picture(handler, "complaint-drafted");

        Page head = signedIn("water-head", 1280);
        head.navigate(platform.url() + "/complaints/" + complaint);
        confirm(head, "ask-sign");
        Browser.picture(head, "complaint-signed");
    }

    @Test
    @Order(7)
    void theReporterFollowsItAndWantsItReexamined() {
        Page phone = tracked(360);
        assertThat(phone.content()).contains("您反映的情况属实，已责令清理。", "区农水局");
        assertThat(overflow(phone)).isZero();
        Browser.picture(phone, "complaint-answered");
        phone.locator("details:has(form[action='/12369/track/reexamination']) > summary")
                .click();
        phone.locator("form[action='/12369/track/reexamination'] textarea").fill("河水还是黑的。");
        phone.locator("form[action='/12369/track/reexamination'] button[type=submit]")
                .click();
        phone.waitForLoadState();

        Page supervisor = signedIn("gov-supervision-officer", 1280);
        supervisor
                .locator(".todo li", new Page.LocatorOptions().setHasText("江湾镇示例桥"))
                .first()
                .waitFor();
        supervisor.navigate(platform.url() + "/complaints/" + complaint + "/ruling");
        supervisor.locator("input[name=verdict][value=upheld]").check();
        supervisor.fill("#text", "经复查，原答复正确，清理正在进行。");
        send(supervisor);
        Browser.picture(supervisor, "complaint-reexamined");
        assertThat(tracked(1280).content()).contains("经复查，原答复正确，清理正在进行。");
    }

    @Test
    @Order(8)
    void scriptsUseTheApiWithATokenAndNobodyWithoutOne() {
        String clues = platform.url() + "/api/enforcement/v1/clues";
        assertThat(Http.get(clues, null).statusCode()).isEqualTo(401);
        assertThat(Http.get(clues, platform.token("edu-clerk")).statusCode()).isEqualTo(403);
        assertThat(Http.get(clues, platform.token("env-inspector")).body()).contains(UNIT);
    }

    @Test
    @Order(9)
    void everyPageThatSomebodyIsLedToOpensAndStaysWithinAPhone() {
        lookAround("env-duty-officer", 360, "en");
        lookAround("env-lab-head", 360, "zh");
        lookAround("env-lab-analyst", 1280, "en");
        lookAround("env-inspector", 1280, "zh");
        assertThat(browser.complaints()).isEmpty();
    }

    /** Every page that is linked from the desk or from a page that is; of pages that differ in a number or a code one. */
    private static void lookAround(String username, int width, String language) {
        Page page = signedIn(username, width);
        Deque<String> ahead = new ArrayDeque<>(List.of("/desk?lang=" + language));
        Set<String> met = new HashSet<>();
        List<String> seen = new ArrayList<>();
        while (!ahead.isEmpty() && seen.size() < MOST_PAGES) {
            String path = ahead.removeFirst();
            Response answer = page.navigate(platform.url() + path);
            seen.add(path);
            assertThat(answer.status()).as("%s of %s", path, username).isEqualTo(200);
            assertThat(page.content()).as(path).doesNotContain("??");
            assertThat(overflow(page)).as("%s at %d", path, width).isZero();
            for (Object link : (List<?>) page.evaluate("""
                    () => [...document.querySelectorAll('a[href^="/"]:not([download]):not([href*="lang="])')]
                        .map(a => a.getAttribute('href').split('#')[0])
                        .filter(href => !/\\.[a-z]+($|[?])/.test(href) && !href.startsWith('/logout'))""")) {
                String next = String.valueOf(link);
                if (met.add(next.replaceFirst("[?].*", "").replaceAll("/[^/]*[0-9A-Z%][^/]*", "/*"))) {
                    ahead.add(next);
                }
            }
        }
        log.log(System.Logger.Level.INFO, "{0} saw {1} pages: {2}", username, seen.size(), seen);
        assertThat(seen).hasSizeBetween(LEAST_PAGES, MOST_PAGES - 1);
    }

    @Test
    @Order(10)
    void losesNothingWhenEveryProcessIsKilled() {
        platform.killAll();
        List<String> said = platform.up();
        assertThat(said.getLast()).isEqualTo("Bishui is ready at " + platform.url());
        theFindingsAreThere();

        platform.kill("enforcement");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(clues()).contains(UNIT));
        theFindingsAreThere();
    }

    private static void theFindingsAreThere() {
        assertThat(tracked(1280).content()).contains("经复查，原答复正确，清理正在进行。");
        assertThat(open.cards()).hasSize(1);
        assertThat(open.exceedances(UNIT))
                .singleElement()
                .satisfies(found -> assertThat(found.get("caseStatus")).isEqualTo("yellow-card"));
        for (String service : List.of("permits", "monitoring", "enforcement", "complaints")) {
            assertThat(Http.get(platform.url() + "/api/" + service + "/v1/audit/verdict", platform.token("cdi-head"))
                            .body())
                    .as(service)
                    .contains("\"sound\":true");
        }
    }

    private static String clues() {
        return Http.get(platform.url() + "/api/enforcement/v1/clues", platform.token("env-inspector"))
                .body();
    }

    private static Page signedIn(String username, int width) {
        Page page = browser.window(width);
        page.navigate(platform.url() + "/desk");
        page.locator("#username").fill(username);
        page.locator("#password").fill(platform.password(username));
        page.locator("#kc-login").click();
        page.waitForURL("**/desk**");
        return page;
    }

    private static void confirm(Page page, String question) {
        page.locator("[popovertarget=" + question + "]").first().click();
        page.locator("#" + question + " button[type=submit]").click();
        page.waitForLoadState();
    }

    private static void send(Page page) {
        page.locator("form.form .actions button[type=submit]").click();
        page.waitForURL("**/complaints/" + complaint + "*");
    }

    private static Page tracked(int width) {
        Page page = browser.window(width);
        page.navigate(platform.url() + "/12369/track");
        page.fill("#number", complaint);
        page.fill("#secret", secret);
        page.locator("form.form .actions button[type=submit]").click();
        page.waitForLoadState();
        return page;
    }

    private static String clueUrl(Page page) {
        return page.url().replaceAll("(/enforcement/clues/[^/?#]+).*", "$1");
    }

    private static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}
