package cn.bishui.monitoring.permitlimit;

import cn.bishui.standards.Limit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A permit as its register last told it.
 *
 * @param number the permit's number (HJ 608-2017)
 * @param version of the register's entry; a higher one replaces a lower one
 * @param unit unified social credit code
 */
public record Permit(
        String number,
        long version,
        String unit,
        String unitName,
        String status,
        LocalDate validFrom,
        LocalDate validTo,
        List<Outlet> outlets) {

    /** Copies the list. */
    public Permit {
        outlets = List.copyOf(outlets);
    }

    /** The outlet of a code, if the permit has it. */
    public Optional<Outlet> outlet(String code) {
        return outlets.stream().filter(outlet -> outlet.code().equals(code)).findFirst();
    }

    /**
     * A place where the unit discharges.
     *
     * @param code such as {@code DW001}
     * @param longitude degrees east, WGS 84; null where it was not told
     * @param latitude degrees north, WGS 84; null where it was not told
     * @param limits every limit that was ever set here, each with its days
     */
    public record Outlet(
            String code,
            String name,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            List<SetLimit> limits) {

        /** Copies the list. */
        public Outlet {
            limits = List.copyOf(limits);
        }

        /** One whose place on the map is of no matter. */
        public Outlet(String code, String name, List<SetLimit> limits) {
            this(code, name, null, null, limits);
        }

        /** The limit of a pollutant on a day; of several the one that began last. */
        public Optional<SetLimit> limit(String pollutant, LocalDate day) {
            List<Limit> bounds = limits.stream().map(SetLimit::limit).toList();
            return Limit.inForce(bounds, pollutant, day)
                    .flatMap(found -> limits.stream()
                            .filter(each -> each.limit().equals(found))
                            .findFirst());
        }
    }

    /**
     * A limit and where it comes from.
     *
     * @param limitSet the version of the permit that set it
     */
    public record SetLimit(Limit limit, String limitSet) {}
}
