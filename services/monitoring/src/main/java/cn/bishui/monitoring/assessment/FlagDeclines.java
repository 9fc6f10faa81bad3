package cn.bishui.monitoring.assessment;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.monitoring.network.Site;
import cn.bishui.standards.change.Comparison;
import cn.bishui.standards.change.Comparison.Against;
import cn.bishui.standards.change.SectionChange;
import cn.bishui.standards.change.SectionChange.Keeping;
import cn.bishui.web.StaleVersion;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Flags what got worse than in the base year. A worse class counts in any period; a worse concentration within the class in a year
 * only, since the base is the mean of a year, and months and quarters go up and down with the seasons.
 */
@Component
class FlagDeclines {

    private static final Actor SYSTEM = Actor.system("monitoring");

    private final CompareSections compare;
    private final Declines declines;
    private final AuditLog audit;

    FlagDeclines(CompareSections compare, Declines declines, AuditLog audit) {
        this.compare = compare;
        this.declines = declines;
        this.audit = audit;
    }

    /** Looks at a new revision. */
    void look(Site section, Assessment now) {
        Optional<SectionChange> change = compare.of(section, now)
                .map(Comparison::changes)
                .flatMap(changes -> Optional.ofNullable(changes.get(Against.BASE_YEAR)))
                .filter(each -> isDecline(each, now));
        Optional<Decline> before = declines.find(now.site(), now.period());
        if (change.isPresent()) {
            String why = change.get().why();
            if (before.isEmpty()) {
                Decline flagged = Decline.flagged(now, why);
                declines.add(flagged);
                record(flagged, "decline.flagged", why);
            } else {
                keep(before.get().again(now, why));
                if (before.get().state() == Decline.State.LIFTED) {
                    record(before.get(), "decline.flagged", why);
                }
            }
        } else if (before.isPresent() && before.get().state() != Decline.State.LIFTED) {
            keep(before.get().lifted(now));
            record(before.get(), "decline.lifted", before.get().why());
        }
    }

    private static boolean isDecline(SectionChange change, Assessment now) {
        return change.keeping() == Keeping.WORSE_CLASS
                || (change.keeping() == Keeping.WORSE_WITHIN_CLASS
                        && now.period().span() == Period.Span.YEAR
                        && !now.provisional());
    }

    private void keep(Decline changed) {
        if (!declines.update(changed)) {
            throw new StaleVersion(changed.subject(), changed.version() - 1);
        }
    }

    private void record(Decline decline, String action, String why) {
        audit.record(SYSTEM, action, decline.subject(), Map.of("reason", why));
    }
}
