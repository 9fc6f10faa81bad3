package cn.bishui.monitoring.sign;

import cn.bishui.monitoring.sign.Window.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The arithmetic that several signs share. */
final class Statistics {

    private static final MathContext SHOWN = new MathContext(4);

    private Statistics() {}

    static double[] numbers(Collection<Value> values) {
        return values.stream().mapToDouble(Value::number).toArray();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Standard deviation of a sample (n - 1). */
    static double deviation(double[] values) {
        if (Arrays.stream(values).distinct().count() < 2) {
            return 0; // and not what the mean is off by
        }
        double mean = mean(values);
        double squares =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / Math.max(1, values.length - 1));
    }

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** By linear interpolation; not a number where there is none. */
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The smallest step between two values that were sent, the unit of the last digit at least. */
    static double resolution(List<Value> values) {
        double unit = unitOfLastDigit(values);
        double[] sorted = numbers(values);
        Arrays.sort(sorted);
        double smallest = Double.MAX_VALUE;
        for (int i = 1; i < sorted.length; i++) {
            double step = sorted[i] - sorted[i - 1];
            if (step > unit / 2) {
                smallest = Math.min(smallest, step);
            }
        }
        return smallest == Double.MAX_VALUE ? unit : Math.max(unit, smallest);
    }

    /** Of the value with the most decimals. */
    static double unitOfLastDigit(List<Value> values) {
        return values.stream().mapToDouble(Value::unitOfLastDigit).min().orElse(1);
    }

    /** Median by hour of the day. */
    static Map<Integer, Double> byClockHour(List<Value> values) {
        Map<Integer, List<Value>> hours = new TreeMap<>();
        values.forEach(each -> hours.computeIfAbsent(each.at().getHour(), _ -> new ArrayList<>())
                .add(each));
        Map<Integer, Double> medians = new TreeMap<>();
        hours.forEach((hour, of) -> medians.put(hour, median(numbers(of))));
        return medians;
    }

    /** A number for reading, four digits. */
    static String shown(double number) {
        return number == 0
                ? "0"
                : new BigDecimal(number).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    /** A share in percent for reading. */
    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** A number with its unit; none for pH. */
    static String quantity(double number, String unit) {
        return unit.equals("1") ? shown(number) : shown(number) + " " + unit;
    }
}
