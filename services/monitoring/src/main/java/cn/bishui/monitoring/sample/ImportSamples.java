package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.monitoring.sample.TakeSample.Taken;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a table of samples with what was found in them: all of it, or nothing. */
@Service
public class ImportSamples {

    private final TakeSample takeSample;
    private final Samples samples;
    private final Laboratory laboratory;
    private final Clock clock;

    ImportSamples(TakeSample takeSample, Samples samples, Laboratory laboratory, Clock clock) {
        this.takeSample = takeSample;
        this.samples = samples;
        this.laboratory = laboratory;
        this.clock = clock;
    }

    /**
     * A row of the table.
     *
     * @param number of the row
     */
    public record Candidate(int number, Taken taken) {}

    /** What of a row is wrong. */
    public enum About {
        SITE,
        DAY,
        ANALYSED,
        NOTE,
        FINDING
    }

    /**
     * What is wrong with a row.
     *
     * @param number of the row
     * @param item whose finding it is; empty where it is none
     */
    public record Fault(int number, About about, String item, RuleBroken why) {}

    /** Some rows cannot be taken, so none was. */
    public static final class Refused extends RuntimeException {

        private final transient List<Fault> faults;

        Refused(List<Fault> faults) {
            super(faults.toString());
            this.faults = List.copyOf(faults);
        }

        /** Every row that cannot be taken, with why. */
        public List<Fault> faults() {
            return faults;
        }
    }

    /**
     * Takes them.
     *
     * @param water that all of them are of
     * @throws Refused with every bad row; nothing is taken then
     */
    @Transactional
    public List<Sample> take(List<Candidate> rows, Water water, Actor actor) {
        List<Fault> faults = faults(rows, water, actor);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return takeSample.take(rows.stream().map(Candidate::taken).toList(), actor);
    }

    /** What keeps rows of a water from being taken, all of it. */
    public List<Fault> faults(List<Candidate> rows, Water water, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Candidate each : rows) {
            Taken taken = each.taken();
            if (taken.on().isAfter(today)) {
                faults.add(new Fault(each.number(), About.DAY, "", RuleBroken.invalid("sample.future", taken.on())));
            }
            if (samples.of(taken.site(), taken.on()).isPresent() || !seen.add(taken.site() + "/" + taken.on())) {
                faults.add(new Fault(
                        each.number(),
                        About.DAY,
                        "",
                        RuleBroken.conflict("sample.taken-before", taken.site(), taken.on())));
            }
            broken(() -> taken.condition().said(taken.note()))
                    .ifPresent(why -> faults.add(new Fault(each.number(), About.NOTE, "", why)));
            taken.findings().stream()
                    .map(Finding::analysedOn)
                    .filter(day -> !day.equals(taken.on()))
                    .distinct()
                    .flatMap(day -> broken(() -> Finding.analysed(day, taken.on(), today)).stream())
                    .forEach(why -> faults.add(new Fault(each.number(), About.ANALYSED, "", why)));
            try {
                laboratory.mustBeTheirs(taken.site(), actor);
                Laboratory.Bench bench = laboratory.bench(taken.site(), taken.on());
                if (bench.water() != water) {
                    throw RuleBroken.invalid("import.is-" + bench.water().code(), taken.site());
                }
                for (Finding finding : taken.findings()) {
                    broken(() -> {
                                laboratory.mustBeOfSite(List.of(finding), bench);
                                laboratory.mustBeCertified(List.of(finding), bench);
                            })
                            .ifPresent(why -> faults.add(new Fault(each.number(), About.FINDING, finding.item(), why)));
                }
            } catch (RuleBroken broken) {
                faults.add(new Fault(each.number(), About.SITE, "", broken));
            }
        }
        return faults;
    }

    private static Optional<RuleBroken> broken(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (RuleBroken broken) {
            return Optional.of(broken);
        }
    }
}
