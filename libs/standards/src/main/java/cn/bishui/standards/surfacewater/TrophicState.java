package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import cn.bishui.standards.ItemIndex;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Measured.Below;
import cn.bishui.standards.Measured.Value;
import cn.bishui.standards.Rule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How nutrient-rich a lake is: the comprehensive trophic level index TLI(∑) of 环办[2011]22号.
 *
 * @param parts the indexes of its indicators
 * @param index their weighted mean, to 2 decimals; about 0 to 100
 * @param grade what the index means
 * @param rules by which it was graded
 */
public record TrophicState(List<Part> parts, BigDecimal index, Grade grade, List<Rule> rules) {

    private static final int PART_DECIMALS = 3;
    private static final int INDEX_DECIMALS = 2;
    private static final double TEN = 10;

    private static final List<Indicator> ALL = Csv.resource("trophic.csv").stream()
            .map(row -> new Indicator(
                    Item.of(row),
                    new BigDecimal(row.text("constant")),
                    new BigDecimal(row.text("factor")),
                    new BigDecimal(row.text("correlation"))))
            .toList();

    /** Keeps copies. */
    public TrophicState {
        parts = List.copyOf(parts);
        rules = List.copyOf(rules);
    }

    /** How nutrient-rich a lake is, in words. */
    public enum Grade {
        /** Below 30. */
        OLIGOTROPHIC("贫营养", "oligotrophic"),
        /** 30 to 50. */
        MESOTROPHIC("中营养", "mesotrophic"),
        /** Above 50, up to 60. */
        LIGHTLY_EUTROPHIC("轻度富营养", "lightly eutrophic"),
        /** Above 60, up to 70. */
        MODERATELY_EUTROPHIC("中度富营养", "moderately eutrophic"),
        /** Above 70. */
        HEAVILY_EUTROPHIC("重度富营养", "heavily eutrophic");

        private final String zh;
        private final String en;

        Grade(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }

        /** In English. */
        public String en() {
            return en;
        }
    }

    /**
     * What the index is made of.
     *
     * @param item what is measured, and in which unit: chlorophyll a in mg/m³, transparency in m, the others in mg/L
     * @param constant a of TLI = 10 (a + b ln x)
     * @param factor b of it
     * @param correlation of the item with chlorophyll a in the lakes of China; its square is the weight
     */
    public record Indicator(Item item, BigDecimal constant, BigDecimal factor, BigDecimal correlation) {

        /**
         * Its index, to 3 decimals.
         *
         * @param value in its unit, above zero
         * @throws IllegalArgumentException if the value is not above zero
         */
        public BigDecimal index(BigDecimal value) {
            if (value.signum() <= 0) {
                throw new IllegalArgumentException(item.zh() + " is above zero: " + value);
            }
            double index = TEN * (constant.doubleValue() + factor.doubleValue() * Math.log(value.doubleValue()));
            return BigDecimal.valueOf(index).setScale(PART_DECIMALS, RoundingMode.HALF_EVEN);
        }

        private BigDecimal weight() {
            return correlation.multiply(correlation);
        }
    }

    /**
     * The index of one indicator.
     *
     * @param indicator which
     * @param value what was found, half the detection limit where it was not reached
     * @param index its index, to 3 decimals
     * @param weight its share in the whole, to 4 decimals
     */
    public record Part(Indicator indicator, BigDecimal value, BigDecimal index, BigDecimal weight) {}

    /** The five indicators: chlorophyll a, phosphorus, nitrogen, transparency, permanganate index. */
    public static List<Indicator> indicators() {
        return ALL;
    }

    /**
     * The state of a lake.
     *
     * @param values all five indicators, by code, symbol or name, in their units
     * @throws IllegalArgumentException if one is missing, or not above zero
     */
    public static TrophicState of(SurfaceWater water, Map<String, Measured> values) {
        List<Part> parts = parts(water, values);
        if (parts.size() < ALL.size()) {
            throw new IllegalArgumentException("The index takes " + ALL.size() + " indicators, not " + parts.size());
        }
        return of(water, parts);
    }

    /**
     * The state of a lake by some of the indicators, their weights adding up to one. Papers do so where the permanganate
     * index was not measured; it does not compare with the index of all.
     *
     * @throws IllegalArgumentException if there is none, or one is not above zero
     */
    public static TrophicState ofSome(SurfaceWater water, Map<String, Measured> values) {
        List<Part> parts = parts(water, values);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("There is no indicator");
        }
        return of(water, parts);
    }

    /** The weighted mean of indexes, by the weights of their indicators, to 2 decimals. */
    static BigDecimal mean(Map<Indicator, BigDecimal> indexes) {
        BigDecimal weights = indexes.keySet().stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return indexes.entrySet().stream()
                .map(each -> each.getValue().multiply(each.getKey().weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(weights, MathContext.DECIMAL64)
                .setScale(INDEX_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static List<Part> parts(SurfaceWater water, Map<String, Measured> values) {
        Map<Indicator, Measured> matched =
                new ItemIndex<>(ALL, Indicator::item).match(values).values();
        BigDecimal weights = matched.keySet().stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Part> parts = new ArrayList<>();
        for (Indicator each : ALL) {
            Measured measured = matched.get(each);
            if (measured != null) {
                BigDecimal value = number(each, measured, water.half());
                parts.add(new Part(
                        each, value, each.index(value), each.weight().divide(weights, 4, RoundingMode.HALF_EVEN)));
            }
        }
        return parts;
    }

    private static TrophicState of(SurfaceWater water, List<Part> parts) {
        Map<Indicator, BigDecimal> indexes = new LinkedHashMap<>();
        parts.forEach(each -> indexes.put(each.indicator(), each.index()));
        BigDecimal index = mean(indexes);
        return new TrophicState(
                parts,
                index,
                grade(water, index),
                List.of(
                        water.rule("trophic.meso"),
                        water.rule("trophic.light"),
                        water.rule("trophic.moderate"),
                        water.rule("trophic.heavy")));
    }

    /** The grade of an index. */
    public static Grade grade(SurfaceWater water, BigDecimal index) {
        if (index.compareTo(water.rule("trophic.heavy").number()) > 0) {
            return Grade.HEAVILY_EUTROPHIC;
        }
        if (index.compareTo(water.rule("trophic.moderate").number()) > 0) {
            return Grade.MODERATELY_EUTROPHIC;
        }
        if (index.compareTo(water.rule("trophic.light").number()) > 0) {
            return Grade.LIGHTLY_EUTROPHIC;
        }
        return index.compareTo(water.rule("trophic.meso").number()) < 0 ? Grade.OLIGOTROPHIC : Grade.MESOTROPHIC;
    }

    private static BigDecimal number(Indicator indicator, Measured measured, BigDecimal half) {
        if (measured instanceof Value(BigDecimal number)) {
            return number;
        }
        if (measured instanceof Below(BigDecimal limit) && limit != null) {
            return limit.multiply(half);
        }
        throw new IllegalArgumentException(indicator.item().zh() + " is no number: " + measured.text());
    }
}
