package cn.bishui.monitoring.drinking;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.monitoring.DrinkingWaterReported;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.drinking.QuarterSamples.Taken;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Approves a quarter of drinking water for publication, and its corrections. */
@Service
public class ApproveQuarter {

    private final AssembleQuarter assembleQuarter;
    private final QuarterSamples samples;
    private final QuarterReports reports;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    ApproveQuarter(
            AssembleQuarter assembleQuarter,
            QuarterSamples samples,
            QuarterReports reports,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.assembleQuarter = assembleQuarter;
        this.samples = samples;
        this.reports = reports;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Approves it as it is now. Whoever released one of its samples cannot.
     *
     * @param seen {@link DrinkingQuarter#digest} of what the actor saw
     * @param incompleteReason why it is published though something is missing; empty if nothing is
     * @param correctionReason why the revision before is corrected; empty for the first
     * @throws RuleBroken {@code drinking.not-over}, {@code drinking.no-points}, {@code drinking.nothing-new},
     *     {@code drinking.four-eyes}, {@code drinking.incomplete} or {@code drinking.correction}
     * @throws StaleVersion if it is no longer as the actor saw it
     */
    @Transactional
    public QuarterReport approve(
            Period quarter, String seen, String incompleteReason, String correctionReason, Actor actor) {
        if (!quarter.last().isBefore(LocalDate.now(clock))) {
            throw RuleBroken.conflict("drinking.not-over", quarter.text());
        }
        DrinkingQuarter now = assembleQuarter.of(quarter);
        if (now.points().isEmpty()) {
            throw RuleBroken.conflict("drinking.no-points", quarter.text());
        }
        if (!now.digest().equals(seen)) {
            throw new StaleVersion(QuarterReport.subject(quarter), 0);
        }
        Optional<QuarterReport> before = reports.latest(quarter);
        if (before.isPresent() && !before.get().isOutdatedBy(now)) {
            throw RuleBroken.conflict("drinking.nothing-new", quarter.text());
        }
        mustNotBeTheReleaser(quarter, actor);
        boolean complete = now.incomplete().isEmpty();
        if (!complete && incompleteReason.isBlank()) {
            throw RuleBroken.invalid("drinking.incomplete", now.incomplete().size());
        }
        if (before.isPresent() && correctionReason.isBlank()) {
            throw RuleBroken.invalid("drinking.correction");
        }
        QuarterReport report = new QuarterReport(
                quarter,
                before.map(each -> each.revision() + 1).orElse(1),
                now.digest(),
                now.points(),
                complete ? "" : incompleteReason.strip(),
                before.isEmpty() ? "" : correctionReason.strip(),
                actor.username(),
                clock.instant());
        if (!reports.add(report)) {
            throw new StaleVersion(QuarterReport.subject(quarter), report.revision());
        }
        outbox.append(fact(report));
        audit.record(
                actor,
                "drinking.approved",
                QuarterReport.subject(quarter),
                Map.of(
                        "revision", report.revision(),
                        "digest", report.digest(),
                        "points", report.points().size(),
                        "incomplete", now.incomplete().size(),
                        "reason", (report.correctionReason() + " " + report.incompleteReason()).strip()));
        return report;
    }

    private void mustNotBeTheReleaser(Period quarter, Actor actor) {
        if (samples.released(quarter).stream().map(Taken::releasedBy).anyMatch(actor::isSamePersonAs)) {
            throw RuleBroken.forbidden("drinking.four-eyes");
        }
    }

    private static DrinkingWaterReported fact(QuarterReport report) {
        return new DrinkingWaterReported(
                report.quarter().text(),
                report.revision(),
                report.points().stream().map(ApproveQuarter::point).toList(),
                orNull(report.incompleteReason()),
                orNull(report.correctionReason()),
                report.approvedAt());
    }

    private static DrinkingWaterReported.Point point(PointResult each) {
        return new DrinkingWaterReported.Point(
                each.code(),
                each.name(),
                each.kind(),
                each.bureau().name(),
                each.samples().size(),
                each.lastSampledOn(),
                each.items(),
                each.qualified(),
                each.exceeding(),
                each.undecided(),
                each.qualifiedRate(),
                each.meets(),
                each.exceeded().stream()
                        .map(over -> new DrinkingWaterReported.Exceeded(
                                over.item(),
                                over.name(),
                                over.day(),
                                over.value(),
                                over.unit(),
                                over.limit(),
                                over.multiple()))
                        .toList(),
                each.missingMonths(),
                each.withoutValue(),
                each.standard());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
