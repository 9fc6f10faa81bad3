package cn.bishui.permits.unit;

import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.util.Optional;

/** All units. */
public interface Units {

    /** The unit of that code, empty where none is registered. */
    Optional<Unit> find(CreditCode code);

    /**
     * The unit that a reader names; code {@code unit.missing}. What is no credit code is as unknown as one that nobody
     * has.
     */
    default Unit named(String code) {
        return CreditCode.parse(code).flatMap(this::find).orElseThrow(() -> RuleBroken.missing("unit.missing", code));
    }

    /** The unit of that code, held against other writers until the transaction ends. */
    Optional<Unit> lock(CreditCode code);

    /** Keeps a new unit without outlets; false where the code is taken. */
    boolean add(Unit unit, Instant registeredAt);

    /** Keeps a new outlet of a unit that is {@link #lock locked}. */
    void add(CreditCode unit, Outlet outlet);
}
