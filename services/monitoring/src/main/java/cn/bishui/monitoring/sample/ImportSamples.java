package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.sample.TakeSample.Taken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a table of samples with what was found in them: all of it, or nothing. */
@Service
public class ImportSamples {

    private final TakeSample takeSample;
    private final Samples samples;
    private final Laboratory laboratory;

    ImportSamples(TakeSample takeSample, Samples samples, Laboratory laboratory) {
        this.takeSample = takeSample;
        this.samples = samples;
        this.laboratory = laboratory;
    }

    /**
     * A row of the table.
     *
     * @param number of the row
     */
    public record Candidate(int number, Taken taken) {}

    /**
     * What is wrong with a row.
     *
     * @param number of the row
     */
    public record Fault(int number, RuleBroken why) {}

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
     * @throws Refused with every bad row; nothing is taken then
     */
    @Transactional
    public List<Sample> take(List<Candidate> rows, Actor actor) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Candidate each : rows) {
            try {
                check(each.taken(), seen, actor);
            } catch (RuleBroken broken) {
                faults.add(new Fault(each.number(), broken));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return takeSample.take(rows.stream().map(Candidate::taken).toList(), actor);
    }

    private void check(Taken taken, Set<String> seen, Actor actor) {
        laboratory.mustBeTheirs(taken.site(), actor);
        laboratory.mustBeCertified(taken.findings(), laboratory.bench(taken.site(), taken.on()));
        boolean there = samples.of(taken.site(), taken.on()).isPresent();
        if (there || !seen.add(taken.site() + "/" + taken.on())) {
            throw RuleBroken.conflict("sample.taken-before", taken.site(), taken.on());
        }
    }
}
