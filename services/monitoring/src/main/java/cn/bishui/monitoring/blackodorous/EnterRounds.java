package cn.bishui.monitoring.blackodorous;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.SiteKind;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.standards.blackodorous.Observation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters what was found at points of black-odorous waters: all of it, or nothing. */
@Service
public class EnterRounds {

    private final Sites sites;
    private final Rounds rounds;
    private final AuditLog audit;
    private final Clock clock;

    EnterRounds(Sites sites, Rounds rounds, AuditLog audit, Clock clock) {
        this.sites = sites;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param number of its row
     * @param point code of the site
     * @param reason why it is another than before; empty for the first
     */
    public record Entry(int number, String point, Observation found, String reason) {}

    /** What is wrong with a row. */
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
     * Enters it. What is as it was stays; grades of these days are outdated then.
     *
     * @return how many are new or other than before
     * @throws Refused with every bad row; nothing is entered then. Codes {@code odorous.point-unknown}, {@code odorous.point-not-in-use},
     *     {@code odorous.future}, {@code odorous.empty}, {@code odorous.twice}, {@code odorous.reason}
     */
    @Transactional
    public int enter(List<Entry> entries, Actor actor) {
        Map<String, Site> points = new LinkedHashMap<>();
        entries.forEach(each -> sites.find(each.point())
                .filter(site -> site.description().kind() == SiteKind.POINT)
                .ifPresent(site -> points.put(each.point(), site)));
        Set<String> waters = new TreeSet<>();
        points.values().forEach(each -> waters.add(water(each)));
        waters.forEach(sites::hold);

        List<Fault> faults = new ArrayList<>();
        List<Round> changed = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry each : entries) {
            try {
                check(each, points, seen);
                Round before = rounds.latest(each.point(), each.found().day()).orElse(null);
                if (before == null) {
                    changed.add(new Round(each.point(), 1, each.found(), "", actor.username(), clock.instant()));
                } else if (!before.isSameAs(each.found())) {
                    if (each.reason().isBlank()) {
                        throw RuleBroken.conflict(
                                "odorous.reason", each.point(), each.found().day());
                    }
                    changed.add(new Round(
                            each.point(),
                            before.revision() + 1,
                            each.found(),
                            each.reason(),
                            actor.username(),
                            clock.instant()));
                }
            } catch (RuleBroken broken) {
                faults.add(new Fault(each.number(), broken));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        changed.forEach(each -> keep(each, actor));
        return changed.size();
    }

    private void check(Entry entry, Map<String, Site> points, Set<String> seen) {
        Site point = points.get(entry.point());
        if (point == null) {
            throw RuleBroken.invalid("odorous.point-unknown", entry.point());
        }
        LocalDate day = entry.found().day();
        LocalDate from = point.validFrom();
        LocalDate to = point.validTo();
        if (from == null || day.isBefore(from) || (to != null && day.isAfter(to))) {
            throw RuleBroken.invalid("odorous.point-not-in-use", entry.point(), day);
        }
        if (day.isAfter(LocalDate.now(clock))) {
            throw RuleBroken.invalid("odorous.future", day);
        }
        Observation found = entry.found();
        if (found.transparency() == null
                && found.oxygen() == null
                && found.redox() == null
                && found.ammonia() == null) {
            throw RuleBroken.invalid("odorous.empty");
        }
        if (!seen.add(entry.point() + "/" + day)) {
            throw RuleBroken.invalid("odorous.twice", entry.point(), day);
        }
    }

    private void keep(Round round, Actor actor) {
        rounds.add(round);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("day", round.found().day().toString());
        details.put("revision", round.revision());
        details.put("transparency", String.valueOf(round.found().transparency()));
        details.put("oxygen", String.valueOf(round.found().oxygen()));
        details.put("redox", String.valueOf(round.found().redox()));
        details.put("ammonia", String.valueOf(round.found().ammonia()));
        if (!round.reason().isEmpty()) {
            details.put("reason", round.reason());
        }
        audit.record(actor, "odorous.entered", Site.subject(round.point()), details);
    }

    private static String water(Site point) {
        return Objects.requireNonNull(point.description().parent(), point.code());
    }
}
