package cn.bishui.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.embedded.Ports;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portal behind a proxy that ends TLS. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class SecureIT {

    private static final int PORT = Ports.free();
    private static final String PUBLIC = "https://bishui.example.gov.cn";
    private static final Upstream DISCLOSURE = new Upstream("disclosure");

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry properties) {
        properties.add("BISHUI_PORT", () -> PORT);
        properties.add("BISHUI_PUBLIC_URL", () -> PUBLIC);
        properties.add("BISHUI_ISSUER", () -> "https://login.example.gov.cn/realms/bishui");
        properties.add("BISHUI_KEYCLOAK_INTERNAL", () -> "http://keycloak:8080/realms/bishui");
        properties.add("BISHUI_PORTAL_CLIENT_SECRET", () -> "not asked for here");
        properties.add("BISHUI_TRUSTED_PROXIES", () -> "10.244.0.0/16, 127.0.0.0/8");
        properties.add("BISHUI_DISCLOSURE_URL", DISCLOSURE::url);
    }

    @AfterAll
    static void stop() {
        DISCLOSURE.close();
    }

    @Test
    void tellsServicesWhomTheProxyWasAskedByAndNothingThatIsMadeUp() throws Exception {
        try (Browser browser = new Browser("http://127.0.0.1:" + PORT)) {
            browser.get("/", "X-Forwarded-For", "1.2.3.4, 198.51.100.7, 10.244.3.3");
            assertThat(DISCLOSURE.last().headers().get("X-Forwarded-For")).containsExactly("198.51.100.7");
            browser.get("/");
            assertThat(DISCLOSURE.last().headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
        }
    }

    @Test
    void livesAtItsPublicAddressWhateverItIsCalled() throws Exception {
        try (Browser browser = new Browser("http://127.0.0.1:" + PORT)) {
            HttpResponse<String> desk = browser.get("/desk");
            assertThat(Browser.location(desk)).isEqualTo(PUBLIC + "/oauth2/authorization/keycloak");
            assertThat(desk.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
            assertThat(desk.headers().firstValue("Strict-Transport-Security")).isPresent();

            HttpResponse<String> start = browser.get("/oauth2/authorization/keycloak");
            assertThat(Browser.location(start))
                    .startsWith("https://login.example.gov.cn/realms/bishui/protocol/openid-connect/auth?")
                    .contains("redirect_uri=" + PUBLIC + "/login/oauth2/code/keycloak");
            assertThat(browser.post("/logout", Map.of(), "Origin", PUBLIC).statusCode())
                    .isEqualTo(302);
            assertThat(browser.post("/logout", Map.of(), "Origin", "http://127.0.0.1:" + PORT)
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
