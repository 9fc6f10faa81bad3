package cn.bishui.permits;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.EndpointWalk;
import cn.bishui.testkit.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

@BishuiIT
class AccessIT {

    private static final List<String> READ = List.of(
            "GET /api/permits/v1/permits",
            "GET /api/permits/v1/permits/{number}",
            "GET /api/permits/v1/units",
            "GET /api/permits/v1/units/{code}",
            "GET /permits",
            "GET /permits.csv",
            "GET /permits/{number:[0-9A-Z]+}",
            "GET /permits/units",
            "GET /permits/units.csv",
            "GET /permits/units/{code}");

    private final EndpointWalk walk;

    AccessIT(EndpointWalk walk) {
        this.walk = walk;
    }

    @Test
    void nobodyGetsInWithoutATokenOrARole() {
        walk.assertGuarded("GET /permits/todo");
    }

    @Test
    void readersOfEveryBureauReadAndDoNothingElse() {
        for (Bureau bureau : Bureau.values()) {
            assertThat(moves(walk.reachableWith(Tokens.as("reader", bureau, "permits.reader"))))
                    .as(bureau.name())
                    .isEmpty();
        }
        assertThat(walk.reachableWith(Tokens.as("reader", Bureau.GOV, "permits.reader")))
                .containsAll(READ);
    }

    @Test
    void clerksDoNotDecideAndApproversDoNotDraft() {
        assertThat(moves(walk.reachableWith(PermitsClient.CLERK)))
                .isNotEmpty()
                .noneMatch(move -> move.endsWith("/grant") || move.endsWith("/return"));
        assertThat(moves(walk.reachableWith(PermitsClient.APPROVER)))
                .isNotEmpty()
                .allMatch(move -> move.endsWith("/grant") || move.endsWith("/return"));
    }

    @Test
    void clerksAndApproversOfOtherBureausMoveNothing() {
        walk.assertMovesReserved(Bureau.ENV, "permits.clerk");
        walk.assertMovesReserved(Bureau.ENV, "permits.approver");
    }

    @Test
    void rolesOfOtherServicesOpenNothing() {
        assertThat(walk.reachableWith(
                        Tokens.as("other", Bureau.ENV, "enforcement.head", "monitoring.duty", "disclosure.editor")))
                .containsExactly("GET /error", "GET /permits/todo");
    }

    private static List<String> moves(List<String> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> !endpoint.startsWith("GET "))
                .toList();
    }
}
