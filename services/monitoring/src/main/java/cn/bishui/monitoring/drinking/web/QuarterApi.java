package cn.bishui.monitoring.drinking.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.drinking.ApproveQuarter;
import cn.bishui.monitoring.drinking.AssembleQuarter;
import cn.bishui.monitoring.drinking.DrinkingQuarter;
import cn.bishui.monitoring.drinking.PointResult;
import cn.bishui.monitoring.drinking.QuarterReport;
import cn.bishui.monitoring.drinking.QuarterReports;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Quarters of drinking water for programs. */
@RestController
class QuarterApi {

    private static final String PATH = "/api/monitoring/v1/drinking/{quarter}";

    private final AssembleQuarter assembleQuarter;
    private final QuarterReports reports;
    private final ApproveQuarter approveQuarter;

    QuarterApi(AssembleQuarter assembleQuarter, QuarterReports reports, ApproveQuarter approveQuarter) {
        this.assembleQuarter = assembleQuarter;
        this.reports = reports;
        this.approveQuarter = approveQuarter;
    }

    /** A point with what is reckoned of it. */
    record Point(PointResult result, @Nullable BigDecimal qualifiedRate, String verdict) {

        static Point of(PointResult result) {
            return new Point(result, result.qualifiedRate(), QuarterPages.verdict(result));
        }
    }

    /**
     * A quarter as it is known now, with every revision that was approved.
     *
     * @param digest to be sent with an approval
     */
    record File(String quarter, String digest, int incomplete, List<Point> points, List<QuarterReport> reports) {}

    @GetMapping(PATH)
    @PreAuthorize(QuarterPages.READ)
    File get(@PathVariable String quarter) {
        Period of = QuarterPages.quarter(quarter);
        DrinkingQuarter now = assembleQuarter.of(of);
        return new File(
                of.text(),
                now.digest(),
                now.incomplete().size(),
                now.points().stream().map(Point::of).toList(),
                reports.of(of));
    }

    @PostMapping(PATH + "/approve")
    @PreAuthorize(QuarterPages.APPROVE)
    File approve(@PathVariable String quarter, @RequestBody QuarterForm form, Actor actor) {
        Period of = QuarterPages.quarter(quarter);
        QuarterForm.Approval said = form.read();
        approveQuarter.approve(of, said.digest(), said.incompleteReason(), said.correctionReason(), actor);
        return get(quarter);
    }
}
