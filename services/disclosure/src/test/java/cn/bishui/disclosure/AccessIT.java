package cn.bishui.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.EndpointWalk;
import cn.bishui.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** Who may call what. */
@BishuiIT
class AccessIT {

    private final EndpointWalk walk;
    private final Site site;

    AccessIT(EndpointWalk walk, Environment environment) {
        this.walk = walk;
        this.site = new Site(environment);
    }

    @Test
    void guardsWhatIsNotPublic() {
        walk.assertGuarded("GET /disclosure/todo");
    }

    @Test
    void isPublicWhereItIsTheSiteOrOpenData() {
        assertThat(walk.endpoints().stream()
                        .filter(EndpointWalk.Endpoint::open)
                        .map(EndpointWalk.Endpoint::toString)
                        .filter(endpoint -> !endpoint.contains("/error")))
                .containsExactlyInAnyOrder(
                        "GET /",
                        "GET /exceedances",
                        "GET /exceedances.csv",
                        "GET /cards",
                        "GET /cards.csv",
                        "GET /units",
                        "GET /units/{creditCode}",
                        "GET /anchors",
                        "GET /statistics/complaints",
                        "GET /drinking-water",
                        "GET /drinking-water.csv",
                        "GET /open/v1/drinking-water",
                        "GET /open/v1/drinking-water.csv",
                        "GET /open/v1/complaints/statistics",
                        "GET /open/v1/complaints/statistics.csv",
                        "GET /open/v1/exceedances",
                        "GET /open/v1/exceedances.csv",
                        "GET /open/v1/cards",
                        "GET /open/v1/cards.csv",
                        "GET /open/v1/units",
                        "GET /open/v1/units.csv",
                        "GET /open/v1/outlets.geojson",
                        "GET /open/v1/anchors",
                        "GET /open/v1/anchors.csv");
    }

    @Test
    void letsEditorsSeeTheRecordAndNobodyElse() {
        String[] record = {"GET /disclosure", "GET /disclosure/publications.csv", "GET /api/disclosure/v1/publications"
        };
        assertThat(walk.reachableWith(Tokens.as("env-publicity-officer", Bureau.ENV, "disclosure.editor")))
                .contains(record);
        for (String role : new String[] {
            "enforcement.head", "enforcement.inspector", "permits.approver", "monitoring.reader", "platform.operator"
        }) {
            assertThat(walk.reachableWith(Tokens.as("somebody", Bureau.ENV, role)))
                    .as(role)
                    .doesNotContain(record);
        }
    }

    @Test
    void refusesBadTokens() {
        for (String token : new String[] {
            Tokens.expired("env-publicity-officer", Bureau.ENV, "disclosure.editor"),
            Tokens.forged("env-publicity-officer", Bureau.ENV, "disclosure.editor"),
            Tokens.forAudience("permits", "env-publicity-officer", Bureau.ENV, "disclosure.editor")
        }) {
            assertThat(site.get("/api/disclosure/v1/publications", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(site.get("/api/disclosure/v1/publications").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void exposesNothingOfTheServiceItself() {
        for (String path : new String[] {"/actuator/env", "/actuator", "/v3/api-docs", "/swagger-ui.html"}) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
