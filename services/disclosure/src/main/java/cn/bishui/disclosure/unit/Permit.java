package cn.bishui.disclosure.unit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A discharge permit as it stands, with its outlets and every limit it ever set.
 *
 * @param number the permit number
 * @param version rises with every change
 * @param unit unified social credit code of the unit
 * @param trade the unit's trade, in Chinese
 * @param managementType {@code key}, {@code simplified} or {@code registration}
 * @param status {@code in-force} or how it ended
 * @param issuedBy the issuing body, in Chinese
 * @param validFrom first day on which it holds
 * @param validTo last day on which it holds
 */
public record Permit(
        String number,
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
        Instant changedAt) {

    public Permit {
        outlets = List.copyOf(outlets);
    }

    /**
     * A place where the unit discharges.
     *
     * @param code such as {@code DW001}
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
     * @param limitSet the version of the permit that set it
     */
    public record Limit(
            String pollutant,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String unitOfMeasure,
            LocalDate validFrom,
            LocalDate validTo,
            String limitSet) {

        /** The limit as written: {@code 6–9}, {@code ≤ 50} or {@code ≥ 5}. */
        public String written() {
            if (min != null && max != null) {
                return min.toPlainString() + "–" + max.toPlainString();
            }
            if (max != null) {
                return "≤ " + max.toPlainString();
            }
            return min == null ? "" : "≥ " + min.toPlainString();
        }

        /** The unit as written behind a number, empty for what has none, as pH. */
        public String writtenUnit() {
            return unitOfMeasure.equals("1") ? "" : unitOfMeasure;
        }

        /** Whether it holds on a day. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validTo);
        }
    }
}
