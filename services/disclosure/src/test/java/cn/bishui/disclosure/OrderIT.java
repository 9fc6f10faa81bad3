package cn.bishui.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.enforcement.YellowCardShown;
import cn.bishui.contracts.monitoring.DailyLimitCorrected;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.disclosure.card.Card;
import cn.bishui.disclosure.card.ShowCard;
import cn.bishui.disclosure.clue.ClueStep;
import cn.bishui.disclosure.clue.FollowClue;
import cn.bishui.disclosure.exceedance.CorrectExceedance;
import cn.bishui.disclosure.exceedance.Correction;
import cn.bishui.disclosure.exceedance.Exceedance;
import cn.bishui.disclosure.exceedance.Exceedances;
import cn.bishui.disclosure.exceedance.PublishExceedance;
import cn.bishui.disclosure.exceedance.PublishedExceedance;
import cn.bishui.disclosure.exceedance.Wanted;
import cn.bishui.disclosure.publication.Source;
import cn.bishui.testkit.BishuiIT;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Facts of different topics come in any order: the public sees the same in the end. */
@BishuiIT
class OrderIT {

    private final PublishExceedance publish;
    private final CorrectExceedance correct;
    private final FollowClue clue;
    private final ShowCard card;
    private final Exceedances exceedances;

    OrderIT(
            PublishExceedance publish,
            CorrectExceedance correct,
            FollowClue clue,
            ShowCard card,
            Exceedances exceedances) {
        this.publish = publish;
        this.correct = correct;
        this.clue = clue;
        this.card = card;
        this.exceedances = exceedances;
    }

    @Test
    void showsTheSameInWhateverOrderACaseIsTold() {
        assertSame(
                facts -> List.of(
                        facts.exceedance(1), facts.clueOpened(1), facts.exceedance(2), facts.joined(2), facts.card(1)),
                "yellow-card card,clue");
    }

    @Test
    void showsTheSameInWhateverOrderAFilingIsTold() {
        assertSame(
                facts -> List.of(
                        facts.exceedance(1), facts.clueOpened(1), facts.card(1), facts.filed(), facts.joined(2)),
                "case-filed card filed");
    }

    @Test
    void showsTheSameInWhateverOrderADismissalIsTold() {
        assertSame(
                facts -> List.of(
                        facts.exceedance(1),
                        facts.clueOpened(1),
                        facts.exceedance(2),
                        facts.joined(2),
                        facts.dismissed()),
                "dismissed why,dismissed why");
    }

    @Test
    void showsTheSameInWhateverOrderCorrectionsAreTold() {
        assertSame(
                facts -> List.of(
                        facts.exceedance(1),
                        facts.clueOpened(1),
                        facts.corrected(1, 1, false, "41.5"),
                        facts.corrected(1, 2, true, "94.25")),
                "clue 94.25");
        assertSame(
                facts -> List.of(
                        facts.exceedance(1),
                        facts.corrected(1, 1, true, "94.25"),
                        facts.clueOpened(1),
                        facts.corrected(1, 2, false, "41.5")),
                "withdrawn 115.0");
    }

    private void assertSame(Function<Facts, List<Object>> told, String expected) {
        for (List<Integer> order : permutations(told.apply(new Facts()).size())) {
            Facts facts = new Facts();
            List<Object> all = told.apply(facts);
            order.forEach(index -> tell(all.get(index)));
            assertThat(seen(facts)).as("in the order " + order).isEqualTo(expected);
        }
    }

    private String seen(Facts facts) {
        return String.join(
                ",",
                exceedances.after(Wanted.ofUnit(facts.unit), null, 10).stream()
                        .sorted((one, other) -> one.exceedance()
                                .id()
                                .compareTo(other.exceedance().id()))
                        .map(OrderIT::words)
                        .toList());
    }

    private static String words(PublishedExceedance each) {
        return each.status().code()
                + (each.cardNumber() == null ? "" : " card")
                + (each.caseNumber() == null ? "" : " filed")
                + (each.dismissalReason() == null ? "" : " why")
                + (each.correctedAt() == null ? "" : " " + each.exceedance().value());
    }

    private void tell(Object fact) {
        Source source = new Source(UUID.randomUUID().toString(), fact.getClass().getSimpleName(), Facts.JUDGED);
        switch (fact) {
            case DailyLimitExceeded f ->
                publish.publish(
                        new Exceedance(
                                f.exceedance(),
                                f.unit(),
                                f.unitName(),
                                f.outlet(),
                                f.outletName(),
                                f.pollutant(),
                                f.pollutantName(),
                                f.day(),
                                f.value(),
                                f.limit(),
                                f.limitMin(),
                                f.limitMax(),
                                f.unitOfMeasure(),
                                f.multiple(),
                                f.permit(),
                                f.limitSet(),
                                f.judgedAt()),
                        source);
            case DailyLimitCorrected f ->
                correct.correct(
                        new Correction(
                                f.exceedance(),
                                f.revision(),
                                f.stands(),
                                f.value(),
                                f.limit(),
                                f.limitMin(),
                                f.limitMax(),
                                f.multiple(),
                                f.limitSet(),
                                f.reason(),
                                f.correctedAt()),
                        f.exceedance(),
                        f.unit(),
                        source);
            case ClueOpened f ->
                clue.follow(
                        new ClueStep.Opened(f.clue(), f.number(), f.unit(), f.unitName(), f.exceedance(), f.openedAt()),
                        source);
            case ExceedanceJoinedClue f ->
                clue.follow(new ClueStep.Joined(f.clue(), f.exceedance(), f.joinedAt()), source);
            case CaseFiled f ->
                clue.follow(new ClueStep.Filed(f.clue(), f.caseNumber(), f.unit(), f.unitName(), f.filedAt()), source);
            case ClueDismissed f ->
                clue.follow(
                        new ClueStep.Dismissed(f.clue(), f.unit(), f.unitName(), f.reason(), f.dismissedAt()), source);
            case YellowCardShown f ->
                card.show(
                        new Card(
                                f.number(),
                                f.clue(),
                                Card.Colour.YELLOW,
                                f.unit(),
                                f.unitName(),
                                f.exceedances(),
                                f.reason(),
                                f.measure(),
                                f.shownOn(),
                                f.shownAt()),
                        source);
            default -> throw new IllegalArgumentException(fact.toString());
        }
    }

    private static List<List<Integer>> permutations(int count) {
        List<List<Integer>> all = List.of(List.of());
        for (int length = 0; length < count; length++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> start : all) {
                IntStream.range(0, count).filter(next -> !start.contains(next)).forEach(next -> {
                    List<Integer> order = new ArrayList<>(start);
                    order.add(next);
                    longer.add(order);
                });
            }
            all = longer;
        }
        return all;
    }
}
