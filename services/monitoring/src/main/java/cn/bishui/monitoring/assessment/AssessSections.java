package cn.bishui.monitoring.assessment;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.SectionAssessed;
import cn.bishui.contracts.monitoring.SectionAssessed.MainPollutant;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.monitoring.sample.Condition;
import cn.bishui.monitoring.sample.Finding;
import cn.bishui.monitoring.sample.LimitedFindings;
import cn.bishui.monitoring.sample.Released;
import cn.bishui.standards.ItemJudgement;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import cn.bishui.standards.surfacewater.Compliance;
import cn.bishui.standards.surfacewater.ItemClass;
import cn.bishui.standards.surfacewater.PeriodMean;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.SectionAssessment;
import cn.bishui.standards.surfacewater.SurfaceItem;
import cn.bishui.standards.surfacewater.SurfaceWater;
import cn.bishui.standards.surfacewater.WaterClass;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assesses a section for a month from all its released samples, as soon as one is released, and for the quarter and the year
 * from its months; anew where one is corrected. What it was before stays as an earlier revision. The waters in which the
 * section lies follow.
 */
@Service
public class AssessSections implements Released {

    static final String STANDARD = "GB 3838-2002";

    private static final Actor SYSTEM = Actor.system("monitoring");

    private final LimitedFindings limitedFindings;
    private final Sites sites;
    private final Assessments assessments;
    private final AssessWaters assessWaters;
    private final FlagDeclines flagDeclines;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final Rules rules;

    AssessSections(
            LimitedFindings limitedFindings,
            Sites sites,
            Assessments assessments,
            AssessWaters assessWaters,
            FlagDeclines flagDeclines,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            Rules rules) {
        this.limitedFindings = limitedFindings;
        this.sites = sites;
        this.assessments = assessments;
        this.assessWaters = assessWaters;
        this.flagDeclines = flagDeclines;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * What a period has.
     *
     * @param sample what is assessed; null where there is nothing
     * @param withoutValue why there is nothing
     * @param notes what is to be said besides the working
     */
    private record Basis(
            @Nullable Sample sample,
            @Nullable String withoutValue,
            boolean provisional,
            List<String> samples,
            List<String> notes,
            List<Rule> rules) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String site, YearMonth month) {
        Site section =
                sites.on(site, month.atEndOfMonth()).or(() -> sites.find(site)).orElseThrow();
        if (section.description().kind() != SiteKind.SECTION) {
            return;
        }
        sites.hold(site);
        if (nothingNew(site, month)) {
            return;
        }
        List<Period> periods = List.of(Period.of(month), Period.quarterOf(month), Period.yearOf(month));
        for (Period each : periods) {
            assess(on(section, each), each);
        }
        assessWaters.changed(section, periods);
    }

    /** Whether what was released is nothing that is assessed: the month rests on the same findings, or still on none. */
    private boolean nothingNew(String site, YearMonth month) {
        List<String> now = numbers(limitedFindings.released(site, month));
        return assessments
                .latest(site, Period.of(month))
                .map(each -> each.samples().equals(now))
                .orElse(now.isEmpty());
    }

    private static List<String> numbers(List<cn.bishui.monitoring.sample.Sample> released) {
        return released.stream()
                .map(each -> each.number() + "/" + each.work().number())
                .toList();
    }

    private Site on(Site section, Period period) {
        return sites.on(section.code(), period.last()).orElse(section);
    }

    private void assess(Site section, Period period) {
        SurfaceWater water = SurfaceWater.on(period.last(), rules);
        Basis basis = period.span() == Period.Span.MONTH
                ? ofMonth(section, YearMonth.from(period.first()), water)
                : ofMonths(section, period, water);
        int revision = assessments
                .latest(section.code(), period)
                .map(each -> each.revision() + 1)
                .orElse(1);
        SectionAssessment assessed = basis.sample() == null ? null : water.assess(basis.sample());
        Integer target = section.description().targetClass();
        Compliance compliance =
                basis.sample() == null || target == null ? null : water.comply(basis.sample(), WaterClass.of(target));
        Assessment now = assessment(section, period, revision, basis, assessed, compliance);
        assessments.add(now);
        flagDeclines.look(section, now);
        outbox.append(fact(section, now, assessed));
        audit.record(
                SYSTEM,
                "assessment.made",
                section.subject(),
                Map.of(
                        "period", period.text(),
                        "revision", now.revision(),
                        "class", String.valueOf(now.waterClass()),
                        "samples", now.samples()));
    }

