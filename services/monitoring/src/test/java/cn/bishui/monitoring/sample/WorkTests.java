package cn.bishui.monitoring.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WorkTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final Instant NOW = Instant.parse("2026-11-03T08:00:00Z");

    private static Sample draft() {
        return new Sample("SY-1", "S01", DAY, "sampler", Condition.NORMAL, "", Work.first(), 0)
                .finding(List.of(new Finding("w21003", "1.77", "HJ 535-2009", "analyst", DAY)));
    }

    private static Sample signed() {
        return draft().submitted("analyst", NOW)
                .reviewed("a", NOW)
                .reviewed("b", NOW)
                .reviewed("c", NOW);
    }

    private static void refused(String code, ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    @Test
    void isReviewedByThreePeopleAndThenReleased() {
        Sample released = signed().released("head", NOW);
        assertThat(released.work().stage()).isEqualTo(Stage.RELEASED);
        assertThat(released.work().steps().keySet())
                .containsExactlyInAnyOrder(
                        Stage.SUBMITTED, Stage.CHECKED, Stage.REVIEWED, Stage.SIGNED, Stage.RELEASED);
        assertThat(released.version()).isEqualTo(6);
    }

    @Test
    void nobodyReviewsTwiceOrTheirOwnWork() {
        Sample submitted = draft().submitted("clerk", NOW);
        for (String own : List.of("analyst", "sampler", "clerk")) {
            refused("sample.own-analysis", () -> submitted.reviewed(own, NOW));
        }
        Sample checked = submitted.reviewed("a", NOW);
        refused("sample.reviewed-before", () -> checked.reviewed("a", NOW));
        Sample reviewed = checked.reviewed("b", NOW);
        refused("sample.reviewed-before", () -> reviewed.reviewed("a", NOW));
        refused("sample.reviewed-before", () -> reviewed.reviewed("b", NOW));
        assertThat(reviewed.work().mayBeReviewedBy("c", "sampler")).isTrue();
        assertThat(reviewed.work().mayBeReviewedBy("b", "sampler")).isFalse();
    }

    @Test
    void knowsItsOrder() {
        refused("sample.not-in-review", () -> draft().reviewed("a", NOW));
        refused("sample.not-signed", () -> draft().released("head", NOW));
        refused("sample.not-released", () -> signed().corrected("x"));
        refused("sample.not-draft", () -> signed().finding(List.of()));
        refused("sample.not-draft", () -> signed().submitted("analyst", NOW));
        refused("sample.not-in-review", () -> signed().released("head", NOW).sentBack("请复核"));
    }

    @Test
    void sendingBackUndoesTheReviews() {
        Sample back = signed().sentBack("请复核");
        assertThat(back.work().stage()).isEqualTo(Stage.DRAFT);
        assertThat(back.work().steps()).isEmpty();
        assertThat(back.work().progress()).isEqualTo("returned");
        assertThat(back.submitted("analyst", NOW).work().progress()).isEqualTo("submitted");
        assertThat(back.work().findings()).hasSize(1);
    }

    @Test
    void aCorrectionIsAFurtherVersionWithAReason() {
        Work corrected = signed().released("head", NOW).corrected("稀释倍数有误").work();
        assertThat(corrected.number()).isEqualTo(2);
        assertThat(corrected.reason()).isEqualTo("稀释倍数有误");
        assertThat(corrected.findings()).hasSize(1);
        assertThat(corrected.stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void isDiscardedOnlyBeforeItIsHandedInOrReleased() {
        Work discarded = draft().discarded("点位选错").work();
        assertThat(discarded.stage()).isEqualTo(Stage.DISCARDED);
        assertThat(discarded.remark()).isEqualTo("点位选错");
        Sample submitted = draft().submitted("analyst", NOW);
        refused("sample.not-discardable", () -> submitted.discarded("x"));
        Sample returned = submitted.sentBack("x");
        assertThat(returned.discarded("y").work().stage()).isEqualTo(Stage.DISCARDED);
        assertThat(draft().mayBeDiscardedBy(draft().takenBy())).isTrue();
        assertThat(draft().mayBeDiscardedBy("another")).isFalse();
        assertThat(returned.mayBeDiscardedBy(returned.takenBy()))
                .as("what a reviewer has seen")
                .isFalse();
        Sample corrected = signed().released("head", NOW).corrected("y");
        refused("sample.not-discardable", () -> corrected.discarded("x"));
        refused("sample.not-draft", () -> draft().discarded("x").submitted("analyst", NOW));
    }

    @Test
    void isAnalysedBetweenTheSamplingAndToday() {
        assertThat(Finding.analysed(DAY, DAY, DAY)).isEqualTo(DAY);
        refused("sample.analysed-before", () -> Finding.analysed(DAY.minusDays(1), DAY, DAY));
        refused("sample.analysed-future", () -> Finding.analysed(DAY.plusDays(1), DAY, DAY));
    }

    @Test
    void hasResultsOnlyWhereWaterWasTaken() {
        Sample ice = new Sample("SY-2", "S01", DAY, "sampler", Condition.ICE, "", Work.first(), 0);
        refused("sample.nothing-taken", () -> ice.finding(draft().work().findings()));
        assertThat(ice.submitted("sampler", NOW).work().stage()).isEqualTo(Stage.SUBMITTED);
        refused("sample.nothing-found", () -> draft().finding(List.of()).submitted("analyst", NOW));
    }

    @Test
    void aCertificateCoversItsItemsOnItsDaysOnly() {
        var some = new Certificates.Certificate("1", "analyst", "ENV", Set.of("w21003"), DAY, DAY.plusDays(1));
        assertThat(some.covers("w21003", DAY)).isTrue();
        assertThat(some.covers("w21003", DAY.plusDays(2))).isFalse();
        assertThat(some.covers("w21003", DAY.minusDays(1))).isFalse();
        assertThat(some.covers("w21011", DAY)).isFalse();
        assertThat(new Certificates.Certificate("2", "analyst", "ENV", Set.of(), DAY, DAY).covers("w21011", DAY))
                .isTrue();
    }
}
