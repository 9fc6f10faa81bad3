package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.EndpointWalk;
import cn.bishui.testkit.Tokens;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@BishuiIT
class AccessIT {

    private static final String TODO = "GET /enforcement/todo";

    private static final List<String> READING = List.of(
            "GET /api/enforcement/v1/cards",
            "GET /api/enforcement/v1/clues",
            "GET /api/enforcement/v1/clues/{id}",
            "GET /api/enforcement/v1/clues/{id}/card",
            "GET /api/enforcement/v1/clues/{id}/history",
            "GET /enforcement",
            "GET /enforcement/cards",
            "GET /enforcement/cards.csv",
            "GET /enforcement/clues",
            "GET /enforcement/clues.csv",
            "GET /enforcement/clues/{id}");

    private static final List<String> DRAFTING = List.of(
            "POST /api/enforcement/v1/clues/{id}/card",
            "POST /api/enforcement/v1/clues/{id}/proposal",
            "GET /enforcement/clues/{id}/card",
            "POST /enforcement/clues/{id}/card",
            "GET /enforcement/clues/{id}/proposal",
            "POST /enforcement/clues/{id}/proposal");

    private static final List<String> DECIDING = List.of(
            "POST /api/enforcement/v1/clues/{id}/card/return",
            "POST /api/enforcement/v1/clues/{id}/card/sign",
            "POST /api/enforcement/v1/clues/{id}/proposal/decide",
            "GET /enforcement/clues/{id}/card/return",
            "POST /enforcement/clues/{id}/card/return",
            "POST /enforcement/clues/{id}/card/sign",
            "GET /enforcement/clues/{id}/proposal/decide",
            "POST /enforcement/clues/{id}/proposal/decide");

    /** What every service answers to auditors and operators; the libraries have their own tests. */
    private static final Predicate<String> OF_LIBRARIES = Pattern.compile(
                    "(/api/enforcement/v1/(audit|dead-letters)|/enforcement/dead-letters)(/.*)?")
            .asMatchPredicate();

    private final EndpointWalk walk;

    AccessIT(EndpointWalk walk) {
        this.walk = walk;
    }

    @Test
    void everyEndpointIsGuarded() {
        walk.assertGuarded(TODO);
    }

    @Test
    void theTableNamesEveryEndpoint() {
        assertThat(walk.endpoints().stream()
                        .filter(endpoint -> !endpoint.open() && !OF_LIBRARIES.test(endpoint.path()))
                        .map(EndpointWalk.Endpoint::toString))
                .containsExactlyInAnyOrderElementsOf(todoAnd(
                        READING,
                        Stream.concat(DRAFTING.stream(), DECIDING.stream()).toList()));
    }

    @Test
    void eachRoleReachesItsOwn() {
        assertThat(reachedAs("enforcement.reader")).containsExactlyInAnyOrderElementsOf(todoAnd(READING, List.of()));
        assertThat(reachedAs("enforcement.inspector")).containsExactlyInAnyOrderElementsOf(todoAnd(READING, DRAFTING));
        assertThat(reachedAs("enforcement.head")).containsExactlyInAnyOrderElementsOf(todoAnd(READING, DECIDING));
        assertThat(reachedAs("permits.clerk")).containsExactly(TODO);
        assertThat(reachedAs("audit.reader", "platform.operator"))
                .filteredOn(endpoint -> !OF_LIBRARIES.test(endpoint.substring(endpoint.indexOf('/'))))
                .containsExactly(TODO);
        assertThat(reachedAs("monitoring.duty")).containsExactly(TODO);
    }

    @Test
    void nobodyOfAnotherBureauMovesAnything() {
        walk.assertMovesReserved(Bureau.ENV, "enforcement.inspector");
        walk.assertMovesReserved(Bureau.ENV, "enforcement.head");
    }

    private List<String> reachedAs(String... roles) {
        List<String> open = walk.endpoints().stream()
                .filter(EndpointWalk.Endpoint::open)
                .map(EndpointWalk.Endpoint::toString)
                .toList();
        return walk.reachableWith(Tokens.as("somebody", Bureau.ENV, roles)).stream()
                .filter(endpoint -> !open.contains(endpoint))
                .toList();
    }

    private static List<String> todoAnd(List<String> one, List<String> other) {
        return Stream.of(List.of(TODO), one, other).flatMap(List::stream).toList();
    }
}