    private Basis ofMonth(Site section, YearMonth month, SurfaceWater water) {
        List<cn.bishui.monitoring.sample.Sample> released = limitedFindings.released(section.code(), month);
        List<String> numbers = numbers(released);
        List<Sample> taken = released.stream()
                .filter(each -> each.condition() == Condition.NORMAL)
                .map(each -> new Sample(
                        each.number(), type(section), values(each.work().findings()), null))
                .toList();
        if (taken.isEmpty()) {
            String why = released.stream()
                    .map(each -> each.condition().code())
                    .findFirst()
                    .orElse(Assessment.NOT_SAMPLED);
            return new Basis(null, why, false, numbers, List.of(), List.of());
        }
        if (taken.size() == 1) {
            return new Basis(taken.getFirst(), null, false, numbers, List.of(), List.of());
        }
        Averaged averaged = Averaged.of(water, taken);
        return new Basis(
                Trophic.completed(
                        water, water.mean(section.description().name(), averaged.samples()), averaged.samples()),
                null,
                false,
                numbers,
                averaged.notes(),
                List.of());
    }

    private Basis ofMonths(Site section, Period period, SurfaceWater water) {
        Map<YearMonth, Sample> found = new TreeMap<>();
        Map<YearMonth, String> excused = new TreeMap<>();
        List<String> numbers = new ArrayList<>();
        for (Assessment each : assessments.months(section.code(), period.first(), period.last())) {
            YearMonth month = YearMonth.from(each.period().first());
            numbers.addAll(each.samples());
            if (Assessment.NOT_SAMPLED.equals(each.withoutValue())) {
                continue; // which is no reason: the month lacks
            }
            if (each.withoutValue() != null) {
                excused.put(month, each.withoutValue());
            } else if (!each.found().isEmpty()) {
                found.put(month, each.sample(month.toString(), type(section)));
            } else {
                // assessed before means were kept with it
                Sample anew = ofMonth(section, month, water).sample();
                if (anew != null) {
                    found.put(month, new Sample(month.toString(), anew.type(), anew.values(), null));
                }
            }
        }
        Averaged averaged = Averaged.of(water, List.copyOf(found.values()));
        Map<YearMonth, Sample> months = new TreeMap<>();
        averaged.samples().forEach(each -> months.put(YearMonth.parse(each.section()), each));
        PeriodMean mean = period.span() == Period.Span.YEAR
                ? PeriodMean.year(water, period.first().getYear(), months, excused)
                : PeriodMean.quarter(water, period.first().getYear(), period.quarter(), months, excused);
        List<String> notes = new ArrayList<>();
        notes.add(words(period, mean));
        notes.addAll(averaged.notes());
        boolean tooFew = mean.sufficiency() == PeriodMean.Sufficiency.TOO_FEW;
        Sample whole = mean.mean() == null ? null : Trophic.completed(water, mean.mean(), months.values());
        String without = null;
        if (tooFew || whole == null) {
            boolean onlyExcused = mean.sampled().isEmpty() && mean.lacking().isEmpty() && !excused.isEmpty();
            without = onlyExcused ? excused.values().iterator().next() : Assessment.TOO_FEW;
        }
        return new Basis(
                without != null || whole == null
                        ? null
                        : new Sample(section.description().name(), whole.type(), whole.values(), null),
                without,
                !mean.lacking().isEmpty(),
                numbers,
                notes,
                mean.rules());
    }

    /** {@code 2026: 10 个月有数据; 冰封 2026-01、2026-02; 数据满足要求}. */
    private static String words(Period period, PeriodMean mean) {
        StringBuilder words = new StringBuilder(period.text())
                .append(": ")
                .append(mean.sampled().size())
                .append(" 个月有数据");
        if (!mean.sampled().isEmpty()) {
            words.append(" (").append(joined(mean.sampled())).append(')');
        }
        Map<String, List<YearMonth>> reasons = new LinkedHashMap<>();
        mean.excused()
                .forEach((month, why) ->
                        reasons.computeIfAbsent(why, code -> new ArrayList<>()).add(month));
        reasons.forEach(
                (why, months) -> words.append("; ").append(zh(why)).append(' ').append(joined(months)));
        if (!mean.lacking().isEmpty()) {
            words.append("; 无数据 ").append(joined(mean.lacking()));
        }
        return words.append("; ").append(mean.sufficiency().zh()).toString();
    }

    private static String zh(String why) {
        return switch (why) {
            case "ice" -> "冰封";
            case "dry" -> "断流";
            case "no-access" -> "无法到达";
            default -> why;
        };
    }

    private static String joined(Iterable<YearMonth> months) {
        List<String> texts = new ArrayList<>();
        months.forEach(each -> texts.add(each.toString()));
        return String.join("、", texts);
    }

    static WaterType type(Site section) {
        WaterType declared = section.description().waterType();
        return declared == null ? WaterType.RIVER : declared;
    }

    private static Map<String, Measured> values(List<Finding> findings) {
        Map<String, Measured> values = new LinkedHashMap<>();
        findings.forEach(each -> values.put(each.item(), Measured.parse(each.found())));
        return values;
    }

