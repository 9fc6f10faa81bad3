package cn.bishui.contracts.permits;

import cn.bishui.contracts.Fact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permit as it stands, with its outlets and every limit it ever set. Told on a compacted topic whenever it changes:
 * the newest entry of a permit replaces all earlier ones, so a reader that starts today knows all that counts.
 *
 * @param permit the permit number
 * @param version rises with every change; an entry with a lower version than one already held is stale
 * @param unit unified social credit code of the unit
 * @param trade the unit's trade, in Chinese
 * @param managementType {@code key}, {@code simplified} or {@code registration}
 * @param status {@code in-force} or how it ended
 * @param issuedBy the issuing body, in Chinese
 * @param validFrom first day on which the permit holds
 * @param validTo last day on which the permit holds
 */
public record PermitRegisterEntry(
        String permit,
        long version,
        String unit,
        String unitName,
        String trade,
        String managementType,
        String status,
        String issuedBy,
        LocalDate validFrom,
        LocalDate validTo,
        List<Outlet> outlets,
        Instant changedAt)
        implements Fact {

    /** The compacted topic. */
    public static final String TOPIC = "permits.register.v1";

    /** The status of a permit that holds. */
    public static final String IN_FORCE = "in-force";

    public PermitRegisterEntry {
        outlets = List.copyOf(outlets);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return permit;
    }

    /**
     * A place where the unit discharges.
     *
     * @param code such as {@code DW001} (HJ 608-2017)
     * @param receiving where the water goes, in Chinese
     * @param longitude degrees east, WGS 84, null where not surveyed
     * @param latitude degrees north, WGS 84, null where not surveyed
     */
    public record Outlet(
            String code,
            String name,
            String receiving,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            List<Limit> limits) {

        public Outlet {
            limits = List.copyOf(limits);
        }
    }

    /**
     * The permitted daily mean of one pollutant.
     *
     * @param pollutant code of HJ 212-2017 table B.1
     * @param min lower bound, null where there is none
     * @param max upper bound, null where there is none
     * @param unitOfMeasure {@code mg/L}, or {@code 1} for pH
     * @param validFrom first day on which the limit holds
     * @param validTo last day on which the limit holds
     * @param limitSet the version of the permit that set it
     */
    public record Limit(
            String pollutant,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String unitOfMeasure,
            LocalDate validFrom,
            LocalDate validTo,
            String limitSet) {}
}
