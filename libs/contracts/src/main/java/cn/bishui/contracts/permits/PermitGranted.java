package cn.bishui.contracts.permits;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A discharge permit was granted.
 *
 * @param permit the permit number: credit code, site order and identification letter (HJ 608-2017)
 * @param unit unified social credit code of the unit
 * @param validFrom first day on which the permit holds
 * @param validTo last day on which the permit holds
 * @param grantedAt when the approver signed
 */
public record PermitGranted(
        String permit, String unit, String unitName, LocalDate validFrom, LocalDate validTo, Instant grantedAt)
        implements PermitsFact {

    @Override
    public String key() {
        return permit;
    }
}