    private Assessment assessment(
            Site section,
            Period period,
            int revision,
            Basis basis,
            @Nullable SectionAssessment assessed,
            @Nullable Compliance compliance) {
        WaterClass waterClass = assessed == null ? null : assessed.waterClass();
        List<String> working = new ArrayList<>(basis.notes());
        if (assessed != null) {
            working.addAll(assessed.working());
            Stream.ofNullable(compliance)
                    .flatMap(each -> each.exceeded().stream())
                    .map(ItemJudgement::working)
                    .forEach(working::add);
            if (assessed.sample().type() == WaterType.LAKE) {
                working.add(Trophic.of(
                                SurfaceWater.on(period.last(), rules),
                                assessed.sample().values())
                        .working());
            }
        }
        Stream.concat(basis.rules().stream(), assessed == null ? Stream.empty() : assessed.rules().stream())
                .forEach(rule -> working.add(rule.zh() + "; " + rule.basis().source()));
        return new Assessment(
                section.code(),
                period,
                revision,
                waterClass == null ? null : waterClass.code(),
                section.description().targetClass(),
                meets(compliance),
                assessed == null
                        ? List.of()
                        : assessed.mainPollutants().stream()
                                .map(each -> each.text())
                                .toList(),
                evaluated(assessed),
                assessed == null
                        ? List.of()
                        : assessed.missing().stream()
                                .map(each -> each.item().zh())
                                .toList(),
                basis.withoutValue(),
                basis.provisional(),
                basis.sample() == null
                        ? Map.of()
                        : Assessment.printed(basis.sample().values()),
                basis.samples(),
                working,
                clock.instant());
    }

    private static int evaluated(@Nullable SectionAssessment assessed) {
        return assessed == null
                ? 0
                : (int) assessed.items().stream()
                        .filter(each -> each.standing() == ItemClass.Standing.EVALUATED)
                        .count();
    }

    private static @Nullable Boolean meets(@Nullable Compliance compliance) {
        if (compliance == null) {
            return null;
        }
        return switch (compliance.verdict()) {
            case MEETS -> true;
            case EXCEEDS -> false;
            case CANNOT_BE_JUDGED, NOT_JUDGED -> null;
        };
    }

    private SectionAssessed fact(Site section, Assessment now, @Nullable SectionAssessment assessed) {
        Site water = assessWaters.waters(section).stream().findFirst().orElse(null);
        WaterClass waterClass = assessed == null ? null : assessed.waterClass();
        return new SectionAssessed(
                section.code(),
                section.description().name(),
                water == null ? null : water.code(),
                water == null ? null : water.description().name(),
                section.description().level().code(),
                now.period().text(),
                now.revision(),
                now.waterClass(),
                waterClass == null ? null : waterClass.level().zh(),
                now.targetClass(),
                now.meetsTarget(),
                assessed == null
                        ? List.of()
                        : assessed.mainPollutants().stream()
                                .map(each -> new MainPollutant(
                                        each.item().key(), each.item().zh(), each.multiple()))
                                .toList(),
                now.evaluated(),
                now.withoutValue(),
                STANDARD,
                now.assessedAt(),
                now.provisional());
    }

    /**
     * Samples of which a mean can be taken: an item of which one says only that it was not found, with no detection limit, while
     * others have a number, is left out.
     */
    record Averaged(List<Sample> samples, List<String> notes) {

        static Averaged of(SurfaceWater water, List<Sample> samples) {
            List<String> left = new ArrayList<>();
            for (WaterType type : WaterType.values()) {
                for (SurfaceItem item : water.items(type)) {
                    String key = item.item().key();
                    List<Measured> values = samples.stream()
                            .filter(each -> each.type() == type)
                            .flatMap(each -> Stream.ofNullable(each.values().get(key)))
                            .toList();
                    boolean open = values.stream()
                            .anyMatch(each -> each instanceof Measured.Words
                                    || (each instanceof Measured.Below(var limit) && limit == null));
                    boolean numbers = values.stream().anyMatch(each -> !(each instanceof Measured.Below));
                    if (open && numbers) {
                        left.add(key);
                    }
                }
            }
            if (left.isEmpty()) {
                return new Averaged(samples, List.of());
            }
            List<Sample> kept = samples.stream()
                    .map(each -> {
                        Map<String, Measured> values = new LinkedHashMap<>(each.values());
                        values.keySet().removeAll(left);
                        return new Sample(each.section(), each.type(), values, each.oxygenSaturation());
                    })
                    .toList();
            return new Averaged(
                    kept,
                    left.stream()
                            .map(each -> water.item(samples.getFirst().type(), each)
                                            .map(item -> item.item().zh())
                                            .orElse(each)
                                    + ": 未给出检出限, 不能求均值")
                            .toList());
        }
    }
}
