package cn.bishui.permits.permit;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.permits.unit.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a permit says.
 *
 * @param issuedBy the issuing body, in Chinese
 * @param limits in the order in which the permit names them, one at least
 */
public record Terms(
        PermitNumber number,
        ManagementType managementType,
        String issuedBy,
        Validity validity,
        List<PermittedLimit> limits) {

    /** Checks that there are limits and none twice; codes {@code permit.without-limits}, {@code permit.limit-twice}. */
    public Terms {
        limits = List.copyOf(limits);
        if (limits.isEmpty()) {
            throw RuleBroken.invalid("permit.without-limits");
        }
        Set<String> seen = new HashSet<>();
        for (PermittedLimit limit : limits) {
            if (!seen.add(limit.outlet() + " " + limit.pollutant().code())) {
                throw RuleBroken.invalid(
                        "permit.limit-twice", limit.outlet(), limit.pollutant().nameZh());
            }
        }
    }

    /** Checks that every limit is for an outlet that the unit has; code {@code permit.outlet-missing}. */
    public void checkOutletsOf(Unit unit) {
        for (PermittedLimit limit : limits) {
            if (unit.outlet(limit.outlet()).isEmpty()) {
                throw RuleBroken.invalid("permit.outlet-missing", limit.outlet(), unit.name());
            }
        }
    }
}
