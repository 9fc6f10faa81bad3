package cn.bishui.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.embedded.Ports;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The portal's own endpoints: a new one has to be thought about here. What each asks for, {@link SignInIT} shows. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class AccessIT {

    private static final int PORT = Ports.free();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry properties) {
        properties.add("BISHUI_PORT", () -> PORT);
        properties.add("BISHUI_PORTAL_CLIENT_SECRET", () -> "not asked for here");
    }

    @Test
    void hasTheDeskAndTheErrorPageAndNothingElse() {
        assertThat(mapping.getHandlerMethods().keySet())
                .flatExtracting(endpoint -> endpoint.getPatternValues())
                .containsExactlyInAnyOrder("/desk", "/error");
    }

    @Test
    void showsNobodyTheDeskWhoHasNotSignedIn() throws Exception {
        try (Browser browser = new Browser("http://localhost:" + PORT)) {
            for (String address : new String[] {"/desk", "/desk/", "/desk/x", "/%64esk", "/desk;x", "/./desk"}) {
                assertThat(browser.get(address).statusCode()).as(address).isNotEqualTo(200);
            }
        }
    }
}
