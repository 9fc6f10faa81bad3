package cn.bishui.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.embedded.Ports;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the portal does for people who have not signed in, and for programs: all of it while there is no Keycloak. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class EdgeIT {

    private static final int PORT = Ports.free();
    private static final String HOME = "http://localhost:" + PORT;
    private static final String KEYCLOAK = "http://localhost:" + Ports.free() + "/realms/bishui";
    private static final Upstream DISCLOSURE = new Upstream("disclosure");
    private static final Upstream PERMITS = new Upstream("permits");
    private static final Upstream MONITORING = new Upstream("monitoring");
    private static final Upstream COMPLAINTS = new Upstream("complaints");

    private Browser browser;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry properties) {
        properties.add("BISHUI_PORT", () -> PORT);
        properties.add("BISHUI_PUBLIC_URL", () -> HOME);
        properties.add("BISHUI_ISSUER", () -> KEYCLOAK);
        properties.add("BISHUI_PORTAL_CLIENT_SECRET", () -> "not asked for here");
        properties.add("BISHUI_DISCLOSURE_URL", DISCLOSURE::url);
        properties.add("BISHUI_PERMITS_URL", PERMITS::url);
        properties.add("BISHUI_MONITORING_URL", MONITORING::url);
        properties.add("BISHUI_COMPLAINTS_URL", COMPLAINTS::url);
        properties.add("BISHUI_ENFORCEMENT_URL", () -> "");
        properties.add("spring.http.clients.read-timeout", () -> "1s");
    }

    @AfterAll
    static void stop() {
        List.of(DISCLOSURE, PERMITS, MONITORING, COMPLAINTS).forEach(Upstream::close);
    }

    @BeforeEach
    void open() {
        browser = new Browser(HOME);
        List.of(DISCLOSURE, PERMITS, MONITORING, COMPLAINTS).forEach(Upstream::all);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/exceedances?page=2&sort=-day",
                "/units/91220201244560218X",
                "/cards",
                "/anchors",
                "/open/v1/exceedances.csv?unit=%E9%80%A0%E7%BA%B8&from=2026-11-01",
                "/enforcement/clues"
            })
    void leavesToDisclosureWhatNobodyElseOwns(String address) throws Exception {
        HttpResponse<String> page = browser.get(address, "Authorization", "Bearer somebodys");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("这里是 disclosure");
        Upstream.Asked asked = DISCLOSURE.last();
        assertThat(asked.uri()).isEqualTo(address);
        assertThat(asked.header("Authorization")).isNull();
        assertThat(browser.cookie("bishui-session")).isEmpty();
    }

    @Test
    void sendsReportsOfTheHotlineAndJudgementsWhereTheyBelong() throws Exception {
        for (String address : List.of("/12369", "/12369/report")) {
            assertThat(browser.get(address, "Authorization", "Bearer somebodys").body())
                    .contains("这里是 complaints");
            Upstream.Asked asked = COMPLAINTS.last();
            assertThat(asked.uri()).isEqualTo(address);
            assertThat(asked.header("Authorization")).isNull();
        }
        String api = "/12369/api/complaints/JB-2026-0000123?secret=x";
        assertThat(browser.get(api, "Authorization", "Bearer a-platforms").body())
                .contains("这里是 complaints");
        Upstream.Asked platform = COMPLAINTS.last();
        assertThat(platform.uri()).isEqualTo(api);
        assertThat(platform.header("Authorization")).isEqualTo("Bearer a-platforms");
        assertThat(browser.get("/statistics/complaints").body()).contains("这里是 disclosure");
        assertThat(browser.get("/open/v1/complaints/statistics").body()).contains("这里是 disclosure");
        for (String address : List.of("/judge", "/judge/groundwater?lang=en", "/open/v1/judge/surface-water")) {
            assertThat(browser.get(address, "Authorization", "Bearer somebodys").body())
                    .contains("这里是 monitoring");
            Upstream.Asked asked = MONITORING.last();
            assertThat(asked.uri()).isEqualTo(address);
            assertThat(asked.header("Authorization")).isNull();
        }
    }

    @Test
    void handsOnWhatProgramsWantJudged() throws Exception {
        String body = "{\"waterType\":\"river\",\"values\":{\"w01001\":7.66}}";
        HttpResponse<String> answer = browser.send(browser.request("/open/v1/judge/surface-water")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(MONITORING.last().body()).isEqualTo(body);
    }

    @Test
    void takesComplaintsFromTheProgramsOfOthers() throws Exception {
        HttpResponse<String> answer = browser.send(browser.request("/12369/api/complaints")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "12345-0001")
                .POST(BodyPublishers.ofString("{\"content\":\"河水发黑\"}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        Upstream.Asked asked = COMPLAINTS.last();
        assertThat(asked.header("Idempotency-Key")).isEqualTo("12345-0001");
        assertThat(asked.body()).isEqualTo("{\"content\":\"河水发黑\"}");
    }

    @Test
    void leavesTheStaffsPagesOfTheHotlineToThoseWhoSignedIn() throws Exception {
        assertThat(browser.get("/complaints").statusCode()).isEqualTo(302);
        assertThat(browser.get("/complaints/JB-2026-0000123").statusCode()).isEqualTo(302);
        assertThat(COMPLAINTS.last()).isNull();
        assertThat(browser.get("/api/complaints/v1/complaints", "Authorization", "Bearer the-callers")
                        .body())
                .contains("这里是 complaints");
        assertThat(COMPLAINTS.last().header("Authorization")).isEqualTo("Bearer the-callers");
    }

    @Test
    void handsTheCallersOwnTokenToTheApi() throws Exception {
        HttpResponse<String> answer = browser.send(browser.request("/api/permits/v1/units?q=1")
                .header("Authorization", "Bearer the-callers")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"造纸厂\"}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        Upstream.Asked asked = PERMITS.last();
        assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /api/permits/v1/units?q=1");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer the-callers");
        assertThat(asked.body()).isEqualTo("{\"name\":\"造纸厂\"}");
    }

    @Test
    void leavesItToTheServiceToRefuseACallWithoutToken() throws Exception {
        HttpResponse<String> answer = browser.get("/api/permits/v1/refuses");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("unauthenticated");
    }

    @Test
    void knowsNoApiOfAServiceThatIsNotThere() throws Exception {
        HttpResponse<String> answer = browser.get("/api/enforcement/v1/clues");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, none, 403",
        "Origin, http://elsewhere.example, 403",
        "Origin, null, 403",
        "X-Says, nothing, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Origin, own, 200"
    })
    void letsOnlyOurOwnPagesChangeAnything(String header, String value, int status) throws Exception {
        String said = value.equals("own") ? HOME : value;
        HttpResponse<String> answer = browser.post("/12369/report", Map.of("what", "异味 & 泡沫"), header, said);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(COMPLAINTS.last()).isNull();
            assertThat(answer.body()).contains("不是从本平台的页面发出的");
        } else {
            assertThat(COMPLAINTS.last().body()).isEqualTo(Browser.form(Map.of("what", "异味 & 泡沫")));
        }
    }

    @Test
    void believesSecFetchSiteBeforeOrigin() throws Exception {
        HttpResponse<String> answer =
                browser.post("/12369/report", Map.of(), "Sec-Fetch-Site", "cross-site", "Origin", HOME);
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void tellsServicesThePublicAddressAndNothingAClientMadeUp() throws Exception {
        browser.get(
                "/",
                "Cookie",
                "bishui-session=secret; lang=en; other=1",
                "Forwarded",
                "host=evil.example",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Prefix",
                "/evil");
        Upstream.Asked asked = DISCLOSURE.last();
        assertThat(asked.header("Cookie")).isEqualTo("lang=en");
        assertThat(asked.headers().get("X-Forwarded-Host")).containsExactly("localhost:" + PORT);
        assertThat(asked.headers().get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(asked.headers().get("X-Forwarded-Port")).containsExactly(Integer.toString(PORT));
        assertThat(asked.headers().get("X-Forwarded-For")).hasSize(1).doesNotContain("203.0.113.9");
        assertThat(asked.header("Forwarded")).isNull();
        assertThat(asked.header("X-Forwarded-Prefix")).isNull();
        assertThat(asked.header("Upgrade")).isNull();
        browser.get("/", "Cookie", "lang=klingon");
        assertThat(DISCLOSURE.last().header("Cookie")).isNull();
    }

    @Test
    void countsNobodyForAnotherBecauseTheyBothSaySo() throws Exception {
        browser.get("/", "X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        assertThat(DISCLOSURE.last().headers().get("X-Forwarded-For"))
                .as("nobody before us is trusted unless set")
                .singleElement()
                .asString()
                .matches("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1");
    }

    @Test
    void letsNoServiceSetACookieAndKeepsItsHeaders() throws Exception {
        HttpResponse<String> page = browser.get("/");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'self'; img-src disclosure");
        assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void remembersTheLanguageForEveryService() throws Exception {
        HttpResponse<String> page = browser.get("/cards?lang=en");
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("lang=en");
        browser.get("/cards");
        assertThat(DISCLOSURE.last().header("Cookie")).isEqualTo("lang=en");
    }

    @Test
    void handsOnRedirectsAndCompressedAnswersAsTheyAre() throws Exception {
        HttpResponse<String> redirect = browser.get("/api/permits/redirects");
        assertThat(redirect.statusCode()).isEqualTo(303);
        assertThat(Browser.location(redirect)).isEqualTo("/permits/elsewhere");
        HttpResponse<String> zipped = browser.get("/api/permits/zipped", "Accept-Encoding", "gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(PERMITS.last().header("Accept-Encoding")).isEqualTo("gzip");
        browser.get("/api/permits/plain");
        assertThat(PERMITS.last().header("Accept-Encoding")).isNull();
    }

    @Test
    void servesItsOwnAssets() throws Exception {
        assertThat(browser.get("/assets/desk.js").statusCode()).isEqualTo(200);
        assertThat(browser.get("/assets/bishui.css").headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public");
        assertThat(browser.get("/webjars/htmx.org/dist/htmx.min.js").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/actuator/health").body()).contains("UP");
        assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(DISCLOSURE.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/permits", "/permits.csv", "/permits/units?q=1", "/monitoring/devices"})
    void sendsPeopleToSignInAndKeepsServicesOutOfIt(String address) throws Exception {
        HttpResponse<String> answer = browser.get(address, "X-Forwarded-Host", "evil.example");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).isEqualTo(HOME + "/oauth2/authorization/keycloak");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("bishui-session=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure"));
        assertThat(PERMITS.all()).isEmpty();
        assertThat(MONITORING.all()).isEmpty();

        assertThat(Browser.location(browser.get(Browser.location(answer))))
                .startsWith(KEYCLOAK + "/protocol/openid-connect/auth?")
                .contains("response_type=code", "client_id=portal", "code_challenge_method=S256", "ui_locales=zh-CN")
                .contains("redirect_uri=" + HOME + "/login/oauth2/code/keycloak");
    }

    @Test
    void asksForTheLoginPageInTheReadersLanguage() throws Exception {
        assertThat(Browser.location(browser.get("/oauth2/authorization/keycloak", "Cookie", "lang=en")))
                .contains("ui_locales=en");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/permits/units?page=2, /permits/units?page=2",
        "http://evil.example//evil.example/x, /desk",
        "javascript:alert(1), /desk",
        "not a url, /desk"
    })
    void tellsHtmxToOpenThePageAnewWhereNobodyIsSignedIn(String current, String expected) throws Exception {
        HttpResponse<String> answer =
                browser.get("/permits/todo", "HX-Request", "true", "HX-Current-URL", current, "Accept", "*/*");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue(expected);
        assertThat(answer.body()).doesNotContain("<html");
    }

    @Test
    void tellsScriptsThatNobodyIsSignedIn() throws Exception {
        assertThat(browser.get("/monitoring/map.json", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/monitoring/map.json", "Accept", "*/*", "Sec-Fetch-Mode", "cors")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void takesNoTokenInPlaceOfASession() throws Exception {
        assertThat(browser.get("/permits/units", "Authorization", "Bearer any").statusCode())
                .isEqualTo(302);
        assertThat(PERMITS.all()).isEmpty();
    }

    @Test
    void saysWhichServiceIsDownInTheReadersLanguage() throws Exception {
        DISCLOSURE.stop();
        try {
            HttpResponse<String> page = browser.get("/");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("lang=\"zh-CN\"", "“公开”暂时没有应答", "重试");
            assertThat(browser.get("/", "Cookie", "lang=en").body())
                    .contains("lang=\"en\"", "Disclosure does not answer");
            HttpResponse<String> problem = browser.get("/open/v1/cards", "Accept", "application/json");
            assertThat(problem.statusCode()).isEqualTo(503);
            assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(problem.headers().firstValue("Retry-After")).isPresent();
            assertThat(browser.get("/api/permits/v1/units").statusCode()).isEqualTo(200);
        } finally {
            DISCLOSURE.startAgain();
        }
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotWaitForASilentServiceForever() throws Exception {
        // closed without an answer at once: the time-out itself is what `sleeps` shows
        assertThat(browser.get("/hangs").statusCode()).isEqualTo(503);
        assertThat(browser.get("/sleeps").statusCode()).isEqualTo(503);
    }

    @Test
    void streamsAnUploadThatIsLargerThanItsMemory() throws Exception {
        long size = 1024L * 1024 * 1024;
        assertThat(size).isGreaterThan(Runtime.getRuntime().maxMemory());
        HttpResponse<String> answer = browser.send(browser.request("/api/monitoring/v1/uploads")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> new Zeros(size))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(MONITORING.last().bytes()).isEqualTo(size);
    }

    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(left, length);
            left -= read;
            return read;
        }
    }
}
