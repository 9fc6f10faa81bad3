package cn.bishui.permits.unit;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A clerk puts an outlet of a unit on file. */
@Service
public class AddOutlet {

    private final Units units;
    private final AuditLog audit;

    AddOutlet(Units units, AuditLog audit) {
        this.units = units;
        this.audit = audit;
    }

    /** Adds an outlet; codes {@code unit.missing}, {@code outlet.taken}. */
    @Transactional
    public Unit add(CreditCode code, Outlet outlet, Actor actor) {
        Unit unit = units.lock(code).orElseThrow(() -> RuleBroken.missing("unit.missing", code));
        Unit changed = unit.with(outlet);
        units.add(code, outlet);
        audit.record(
                actor,
                "outlet.added",
                "unit/" + code,
                Map.of("outlet", outlet.code().value(), "name", outlet.name(), "receiving", outlet.receiving()));
        return changed;
    }
}
