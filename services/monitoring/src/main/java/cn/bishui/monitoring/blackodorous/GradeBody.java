package cn.bishui.monitoring.blackodorous;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.monitoring.WaterBodyGraded;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.blackodorous.Rounds.Point;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.standards.Rules;
import cn.bishui.standards.blackodorous.BlackOdorous;
import cn.bishui.standards.blackodorous.BodyGrade;
import cn.bishui.standards.blackodorous.Grade;
import cn.bishui.standards.blackodorous.IndicatorGrade;
import cn.bishui.standards.blackodorous.Observation;
import cn.bishui.standards.blackodorous.PointGrade;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grades a black-odorous water over the rounds of a span of days. */
@Service
public class GradeBody {

    private final Sites sites;
    private final Rounds rounds;
    private final BodyGradings gradings;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;
    private final Rules rules;

    GradeBody(
            Sites sites,
            Rounds rounds,
            BodyGradings gradings,
            Outbox outbox,
            AuditLog audit,
            Clock clock,
            Rules rules) {
        this.sites = sites;
        this.rounds = rounds;
        this.gradings = gradings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * Grades it; again what was graded before is a further revision. A grade whose values change stays as it is until somebody who did
     * not change them grades anew: {@link BodyGradings#outdated}.
     *
     * @throws RuleBroken {@code odorous.span}, {@code odorous.nothing}, {@code odorous.own-values}: who entered values does not grade
     *     them
     */
    @Transactional
    public BodyGrading grade(String water, LocalDate from, LocalDate to, Actor actor) {
        if (to.isBefore(from)) {
            throw RuleBroken.invalid("odorous.span");
        }
        Site body = body(water);
        sites.hold(water);
        List<Point> points = rounds.points(water, from, to);
        List<Round> found = found(points);
        if (found.isEmpty()) {
            throw RuleBroken.conflict("odorous.nothing");
        }
        if (found.stream().anyMatch(each -> each.enteredBy().equals(actor.username()))) {
            throw RuleBroken.forbidden("odorous.own-values");
        }
        return keep(body, from, to, points, actor);
    }

    private Site body(String water) {
        return sites.find(water)
                .filter(each -> each.description().kind() == SiteKind.WATER_BODY)
                .orElseThrow(() -> new NotFound("site", water));
    }

    private static List<Round> found(List<Point> points) {
        return points.stream().flatMap(each -> each.rounds().stream()).toList();
    }

    private BodyGrading keep(Site body, LocalDate from, LocalDate to, List<Point> points, Actor actor) {
        Map<String, List<Observation>> observations = new LinkedHashMap<>();
        points.forEach(each -> observations.put(
                each.name(), each.rounds().stream().map(Round::found).toList()));
        BodyGrade graded =
                BlackOdorous.on(to, rules).gradeBody(body.description().name(), observations);
        int revision = gradings.latest(body.code(), from, to)
                .map(each -> each.revision() + 1)
                .orElse(1);
        Grade grade = graded.grade();
        BodyGrading now = new BodyGrading(
                body.code(),
                from,
                to,
                revision,
                grade == null ? null : grade.name().toLowerCase(Locale.ROOT),
                (int) graded.points().stream()
                        .filter(each -> each.grade() != null)
                        .count(),
                graded.black() - graded.severe(),
                graded.severe(),
                (int) found(points).stream()
                        .map(each -> each.found().day())
                        .distinct()
                        .count(),
                graded.severeReaches().stream()
                        .map(each -> each.from() + "–" + each.to())
                        .toList(),
                graded.points().stream().map(GradeBody::words).toList(),
                graded.shortages(),
                working(graded),
                actor.username(),
                clock.instant());
        gradings.add(now);
        outbox.append(new WaterBodyGraded(
                now.water(),
                body.description().name(),
                now.id(),
                from,
                to,
                revision,
                now.grade(),
                now.points(),
                now.severePoints(),
                now.lightPoints(),
                now.rounds(),
                now.severeReaches(),
                now.shortages(),
                graded.working(),
                now.gradedAt()));
        audit.record(
                actor,
                "odorous.graded",
                body.subject(),
                Map.of(
                        "from", from.toString(),
                        "to", to.toString(),
                        "revision", revision,
                        "grade", String.valueOf(now.grade()),
                        "reason", from + " – " + to + " " + graded.working()));
        return now;
    }

    /** {@code 1号点: 重度黑臭; 氨氮 重度 3/3 = 100.0%}. */
    private static String words(PointGrade point) {
        Grade grade = point.grade();
        return point.point() + ": " + (grade == null ? "未检测" : grade.zh())
                + (point.why().isEmpty() ? "" : "; " + point.why());
    }

    private static List<String> working(BodyGrade graded) {
        List<String> working = new ArrayList<>();
        working.add(graded.working());
        for (PointGrade point : graded.points()) {
            for (List<IndicatorGrade> round : point.rounds()) {
                round.forEach(each -> working.add(point.point() + " " + each.working()));
            }
        }
        Stream.concat(graded.rules().stream(), graded.points().stream().limit(1).flatMap(each -> each.rules().stream()))
                .forEach(rule -> working.add(rule.zh() + "; " + rule.basis().source()));
        return working;
    }
}
