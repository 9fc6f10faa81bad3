package cn.bishui.monitoring.sample;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans which sites are sampled in a month. */
@Service
public class PlanSampling {

    private final Plans plans;
    private final Laboratory laboratory;
    private final AuditLog audit;

    PlanSampling(Plans plans, Laboratory laboratory, AuditLog audit) {
        this.plans = plans;
        this.laboratory = laboratory;
        this.audit = audit;
    }

    /**
     * Plans them; a site that was planned before gets the new day.
     *
     * @param due last day of sampling, in the month
     * @throws RuleBroken {@code plan.empty}, {@code plan.due}, or as {@link Laboratory#bench} and {@link Laboratory#mustBeTheirs}
     */
    @Transactional
    public void plan(List<String> sites, YearMonth month, LocalDate due, String note, Actor actor) {
        if (sites.isEmpty()) {
            throw RuleBroken.invalid("plan.empty");
        }
        if (!YearMonth.from(due).equals(month)) {
            throw RuleBroken.invalid("plan.due");
        }
        for (String each : sites) {
            laboratory.mustBeTheirs(each, actor);
            laboratory.bench(each, due);
            plans.put(each, month, due, note, actor.username());
            audit.record(
                    actor,
                    "plan.made",
                    "site/" + each,
                    Map.of("month", month.toString(), "due", due.toString(), "reason", note));
        }
    }
}
