package cn.bishui.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.embedded.Ports;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in and out with the platform's own realm on a real Keycloak. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class SignInIT {

    private static final int PORT = Ports.free();
    private static final String HOME = "http://localhost:" + PORT;
    private static final String SESSION = "bishui-session";
    private static final Realms KEYCLOAK = new Realms(HOME);
    private static final Upstream ENFORCEMENT = new Upstream("enforcement");
    private static final Upstream DISCLOSURE = new Upstream("disclosure");

    private Browser browser;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry properties) {
        properties.add("BISHUI_PORT", () -> PORT);
        properties.add("BISHUI_PUBLIC_URL", () -> HOME);
        properties.add("BISHUI_ISSUER", KEYCLOAK::issuer);
        properties.add("BISHUI_PORTAL_CLIENT_SECRET", () -> Realms.CLIENT_SECRET);
        properties.add("BISHUI_ENFORCEMENT_URL", ENFORCEMENT::url);
        properties.add("BISHUI_DISCLOSURE_URL", DISCLOSURE::url);
        properties.add("BISHUI_MONITORING_URL", () -> "http://localhost:1");
    }

    @AfterAll
    static void stop() {
        List.of(ENFORCEMENT, DISCLOSURE).forEach(Upstream::close);
        KEYCLOAK.close();
    }

    @BeforeEach
    void open() {
        browser = new Browser(HOME);
        ENFORCEMENT.all();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void bringsAPersonBackToThePageThatWasWantedWithATokenForItsService() throws Exception {
        HttpResponse<String> page =
                browser.signIn("/enforcement/clues?state=open&q=%E9%80%A0%E7%BA%B8", "env-inspector", Realms.PASSWORD);
        assertThat(page.uri()).hasToString(HOME + "/enforcement/clues?state=open&q=%E9%80%A0%E7%BA%B8");
        assertThat(page.body()).contains("这里是 enforcement");
        Upstream.Asked asked = ENFORCEMENT.last();
        assertThat(claims(asked))
                .contains("\"iss\":\"" + KEYCLOAK.issuer() + "\"", "\"preferred_username\":\"env-inspector\"")
                .contains("\"bureau\":\"ENV\"", "enforcement.inspector", "\"enforcement\"");
        assertThat(asked.header("Cookie")).isNull();

        browser.get("/enforcement/clues", "Authorization", "Bearer somebody-elses");
        assertThat(claims(ENFORCEMENT.last())).contains("env-inspector");
        browser.get("/");
        assertThat(DISCLOSURE.last().header("Authorization")).isNull();
        assertThat(browser.get("/api/enforcement/v1/clues").statusCode()).isEqualTo(200);
        assertThat(ENFORCEMENT.last().header("Authorization")).isNull();
    }

    @Test
    void changesTheSessionWhenAPersonSignsIn() throws Exception {
        browser.get("/desk");
        String before = browser.cookie(SESSION).orElseThrow().getValue();
        assertThat(browser.signIn("/desk", "env-inspector", Realms.PASSWORD).statusCode())
                .isEqualTo(200);
        assertThat(browser.cookie(SESSION).orElseThrow().getValue()).isNotEqualTo(before);
        try (Browser thief = new Browser(HOME)) {
            assertThat(thief.get("/desk", "Cookie", SESSION + "=" + before).statusCode())
                    .isEqualTo(302);
        }
    }

    @Test
    void showsThePersonsOwnServicesOnTheDesk() throws Exception {
        HttpResponse<String> desk = browser.signIn("/desk", "env-inspector", Realms.PASSWORD);
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.body())
                .contains("区环保局 · 执法检查岗", "hx-get=\"/enforcement/todo\"", "href=\"/enforcement/todo\"")
                .contains("hx-get=\"/permits/todo\"", "hx-get=\"/monitoring/todo\"", "action=\"/logout\"")
                .doesNotContain("hx-get=\"/disclosure/todo\"", "没有需要在平台上办理", "??");
        assertThat(browser.get("/desk?lang=en").body())
                .contains("lang=\"en\"", "To do")
                .doesNotContain("??");
    }

    /** Any service may have laid something aside. */
    @Test
    void asksEveryServiceForThePlatformsOperator() throws Exception {
        assertThat(browser.signIn("/desk", "env-it-operator", Realms.PASSWORD).body())
                .contains("平台运维岗", "hx-get=\"/permits/todo\"", "hx-get=\"/disclosure/todo\"")
                .doesNotContain("没有需要在平台上办理");
    }

    @Test
    void saysOnTheDeskWhichServiceDoesNotAnswer() throws Exception {
        browser.signIn("/desk", "env-inspector", Realms.PASSWORD);
        HttpResponse<String> fragment =
                browser.get("/monitoring/todo", "HX-Request", "true", "HX-Current-URL", HOME + "/desk");
        assertThat(fragment.statusCode()).isEqualTo(503);
        assertThat(fragment.body()).contains("“监测”暂时没有应答").doesNotContain("<html");
        HttpResponse<String> page = browser.get("/monitoring/devices");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("“监测”暂时没有应答", "action=\"/logout\"", "href=\"/desk\"");
        assertThat(browser.get("/enforcement/todo", "HX-Request", "true").statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsAPersonWithoutADeskThatItIsNotForThem() throws Exception {
        KEYCLOAK.takePosts("env-device-engineer");
        HttpResponse<String> page = browser.signIn("/desk", "env-device-engineer", Realms.PASSWORD);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("没有权限", "平台运维人员", "action=\"/logout\"");
    }

    @Test
    void asksForThePasswordAgainAfterSigningOut() throws Exception {
        browser.signIn("/desk", "env-head", Realms.PASSWORD);
        assertThat(browser.get("/logout").statusCode()).isEqualTo(404);
        assertThat(browser.post("/logout", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);

        HttpResponse<String> out = browser.follow(browser.post("/logout", Map.of(), "Sec-Fetch-Site", "same-origin"));
        assertThat(out.uri()).hasToString(HOME + "/");
        assertThat(out.body()).contains("这里是 disclosure");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        assertThat(browser.open("/desk").body()).contains("name=\"password\"");
    }

    @Test
    void endsTheSessionWhenKeycloakSaysSo() throws Exception {
        browser.signIn("/desk", "env-permit-clerk", Realms.PASSWORD);
        try (Browser other = new Browser(HOME)) {
            other.signIn("/desk", "env-permit-approver", Realms.PASSWORD);
            KEYCLOAK.signOut("env-permit-clerk");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(browser.get("/desk").statusCode()).isEqualTo(302));
            assertThat(other.get("/desk").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void endsTheSessionWhenKeycloakGivesNoNewToken() throws Exception {
        KEYCLOAK.setTokenLifetime(30);
        try (Browser page = new Browser(HOME)) {
            browser.signIn("/desk", "env-duty-officer", Realms.PASSWORD);
            page.signIn("/desk", "env-duty-officer", Realms.PASSWORD);
            KEYCLOAK.setEnabled("env-duty-officer", false);

            HttpResponse<String> fragment =
                    browser.get("/enforcement/todo", "HX-Request", "true", "HX-Current-URL", HOME + "/desk");
            assertThat(fragment.statusCode()).isEqualTo(401);
            assertThat(fragment.headers().firstValue("HX-Redirect")).hasValue("/desk");
            assertThat(browser.get("/desk").statusCode()).isEqualTo(302);

            HttpResponse<String> redirect = page.get("/enforcement/clues?page=3");
            assertThat(redirect.statusCode()).isEqualTo(302);
            assertThat(Browser.location(redirect)).endsWith("/oauth2/authorization/keycloak");
            assertThat(ENFORCEMENT.all()).isEmpty();

            KEYCLOAK.setEnabled("env-duty-officer", true);
            page.forgetKeycloak();
            assertThat(page.signIn("/oauth2/authorization/keycloak", "env-duty-officer", Realms.PASSWORD)
                            .uri())
                    .hasToString(HOME + "/enforcement/clues?page=3");
        } finally {
            KEYCLOAK.setEnabled("env-duty-officer", true);
            KEYCLOAK.setTokenLifetime(300);
        }
    }

    @Test
    void renewsTheTokenAndWithItThePersonsRoles() throws Exception {
        KEYCLOAK.setTokenLifetime(30);
        try {
            browser.signIn("/desk", "env-inspector-2", Realms.PASSWORD);
            browser.get("/enforcement/clues?scope=none");
            String first = ENFORCEMENT.last().header("Authorization");
            browser.get("/enforcement/clues");
            assertThat(ENFORCEMENT.last().header("Authorization"))
                    .startsWith("Bearer ")
                    .isNotEqualTo(first);
            assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
            KEYCLOAK.takePosts("env-inspector-2");
            browser.get("/enforcement/clues");
            assertThat(claims(ENFORCEMENT.last())).doesNotContain("enforcement.inspector");
            assertThat(browser.get("/desk").statusCode()).isEqualTo(403);
            assertThat(browser.post("/logout", Map.of(), "Sec-Fetch-Site", "same-origin")
                            .statusCode())
                    .isEqualTo(302);
        } finally {
            KEYCLOAK.setTokenLifetime(300);
        }
    }

    @Test
    void offersToStartAgainWhenASignInComesBackToNothing() throws Exception {
        HttpResponse<String> page = browser.get("/login/oauth2/code/keycloak?code=stale&state=stale");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("请先登录", "href=\"/desk\"");
    }

    @Test
    void opensTheLoginPageInOurLookInChineseUnlessTheReaderReadsEnglish() throws Exception {
        HttpResponse<String> login = browser.open("/desk");
        assertThat(login.body()).contains("lang=\"zh-CN\"", "<title>登录 · 碧水</title>", "用户名");
        String sheet = login.body().replaceAll("(?s).*href=\"([^\"]+/bishui\\.css)\".*", "$1");
        HttpResponse<String> css = browser.get(login.uri().resolve(sheet).toString());
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.body()).contains("#0e6b72");
        try (Browser english = new Browser(HOME)) {
            assertThat(english.open("/desk?lang=en").body()).contains("lang=\"en\"", "<title>Sign in · Bishui</title>");
        }
    }

    private static String claims(Upstream.Asked asked) {
        String token = asked.header("Authorization").replace("Bearer ", "");
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
