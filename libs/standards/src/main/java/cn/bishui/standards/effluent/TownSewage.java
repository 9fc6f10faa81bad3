package cn.bishui.standards.effluent;

import cn.bishui.standards.Bound;
import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import cn.bishui.standards.Standard;
import cn.bishui.standards.Standards;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.effluent.EffluentLimit.Sampling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What town sewage plants may discharge as on a day: GB 18918-2002 tables 1 (basic items), 2 (first-class pollutants) and 3
 * (selected items, where the authority selects them). The permit's own limit comes before it.
 */
public final class TownSewage {

    private static final LocalDate NEW_PLANTS = LocalDate.of(2006, 1, 1);
    private static final int REMOVAL_DECIMALS = 1;
    private static final String COD = "w01018";
    private static final String BOD5 = "w01017";
    private static final int SELECTED = 3;
    private static final int GRADED = 1;

    private static final List<Line> LINES = Csv.resource("gb18918-2002.csv").stream()
            .map(row -> new Line(row, Item.of(row)))
            .toList();

    private final LocalDate day;
    private final Rules rules;
    private final Standard standard;

    private TownSewage(LocalDate day, Rules rules) {
        this.day = day;
        this.rules = rules;
        standard = Standards.inForce("GB 18918-2002", day);
    }

    /**
     * As the limits are on a day.
     *
     * @throws IllegalArgumentException if GB 18918-2002 is not in force on it: before 2003-07-01
     */
    public static TownSewage on(LocalDate day) {
        return on(day, Rules.standard());
    }

    /** As the limits are on a day, by rules of one's own. */
    public static TownSewage on(LocalDate day, Rules rules) {
        return new TownSewage(day, rules);
    }

    /** The standard that holds. */
    public Standard standard() {
        return standard;
    }

    /**
     * What the limits of a plant depend on.
     *
     * @param grade that it discharges by
     * @param built when it was built: phosphorus has other limits from 2006-01-01 on
     * @param waterCelsius temperature of its water in °C: ammonia has other limits up to 12 °C; null if it is not known, then
     *     there is no limit of ammonia
     */
    public record Plant(
            SewageGrade grade, LocalDate built, @Nullable BigDecimal waterCelsius) {}

    /**
     * The limit of a pollutant; empty if the standard has none for the plant.
     *
     * @param pollutant code, symbol or name
     */
    public Optional<EffluentLimit> limit(String pollutant, Plant plant) {
        return rows(plant)
                .filter(line -> line.item().isCalled(pollutant))
                .findFirst()
                .flatMap(line -> limit(line, plant.grade()));
    }

    /**
     * The limits of a plant.
     *
     * @param selected whether with those of table 3, which hold only where the authority selected them
     */
    public List<EffluentLimit> limits(Plant plant, boolean selected) {
        return rows(plant)
                .filter(line -> selected || table(line) != SELECTED)
                .flatMap(line -> limit(line, plant.grade()).stream())
                .toList();
    }

    /**
     * What a plant of grade 3 removes of COD or BOD5, which counts in the place of its limit where enough comes in.
     *
     * @param item COD or BOD5
     * @param inlet concentration that comes in, mg/L
     * @param outlet concentration that goes out, mg/L
     * @param percent (inlet - outlet) / inlet, to 1 decimal
     * @param wanted it must be above this
     * @param verdict whether it is
     * @param rule by which it was judged
     */
    public record Removal(
            Item item,
            BigDecimal inlet,
            BigDecimal outlet,
            BigDecimal percent,
            BigDecimal wanted,
            Verdict verdict,
            Rule rule) {

        /** The removal as a line of figures. */
        public String working() {
            return "%s (%s − %s) / %s = %s%% : >%s%%; %s; %s"
                    .formatted(
                            item.zh(),
                            inlet.toPlainString(),
                            outlet.toPlainString(),
                            inlet.toPlainString(),
                            percent.toPlainString(),
                            wanted.toPlainString(),
                            verdict.zh(),
                            rule.basis().source());
        }
    }

