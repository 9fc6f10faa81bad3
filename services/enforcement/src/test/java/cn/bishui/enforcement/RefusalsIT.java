package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.enforcement.YellowCardShown;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** What nobody may do. */
@BishuiIT
class RefusalsIT {

    private final People people;
    private final FactProbe probe;
    private String unit;
    private String at;

    RefusalsIT(Environment environment, FactProbe probe) {
        this.people = new People(environment);
        this.probe = probe;
    }

    @BeforeEach
    void aClue() {
        unit = Samples.unit();
        probe.send(Samples.exceeded(unit));
        at = "/clues/" + people.awaitClue(unit, "open").path("id").asString();
    }

    private long draftedBy(String token) {
        return people.post(token, at + "/card", Map.of("reason", "超标", "measure", "limit-production"))
                .ok()
                .path("version")
                .asLong();
    }

    private long proposedBy(String token) {
        return people.post(token, at + "/proposal", Map.of("decision", "file", "reason", "超标"))
                .ok()
                .path("version")
                .asLong();
    }

    private void assertRefused(People.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void nobodySignsOrReturnsACardOfTheirOwn() {
        long version = draftedBy(People.BOTH);

        assertRefused(people.post(People.BOTH, at + "/card/sign", Map.of("version", version)), 403, "card.four-eyes");
        assertRefused(
                people.post(People.BOTH, at + "/card/return", Map.of("version", version, "reason", "改")),
                403,
                "card.four-eyes");
        people.post(People.HEAD, at + "/card/sign", Map.of("version", version)).ok();
    }

    @Test
    void nobodyDecidesOnAProposalOfTheirOwn() {
        long version = proposedBy(People.BOTH);

        assertRefused(
                people.post(People.BOTH, at + "/proposal/decide", Map.of("version", version, "agree", true)),
                403,
                "clue.four-eyes");
        assertRefused(
                people.post(
                        People.BOTH,
                        at + "/proposal/decide",
                        Map.of("version", version, "agree", false, "reason", "改")),
                403,
                "clue.four-eyes");
        people.post(People.HEAD, at + "/proposal/decide", Map.of("version", version, "agree", true))
                .ok();
    }

    @Test
    void otherBureausMakeNoMoveWhateverTheirRoles() {
        String stranger = Tokens.as("water-head", Bureau.WATER, "enforcement.inspector", "enforcement.head");

        assertRefused(
                people.post(stranger, at + "/card", Map.of("reason", "超标", "measure", "limit-production")),
                403,
                "forbidden");
        assertRefused(
                people.post(stranger, at + "/proposal", Map.of("decision", "file", "reason", "超标")), 403, "forbidden");
        long card = draftedBy(People.INSPECTOR);
        assertRefused(people.post(stranger, at + "/card/sign", Map.of("version", card)), 403, "forbidden");
        long clue = proposedBy(People.INSPECTOR);
        assertRefused(
                people.post(stranger, at + "/proposal/decide", Map.of("version", clue, "agree", true)),
                403,
                "forbidden");
        assertThat(people.get(stranger, "/enforcement/todo").body()).doesNotContain("href=\"/enforcement/clues/");
    }

    @Test
    void aRoleDoesNotDoTheOthersWork() {
        long card = draftedBy(People.INSPECTOR);
        assertRefused(people.post(People.INSPECTOR, at + "/card/sign", Map.of("version", card)), 403, "forbidden");
        assertRefused(
                people.post(People.HEAD, at + "/card", Map.of("reason", "超标", "measure", "limit-production")),
                403,
                "forbidden");
        assertRefused(people.post(People.READER, at + "/card/sign", Map.of("version", card)), 403, "forbidden");
    }

    @Test
    void aCardIsSignedOnce() {
        long version = draftedBy(People.INSPECTOR);
        people.post(People.HEAD, at + "/card/sign", Map.of("version", version)).ok();

        assertRefused(people.post(People.HEAD, at + "/card/sign", Map.of("version", version)), 409, "card.not-drafted");
        assertRefused(
                people.post(People.INSPECTOR, at + "/card", Map.of("reason", "再起草", "measure", "limit-production")),
                409,
                "card.not-writable");
        probe.await(YellowCardShown.class, fact -> fact.unit().equals(unit));
        assertThat(probe.heard(YellowCardShown.class))
                .filteredOn(fact -> fact.unit().equals(unit))
                .hasSize(1);
    }

    @Test
    void theHeadSignsNothingThatChangedUnseen() {
        long seen = draftedBy(People.INSPECTOR);
        people.post(
                        People.SECOND_INSPECTOR,
                        at + "/card",
                        Map.of("reason", "另一段文字", "measure", "stop-production", "version", seen))
                .ok();

        assertRefused(people.post(People.HEAD, at + "/card/sign", Map.of("version", seen)), 409, "stale");
        assertRefused(
                people.post(
                        People.INSPECTOR,
                        at + "/card",
                        Map.of("reason", "旧稿", "measure", "limit-production", "version", seen)),
                409,
                "stale");
    }

    @Test
    void theHeadDecidesOnNoEvidenceUnseen() {
        long seen = proposedBy(People.INSPECTOR);
        String id = at.substring("/clues/".length());
        probe.send(Samples.exceeded(unit));
        probe.await(ExceedanceJoinedClue.class, fact -> fact.clue().equals(id));

        assertRefused(
                people.post(People.HEAD, at + "/proposal/decide", Map.of("version", seen, "agree", true)),
                409,
                "stale");
        people.post(
                        People.HEAD,
                        at + "/proposal/decide",
                        Map.of("version", people.clue(id).path("version").asLong(), "agree", true))
                .ok();
    }

    @Test
    void whatIsDecidedStays() {
        long version = proposedBy(People.INSPECTOR);
        assertRefused(
                people.post(People.INSPECTOR, at + "/proposal", Map.of("decision", "dismiss", "reason", "改主意")),
                409,
                "clue.not-open");
        people.post(People.HEAD, at + "/proposal/decide", Map.of("version", version, "agree", true))
                .ok();
        assertRefused(
                people.post(People.HEAD, at + "/proposal/decide", Map.of("version", version, "agree", true)),
                409,
                "clue.not-proposed");
        assertRefused(
                people.post(People.INSPECTOR, at + "/proposal", Map.of("decision", "dismiss", "reason", "改主意")),
                409,
                "clue.not-open");
    }

    @Test
    void everyFaultOfABodyIsNamed() {
        People.Answer answer = people.post(People.INSPECTOR, at + "/card", Map.of("measure", "close"));
        assertRefused(answer, 422, "invalid-input");
        assertThat(answer.body())
                .contains("{\"field\":\"reason\",\"message\":\"请填写\"}")
                .contains("{\"field\":\"measure\",\"message\":\"请选择限制生产或停产整治\"}");
        assertRefused(people.post(People.HEAD, at + "/card/sign", Map.of()), 422, "invalid-input");
        People.Answer decision = people.post(People.HEAD, at + "/proposal/decide", Map.of("agree", false));
        assertRefused(decision, 422, "invalid-input");
        assertThat(decision.body()).contains("\"field\":\"version\"", "\"field\":\"reason\"");
        assertRefused(
                people.post(
                        People.INSPECTOR, at + "/proposal", Map.of("decision", "maybe", "reason", "x".repeat(2001))),
                422,
                "invalid-input");
    }

    @Test
    void thereIsNoOtherClue() {
        String nowhere = "/clues/" + Samples.id();
        assertThat(people.get(People.READER, "/api/enforcement/v1" + nowhere).status())
                .isEqualTo(404);
        assertThat(people.get(People.READER, "/api/enforcement/v1" + nowhere + "/history")
                        .status())
                .isEqualTo(404);
        assertThat(people.post(People.HEAD, nowhere + "/card/sign", Map.of("version", 1))
                        .status())
                .isEqualTo(404);
        assertThat(people.post(People.INSPECTOR, nowhere + "/proposal", Map.of("decision", "file", "reason", "x"))
                        .status())
                .isEqualTo(404);
    }
}
