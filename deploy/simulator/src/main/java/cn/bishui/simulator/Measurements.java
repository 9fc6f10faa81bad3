package cn.bishui.simulator;

import cn.bishui.hj212.Field;
import cn.bishui.hj212.Item;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.Timestamps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the data of packets out of the signal: moments, and periods with least, mean, greatest and amount. */
final class Measurements {

    private static final double LITRES_PER_CUBIC_METRE = 1000;
    private static final int AMOUNT_DECIMALS = 3;

    private final List<Substance> substances;
    private final Signal signal;
    private final @Nullable Substance flow;

    Measurements(List<Substance> substances, Signal signal) {
        this.substances = List.copyOf(substances);
        this.signal = signal;
        this.flow = substances.stream().filter(Substance::isFlow).findFirst().orElse(null);
    }

    /** The values of a moment (CN 2011). */
    List<Item> at(LocalDateTime moment) {
        List<Item> items = new ArrayList<>(List.of(Item.of("DataTime", Timestamps.seconds(moment))));
        for (Substance substance : substances) {
            items.add(Item.of(
                    field(substance, Measure.RTD, rounded(signal.at(substance, moment), substance.decimals())),
                    normal(substance)));
        }
        return items;
    }

    /** The record of a period that begins at a full minute (CN 2061, 2031); means are weighted by flow. */
    List<Item> during(LocalDateTime from, Duration period) {
        List<Item> items = new ArrayList<>(List.of(Item.of("DataTime", Timestamps.seconds(from))));
        for (Substance substance : substances) {
            items.add(new Item(fields(substance, from, (int) period.toMinutes())));
        }
        return items;
    }

    private List<Field> fields(Substance substance, LocalDateTime from, int minutes) {
        double least = Double.MAX_VALUE;
        double greatest = 0;
        double weighted = 0;
        double weights = 0;
        double cubicMetres = 0;
        for (int i = 0; i < minutes; i++) {
            LocalDateTime minute = from.plusMinutes(i);
            double value = signal.at(substance, minute);
            double litresPerSecond = flow == null ? 0 : signal.at(flow, minute);
            double weight = flow == null || substance.isFlow() ? 1 : litresPerSecond;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
            weighted += value * weight;
            weights += weight;
            cubicMetres += litresPerSecond * 60 / LITRES_PER_CUBIC_METRE;
        }
        double mean = weighted / weights;
        List<Field> fields = new ArrayList<>();
        if (substance.amount() && flow != null) {
            double amount = substance.isFlow() ? cubicMetres : mean * cubicMetres / LITRES_PER_CUBIC_METRE;
            fields.add(field(substance, Measure.COU, rounded(amount, AMOUNT_DECIMALS)));
        }
        fields.add(field(substance, Measure.MIN, rounded(least, substance.decimals())));
        fields.add(field(substance, Measure.AVG, rounded(mean, substance.decimals())));
        fields.add(field(substance, Measure.MAX, rounded(greatest, substance.decimals())));
        fields.add(normal(substance));
        return fields;
    }

    private static Field field(Substance substance, Measure measure, BigDecimal value) {
        return new Field(substance.code() + "-" + measure.suffix(), value.toPlainString());
    }

    private static Field normal(Substance substance) {
        return new Field(substance.code() + "-Flag", "N");
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
