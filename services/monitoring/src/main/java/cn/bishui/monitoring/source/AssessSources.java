package cn.bishui.monitoring.source;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.SourceAssessed;
import cn.bishui.contracts.monitoring.SourceAssessed.Exceeded;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.sample.Condition;
import cn.bishui.monitoring.sample.LimitedFindings;
import cn.bishui.monitoring.sample.Released;
import cn.bishui.monitoring.sample.Sample;
import cn.bishui.standards.Item;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rules;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.drinkingwater.SourceJudgement;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assesses a source of drinking water for a month from its released samples, and for a year from those that go beyond the monthly
 * items (全分析); anew where one is corrected.
 */
@Service
public class AssessSources implements Released {

    private static final Actor SYSTEM = Actor.system("monitoring");
    private static final String GROUNDWATER = "groundwater";

    private final LimitedFindings limitedFindings;
    private final Sites sites;
    private final SourceAssessments assessments;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final Rules rules;

    AssessSources(
            LimitedFindings limitedFindings,
            Sites sites,
            SourceAssessments assessments,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            Rules rules) {
        this.limitedFindings = limitedFindings;
        this.sites = sites;
        this.assessments = assessments;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.rules = rules;
    }

    /** A sample, judged. */
    private record Judged(
            Sample sample,
            SourceJudgement judgement,
            boolean full,
            @Nullable Integer waterClass) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String site, YearMonth month) {
        Site source = on(site, month.atEndOfMonth());
        if (source.description().kind() != SiteKind.SOURCE) {
            return;
        }
        sites.hold(site);
        List<Sample> ofMonth = limitedFindings.released(site, month);
        Period period = Period.of(month);
        if (ofMonth.isEmpty() && assessments.latest(site, period).isEmpty()) {
            return; // nothing that is assessed
        }
        keep(source, period, ofMonth, judged(source, ofMonth), false);
        year(site, Period.yearOf(month));
    }

    /** The full-index test of a year, once there is one. */
    private void year(String site, Period year) {
        Site source = on(site, year.last());
        List<Judged> full = new ArrayList<>();
        for (YearMonth each : year.months()) {
            judged(source, limitedFindings.released(site, each)).stream()
                    .filter(Judged::full)
                    .forEach(full::add);
        }
        if (!full.isEmpty() || assessments.latest(site, year).isPresent()) {
            keep(source, year, full.stream().map(Judged::sample).toList(), full, true);
        }
    }

    /** Says that nothing was found of a source in a period that is due. */
    @Transactional
    public void miss(String site, Period period) {
        sites.hold(site);
        if (assessments.latest(site, period).isEmpty()) {
            keep(on(site, period.last()), period, List.of(), List.of(), period.span() == Period.Span.YEAR);
        }
    }

    private Site on(String site, LocalDate day) {
        return sites.on(site, day).or(() -> sites.find(site)).orElseThrow();
    }

    private static boolean isGround(Site source) {
        return JudgedSource.isGround(source);
    }

    private List<Judged> judged(Site source, List<Sample> taken) {
        return taken.stream()
                .filter(each -> each.condition() == Condition.NORMAL)
                .map(each -> judged(source, each))
                .toList();
    }

    private Judged judged(Site source, Sample sample) {
        Map<String, Measured> values = new LinkedHashMap<>();
        sample.work().findings().forEach(each -> values.put(each.item(), Measured.parse(each.found())));
        JudgedSource found = JudgedSource.of(source, sample.takenOn(), values, rules);
        return new Judged(sample, found.judgement(), found.full(), found.waterClass());
    }

    /** Adds a revision, unless the latest says the same already. */
    private void keep(Site source, Period period, List<Sample> taken, List<Judged> judged, boolean full) {
        Optional<SourceAssessment> before = assessments.latest(source.code(), period);
        int revision = before.map(each -> each.revision() + 1).orElse(1);
        Map<String, Exceeded> exceeded = exceeded(judged);
        Set<Item> missing = missing(judged);
        String without = null;
        if (judged.isEmpty()) {
            without = taken.stream()
                    .map(each -> each.condition().code())
                    .findFirst()
                    .orElse(SourceAssessment.NOT_SAMPLED);
        }
        SourceAssessment now = new SourceAssessment(
                source.code(),
                period,
                revision,
                isGround(source) ? GROUNDWATER : "surface",
                full || judged.stream().anyMatch(Judged::full),
                judged.stream()
                        .map(Judged::waterClass)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElse(null),
                meets(judged),
                exceeded.values().stream().map(AssessSources::text).toList(),
                judged.stream()
                        .mapToInt(each -> each.judgement().items().size())
                        .max()
                        .orElse(0),
                missing.stream().map(Item::zh).toList(),
                source.description().details().supplyPerDay(),
                without,
                isGround(source) ? "GB/T 14848-2017" : "GB 3838-2002",
                taken.stream()
                        .map(each -> each.number() + "/" + each.work().number())
                        .toList(),
                working(judged),
                clock.instant());
        if (before.filter(now::isSameAs).isPresent()) {
            return;
        }
        assessments.add(now);
        outbox.append(fact(source, now, List.copyOf(exceeded.values())));
        audit.record(
                SYSTEM,
                "source.assessed",
                source.subject(),
                Map.of(
                        "period", period.text(),
                        "revision", revision,
                        "meets", String.valueOf(now.meets()),
                        "samples", now.samples()));
    }

    private static @Nullable Boolean meets(List<Judged> judged) {
        Verdict verdict = Verdict.together(
                judged.stream().map(each -> each.judgement().verdict()).toList());
        return switch (verdict) {
            case MEETS -> true;
            case EXCEEDS -> false;
            case CANNOT_BE_JUDGED, NOT_JUDGED -> null;
        };
    }

    /** Each item once, with the highest multiple. */
    private static Map<String, Exceeded> exceeded(List<Judged> judged) {
        Map<String, Exceeded> exceeded = new LinkedHashMap<>();
        for (Judged each : judged) {
            for (ItemJudgement item : each.judgement().exceeded()) {
                exceeded.merge(
                        item.item().key(),
                        new Exceeded(item.item().key(), item.item().zh(), item.multiple()),
                        AssessSources::higher);
            }
        }
        return exceeded;
    }

    private static Exceeded higher(Exceeded one, Exceeded other) {
        BigDecimal first = one.multiple();
        BigDecimal second = other.multiple();
        return first == null || (second != null && second.compareTo(first) > 0) ? other : one;
    }

    private static String text(Exceeded each) {
        BigDecimal multiple = each.multiple();
        return multiple == null ? each.name() : each.name() + "(" + multiple.toPlainString() + ")";
    }

    /** What no sample has. */
    private static Set<Item> missing(List<Judged> judged) {
        Set<Item> missing = new LinkedHashSet<>();
        for (int i = 0; i < judged.size(); i++) {
            List<Item> lacking = judged.get(i).judgement().missing();
            if (i == 0) {
                missing.addAll(lacking);
            } else {
                missing.retainAll(lacking);
            }
        }
        return missing;
    }

    private static List<String> working(List<Judged> judged) {
        List<String> working = new ArrayList<>();
        for (Judged each : judged) {
            working.add(
                    each.sample().number() + ": " + each.judgement().verdict().zh());
            each.judgement().items().forEach(item -> working.add(item.working()));
            each.judgement().reference().forEach(item -> working.add("参考: " + item.working()));
            each.judgement()
                    .rules()
                    .forEach(rule -> working.add(rule.zh() + "; " + rule.basis().source()));
        }
        return working;
    }

    private static SourceAssessed fact(Site source, SourceAssessment now, List<Exceeded> exceeded) {
        return new SourceAssessed(
                source.code(),
                source.description().name(),
                now.sourceKind(),
                now.period().text(),
                now.revision(),
                now.fullIndex(),
                now.waterClass(),
                now.meets(),
                exceeded,
                now.items(),
                now.missing().size(),
                now.supplyPerDay(),
                now.withoutValue(),
                now.standard(),
                now.assessedAt());
    }
}
