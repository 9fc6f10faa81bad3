package cn.bishui.permits.unit;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A clerk puts a unit on file. */
@Service
public class RegisterUnit {

    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    RegisterUnit(Units units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers a unit; code {@code unit.taken} where its credit code is on file. */
    @Transactional
    public void register(Unit unit, Actor actor) {
        if (!units.add(unit, clock.instant())) {
            throw RuleBroken.conflict("unit.taken", unit.code());
        }
        audit.record(
                actor,
                "unit.registered",
                "unit/" + unit.code(),
                Map.of("name", unit.name(), "trade", unit.trade(), "address", unit.address()));
    }
}
