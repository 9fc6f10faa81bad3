package cn.bishui.monitoring.openjudge;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.standards.Item;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Above;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Measured.Words;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Units;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import java.util.Set;

/** Reads a value as people type it, and says what is wrong with one that cannot be read. */
public final class Reading {

    private static final String WORDS = "text";
    private static final Set<String> MAY_BE_NEGATIVE = Set.of("degC", "mV");
    private static final BigDecimal HIGHEST_PH = new BigDecimal("14");
    private static final BigDecimal HIGHEST_SATURATION = new BigDecimal("300");
    private static final int SHOWN = 20;

    private Reading() {}

    /**
     * Reads a value in an item's unit.
     *
     * @param typed such as {@code 7.66}, {@code 0.05L}, {@code <0.05}, {@code ND}, {@code 0.05 μg/L}; words where the standard
     *     has words
     * @throws RuleBroken {@code input.missing}, {@code judge.not-a-value}, {@code judge.unit}, {@code judge.negative}, {@code judge.ph} or
     *     {@code judge.number}
     */
    public static Measured of(Water water, Item item, String typed) {
        return of(water, item, typed, item.unit());
    }

    /**
     * Reads a value in another unit.
     *
     * @param unit in which values without a unit of their own are, one that turns into the item's
     * @throws RuleBroken as {@link #of(Water, Item, String)}
     */
    public static Measured of(Water water, Item item, String typed, String unit) {
        if (typed.isBlank()) {
            throw RuleBroken.invalid("input.missing");
        }
        Measured measured = read(item, typed, unit);
        boolean negative = switch (measured) {
            case Value(BigDecimal number) -> number.signum() < 0;
            case Above(BigDecimal limit) -> limit.signum() < 0;
            case Below _, Words _ -> false;
        };
        if (negative && !item.signed() && !MAY_BE_NEGATIVE.contains(item.unit())) {
            throw RuleBroken.invalid("judge.negative", shown(typed));
        }
        if (Pollutant.PH.equals(item.code())
                && measured instanceof Value(BigDecimal number)
                && number.compareTo(HIGHEST_PH) > 0) {
            throw RuleBroken.invalid("judge.ph", shown(typed));
        }
        if (measured instanceof Words && !item.unit().equals(WORDS)) {
            throw RuleBroken.invalid("judge.not-a-value", shown(typed));
        }
        boolean open = measured instanceof Above || (measured instanceof Below(BigDecimal limit) && limit == null);
        if (water == Water.BLACK_ODOROUS && open) {
            throw RuleBroken.invalid("judge.number", shown(typed));
        }
        return measured;
    }

    private static Measured read(Item item, String typed, String unit) {
        try {
            Measured measured = Units.read(typed, unit);
            return unit.equals(item.unit())
                    ? measured
                    : Units.convert(measured, unit, item.unit())
                            .orElseThrow(() -> RuleBroken.invalid("judge.unit", unit, item.unit()));
        } catch (Units.OtherUnit other) {
            throw RuleBroken.invalid("judge.unit", shown(other.unit()), item.unit());
        } catch (IllegalArgumentException notAValue) {
            throw RuleBroken.invalid("judge.not-a-value", shown(typed));
        }
    }

    /** As much of it as fits into a sentence. */
    public static String shown(String typed) {
        String plain = typed.strip();
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }

    /** Reads the saturation of oxygen in percent, 0 to 300; codes {@code input.not-a-number}, {@code judge.negative}, {@code judge.saturation}. */
    public static BigDecimal saturation(String typed) {
        BigDecimal percent = notNegative(typed);
        if (percent.compareTo(HIGHEST_SATURATION) > 0) {
            throw RuleBroken.invalid("judge.saturation");
        }
        return percent;
    }

    /** Reads a number that is not negative; codes {@code input.not-a-number}, {@code judge.negative}. */
    public static BigDecimal notNegative(String typed) {
        BigDecimal number = Input.decimal(typed);
        if (number.signum() < 0) {
            throw RuleBroken.invalid("judge.negative", typed);
        }
        return number;
    }
}
