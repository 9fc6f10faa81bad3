package cn.bishui.contracts.enforcement;

import java.time.Instant;

/**
 * A case was filed (立案) on a clue.
 *
 * @param caseNumber what people call it, such as {@code LA-2026-0001}
 * @param unit unified social credit code of the unit
 */
public record CaseFiled(String clue, String caseNumber, String unit, String unitName, Instant filedAt)
        implements EnforcementFact {}
