package cn.bishui.standards.effluent;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import cn.bishui.standards.Standard;
import cn.bishui.standards.Standards;
import cn.bishui.standards.effluent.EffluentLimit.Sampling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What units without a standard of their industry may discharge as on a day: GB 8978-1996 table 1 (first-class pollutants),
 * table 2 (units built until 1997-12-31) and table 4 (from 1998-01-01). A unit under an industry standard follows that one.
 */
public final class Wastewater {

    private static final LocalDate NEW_UNITS = LocalDate.of(1998, 1, 1);
    private static final String ALL_UNITS = "一切排污单位";
    private static final String OTHER_UNITS = "其他排污单位";
    private static final int CONCENTRATION_DECIMALS = 3;
    private static final int THOUSANDTHS = -3;

    private static final List<Line> LINES = Csv.resource("gb8978-1996.csv").stream()
            .map(row -> new Line(row, Item.of(row)))
            .toList();

    private final LocalDate day;
    private final Standard standard;

    private Wastewater(LocalDate day) {
        this.day = day;
        standard = Standards.inForce("GB 8978-1996", day);
    }

    /**
     * As the limits are on a day.
     *
     * @throws IllegalArgumentException if GB 8978-1996 is not in force on it: before 1998-01-01
     */
    public static Wastewater on(LocalDate day) {
        return new Wastewater(day);
    }

    /** The standard that holds. */
    public Standard standard() {
        return standard;
    }

    /** The grades of GB 8978-1996. */
    public enum Grade {
        /** Into class III waters outside protection and swimming zones. */
        ONE("一级", "grade_1"),
        /** Into class IV and V waters. */
        TWO("二级", "grade_2"),
        /** Into a town sewer that ends in a secondary sewage plant. */
        THREE("三级", "grade_3");

        private final String zh;
        private final String column;

        Grade(String zh, String column) {
            this.zh = zh;
            this.column = column;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /**
     * What the limits of a unit depend on.
     *
     * @param grade that it discharges by
     * @param built day on which its environmental assessment was approved (4.2.2.3)
     * @param industry what it does, in the words of the standard: {@code 皮革}, {@code 城镇二级污水处理厂}; an industry the standard does
     *     not name has the limits of the other units
     */
    public record Unit(Grade grade, LocalDate built, String industry) {}

    /**
     * The limit of a pollutant; empty if the standard has none for the unit.
     *
     * @param pollutant code, symbol or name
     */
    public Optional<EffluentLimit> limit(String pollutant, Unit unit) {
        List<Line> rows = rows(unit.built())
                .filter(line -> line.item().isCalled(pollutant))
                .toList();
        return rows.stream()
                .filter(line -> names(line, unit.industry()))
                .findFirst()
                .or(() -> rows.stream()
                        .filter(line -> line.row().text("units").equals(ALL_UNITS)
                                || line.row().text("units").equals(OTHER_UNITS))
                        .findFirst())
                .flatMap(line -> limit(line, unit.grade()));
    }

    /** The units for which the standard names limits of a pollutant, in its words. */
    public List<String> units(String pollutant, LocalDate built) {
        return rows(built)
                .filter(line -> line.item().isCalled(pollutant))
                .map(line -> line.row().text("units"))
                .toList();
    }

    /** Every limit for units of an age and a grade, whatever they do. */
    public List<EffluentLimit> limits(Grade grade, LocalDate built) {
        return rows(built).flatMap(line -> limit(line, grade).stream()).toList();
    }

    /**
     * One of several wastewaters that leave by the same outlet.
     *
     * @param limit of the pollutant, mg/L
     * @param waterPerProduct what its industry may discharge at most, m³ per t of product
     * @param production t of product per day, as a monthly mean
     */
    public record Part(BigDecimal limit, BigDecimal waterPerProduct, BigDecimal production) {

        private BigDecimal water() {
            return waterPerProduct.multiply(production);
        }
    }

    /**
     * The limit of a pollutant in mixed wastewaters, sum(C Q Y) / sum(Q Y) in mg/L to 3 decimals (annex A).
     *
     * @throws IllegalArgumentException if there is no water
     */
    public static BigDecimal mixedLimit(Collection<Part> parts) {
        BigDecimal water = parts.stream().map(Part::water).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (water.signum() <= 0) {
            throw new IllegalArgumentException("There is no water");
        }
        return parts.stream()
                .map(each -> each.limit().multiply(each.water()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(water, CONCENTRATION_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /**
     * The load a product may bring, C Q / 1000 in kg per t of product (annex B).
     *
     * @param limit mg/L
     * @param waterPerProduct m³ per t
     */
    public static BigDecimal loadPerProduct(BigDecimal limit, BigDecimal waterPerProduct) {
        return limit.multiply(waterPerProduct).movePointRight(THOUSANDTHS);
    }

    /**
     * The total a unit may discharge in a year, L Y / 1000 in t (annex C).
     *
     * @param loadPerProduct kg per t
     * @param yearlyProduction t, as approved
     */
    public static BigDecimal yearlyTotal(BigDecimal loadPerProduct, BigDecimal yearlyProduction) {
        return loadPerProduct.multiply(yearlyProduction).movePointRight(THOUSANDTHS);
    }

    private Stream<Line> rows(LocalDate built) {
        String secondClass = built.isBefore(NEW_UNITS) ? "2" : "4";
        return LINES.stream()
                .filter(line -> line.row().text("table").equals("1")
                        || line.row().text("table").equals(secondClass))
                .filter(line -> line.item().basis().holdsOn(day));
    }

    /** Whether a row names an industry, by itself or among others. */
    private static boolean names(Line line, String industry) {
        String units = line.row().text("units");
        String asked = industry.replaceFirst("(工业|业)$", "");
        return !asked.isEmpty()
                && (units.equals(industry)
                        || Arrays.stream(units.replaceFirst("\\(.*\\)$", "").split("、", -1))
                                .map(each -> each.replaceFirst("(工业|业)$", ""))
                                .anyMatch(asked::equals));
    }

    private static Optional<EffluentLimit> limit(Line line, Grade grade) {
        boolean firstClass = line.row().text("table").equals("1");
        return Bound.read(line.row().text(grade.column), line.row().text("direction"))
                .map(bound -> new EffluentLimit(
                        line.item(),
                        bound,
                        firstClass ? "" : grade.zh(),
                        line.row().text("units"),
                        "",
                        firstClass ? Sampling.WORKSHOP_OUTLET : Sampling.UNIT_OUTLET));
    }

    private record Line(Csv.Row row, Item item) {}
}
