package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.Deadline;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.enforcement.card.Draft;
import cn.bishui.enforcement.card.GivenBack;
import cn.bishui.enforcement.card.Measure;
import cn.bishui.enforcement.card.Signature;
import cn.bishui.enforcement.card.YellowCard;
import cn.bishui.enforcement.clue.Clue;
import cn.bishui.enforcement.clue.FilingDecision;
import cn.bishui.enforcement.clue.Suspect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which moves clues and cards know. */
class MovesTests {

    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Actor INSPECTOR = new Actor("env-inspector", "ENV", null);
    private static final Actor HEAD = new Actor("env-head", "ENV", null);

    private static final Suspect SUSPECT = Samples.suspect("91220202MADEMQ2B7L");

    private final AtomicInteger numbersTaken = new AtomicInteger();

    private String number() {
        return "N-" + numbersTaken.incrementAndGet();
    }

    private static Clue.Open open() {
        return Clue.open(
                UUID.randomUUID(),
                "XS-2026-0001",
                SUSPECT,
                NOW,
                new Deadline(LocalDate.of(2026, 12, 16), false, "ENF-FILE", "MEE30 18-19"),
                Samples.cod("100", "0.25"));
    }

    @Test
    void anExceedanceThatJoinsChangesTheVersionAndNotTheClock() {
        Clue.Proposed proposed = open().propose(FilingDecision.FILE, "超标", INSPECTOR, NOW);

        Clue.Proposed joined = proposed.join(Samples.cod("120", "0.50"), SUSPECT);

        assertThat(joined.file().exceedances()).isEqualTo(2);
        assertThat(joined.file().acts()).isZero();
        assertThat(joined.file().version()).isEqualTo(proposed.file().version() + 1);
        assertThat(joined.file().clock()).isEqualTo(proposed.file().clock());
        assertThat(joined.proposal()).isEqualTo(proposed.proposal());
    }

    @Test
    void anActIsCountedApartFromExceedances() {
        Clue.Open joined = open().join(Samples.act(), SUSPECT);

        assertThat(joined.file().exceedances()).isEqualTo(1);
        assertThat(joined.file().acts()).isEqualTo(1);
        assertThat(joined.file().version()).isEqualTo(1);
    }

    @Test
    void whoeverKnowsTheOutletsNameTellsIt() {
        Suspect nameless = new Suspect(SUSPECT.unit(), SUSPECT.unitName(), SUSPECT.outlet(), null);
        Clue.Open fromComplaint = Clue.open(
                UUID.randomUUID(), "XS-2026-0001", nameless, NOW, open().file().clock(), Samples.act());

        assertThat(fromComplaint.join(Samples.act(), nameless).file().suspect()).isEqualTo(nameless);
        assertThat(fromComplaint
                        .join(Samples.cod("100", "0.25"), SUSPECT)
                        .file()
                        .suspect())
                .isEqualTo(SUSPECT);
        assertThat(open().join(Samples.act(), nameless).file().suspect()).isEqualTo(SUSPECT);
    }

    @Test
    void onlyAFiledCaseTakesANumber() {
        assertThat(open().propose(FilingDecision.DISMISS, "轻微", INSPECTOR, NOW).agree(HEAD, NOW, this::number))
                .isInstanceOf(Clue.Dismissed.class);
        assertThat(numbersTaken).hasValue(0);
        assertThat(open().propose(FilingDecision.FILE, "超标", INSPECTOR, NOW).agree(HEAD, NOW, this::number))
                .isInstanceOfSatisfying(
                        Clue.Filed.class,
                        filed -> assertThat(filed.caseNumber()).isEqualTo("N-1"));
    }

    @Test
    void whoProposedNeitherAgreesNorSendsBack() {
        Clue.Proposed proposed = open().propose(FilingDecision.FILE, "超标", INSPECTOR, NOW);

        assertThat(catchThrowableOfType(RuleBroken.class, () -> proposed.agree(INSPECTOR, NOW, this::number))
                        .code())
                .isEqualTo("clue.four-eyes");
        assertThat(catchThrowableOfType(RuleBroken.class, () -> proposed.sendBack("改", INSPECTOR, NOW))
                        .code())
                .isEqualTo("clue.four-eyes");
        assertThat(numbersTaken).hasValue(0);
    }

    @Test
    void whoDraftedNeitherSignsNorGivesBack() {
        YellowCard.Drafted drafted = YellowCard.propose(UUID.randomUUID())
                .write(new Draft("超标", Measure.LIMIT_PRODUCTION, List.of("1"), INSPECTOR.username(), NOW));
        Signature own = new Signature(INSPECTOR.username(), NOW, TODAY);

        assertThat(catchThrowableOfType(RuleBroken.class, () -> drafted.sign(INSPECTOR, own, this::number))
                        .code())
                .isEqualTo("card.four-eyes");
        assertThat(catchThrowableOfType(
                                RuleBroken.class,
                                () -> drafted.giveBack(INSPECTOR, new GivenBack("改", INSPECTOR.username(), NOW)))
                        .code())
                .isEqualTo("card.four-eyes");
        assertThat(numbersTaken).hasValue(0);
        YellowCard.Signed signed = drafted.sign(HEAD, new Signature(HEAD.username(), NOW, TODAY), this::number);
        assertThat(signed.number()).isEqualTo("N-1");
        assertThat(signed.version()).isEqualTo(2);
    }
}
