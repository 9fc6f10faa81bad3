package cn.bishui.complaints.citizen;

import cn.bishui.clocks.ExtensionRule;
import cn.bishui.clocks.Law;
import cn.bishui.clocks.Laws;
import cn.bishui.clocks.LegalClock;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.hotline.HotlineClocks;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Within which days things happen to a complaint, as law or the district's own rules have it today. */
@Service
public class Commitments {

    private static final List<String> SHOWN = List.of(
            HotlineClocks.TELL,
            HotlineClocks.PASS,
            HotlineClocks.FINISH,
            HotlineClocks.REEXAMINE,
            HotlineClocks.REEXAMINATION,
            HotlineClocks.REVIEW,
            HotlineClocks.REVIEW_ANSWER);

    private final LegalClocks law;
    private final Clock clock;

    Commitments(LegalClocks law, Clock clock) {
        this.law = law;
        this.clock = clock;
    }

    /**
     * A time limit.
     *
     * @param clock id of the legal clock
     * @param working whether its days are working days
     * @param more days that the head of the bureau may add, null if none
     * @param rule id of the law, as {@code HOT}; the source as it is written where that is no law of ours
     * @param lawName its Chinese name
     * @param article number of the article, empty if none is named
     */
    public record Commitment(
            String clock,
            int days,
            boolean working,
            @Nullable Integer more,
            String rule,
            String lawName,
            String article) {}

    /** All that are shown, in the order in which they come. */
    public List<Commitment> all() {
        var today = LegalClocks.day(clock.instant());
        return SHOWN.stream()
                .filter(each -> law.applies(each, today))
                .map(each -> law.at(each, today))
                .filter(rule -> rule.unit() == LegalClock.Unit.DAY)
                .map(Commitments::commitment)
                .toList();
    }

    private static Commitment commitment(LegalClock rule) {
        String source = rule.source();
        int gap = source.indexOf(' ');
        String id = gap < 0 ? source : source.substring(0, gap);
        boolean known = gap >= 0 && Laws.all().stream().anyMatch(law -> law.id().equals(id));
        return new Commitment(
                rule.clock(),
                Objects.requireNonNull(rule.value(), rule.id()),
                rule.dayKind() == LegalClock.DayKind.WORKING,
                rule.extension(HotlineClocks.BY_HEAD).map(ExtensionRule::atMost).orElse(null),
                known ? id : source,
                known
                        ? Laws.all().stream()
                                .filter(law -> law.id().equals(id))
                                .map(Law::zh)
                                .findFirst()
                                .orElse(id)
                        : source,
                known ? source.substring(gap + 1) : "");
    }
}