    /**
     * Judges by the removal rate (table 1 note 1): inlet COD above 350 mg/L wants more than 60 %, inlet BOD5 above 160 mg/L
     * more than 50 %. The note stands at the limits of grade 3.
     *
     * @param pollutant COD or BOD5, by code, symbol or name
     * @return empty if the limit itself counts: another pollutant or grade, or less comes in
     * @throws IllegalArgumentException if a concentration is negative
     */
    public Optional<Removal> removal(String pollutant, Plant plant, BigDecimal inlet, BigDecimal outlet) {
        if (inlet.signum() < 0 || outlet.signum() < 0) {
            throw new IllegalArgumentException("Concentrations are not negative: " + inlet + ", " + outlet);
        }
        if (plant.grade() != SewageGrade.THREE) {
            return Optional.empty();
        }
        return rows(plant)
                .map(Line::item)
                .filter(item -> item.isCalled(pollutant))
                .findFirst()
                .flatMap(item -> {
                    if (COD.equals(item.code())) {
                        return removal(item, "cod", inlet, outlet);
                    }
                    return BOD5.equals(item.code()) ? removal(item, "bod", inlet, outlet) : Optional.empty();
                });
    }

    private Optional<Removal> removal(Item item, String which, BigDecimal inlet, BigDecimal outlet) {
        Rule threshold = rules.rule("sewage.removal." + which + ".inlet", day);
        if (inlet.compareTo(threshold.number()) <= 0) {
            return Optional.empty();
        }
        Rule wanted = rules.rule("sewage.removal." + which, day);
        BigDecimal removed = inlet.subtract(outlet).movePointRight(2);
        boolean enough = removed.compareTo(wanted.number().multiply(inlet)) > 0;
        return Optional.of(new Removal(
                item,
                inlet,
                outlet,
                removed.divide(inlet, REMOVAL_DECIMALS, RoundingMode.HALF_EVEN),
                wanted.number(),
                enough ? Verdict.MEETS : Verdict.EXCEEDS,
                wanted));
    }

    private Stream<Line> rows(Plant plant) {
        return LINES.stream()
                .filter(line -> line.item().basis().holdsOn(day))
                .filter(line -> isOfTemperature(line, plant.waterCelsius()))
                .filter(line -> isOfTime(line, plant.built()));
    }

    private boolean isOfTemperature(Line line, @Nullable BigDecimal celsius) {
        String temperature = line.row().text("temperature");
        if (temperature.isEmpty()) {
            return true;
        }
        if (celsius == null) {
            return false;
        }
        boolean above = celsius.compareTo(rules.rule("sewage.ammonia", day).number()) > 0;
        return above == temperature.equals("above");
    }

    private static boolean isOfTime(Line line, LocalDate built) {
        String time = line.row().text("built");
        return time.isEmpty() || time.equals("before") == built.isBefore(NEW_PLANTS);
    }

    private Optional<EffluentLimit> limit(Line line, SewageGrade grade) {
        return Bound.read(line.row().text(grade.column()), line.row().text("direction"))
                .map(bound -> new EffluentLimit(
                        line.item(),
                        bound,
                        table(line) == GRADED ? grade.zh() : "",
                        "",
                        condition(line),
                        Sampling.DAILY_MEAN_AT_OUTLET));
    }

    private String condition(Line line) {
        BigDecimal celsius = rules.rule("sewage.ammonia", day).number();
        return switch (line.row().text("temperature") + line.row().text("built")) {
            case "above" -> "水温>" + celsius.toPlainString() + "℃";
            case "at-most" -> "水温≤" + celsius.toPlainString() + "℃";
            case "before" -> "2005年12月31日前建设";
            case "from" -> "2006年1月1日起建设";
            default -> "";
        };
    }

    private static int table(Line line) {
        return Integer.parseInt(line.row().text("table"));
    }

    private record Line(Csv.Row row, Item item) {}
}
