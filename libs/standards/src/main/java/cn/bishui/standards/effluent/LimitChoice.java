package cn.bishui.standards.effluent;

import cn.bishui.standards.Limit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of several limits of one pollutant at one outlet holds on a day, and why.
 *
 * @param limit that holds
 * @param origin where it comes from
 * @param why in words
 * @param others that were passed over, the next in order first
 */
public record LimitChoice(Limit limit, Origin origin, String why, List<Candidate> others) {

    /** Keeps a copy. */
    public LimitChoice {
        others = List.copyOf(others);
    }

    /** Where a limit comes from, in the order in which they hold. */
    public enum Origin {
        /** The permit of the unit: it comes first. */
        PERMIT("排污许可证"),
        /** A standard of the province, if it is stricter than the national ones. */
        LOCAL("地方标准"),
        /** The national standard of the industry. */
        INDUSTRY("行业标准"),
        /** GB 18918 for town sewage plants, GB 8978 for the rest. */
        GENERAL("综合标准");

        private final String zh;

        Origin(String zh) {
            this.zh = zh;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }
    }

    /**
     * A limit with where it comes from.
     *
     * @param origin of it
     * @param limit in the same unit as the others
     */
    public record Candidate(Origin origin, Limit limit) {}

    /**
     * Chooses: the permit's limit; else the local one if it is stricter than the national one; else that of the industry, with
     * which the general standard is not applied together (不交叉执行); else the general one. Of several permits or standards of
     * the same origin the one that began last.
     *
     * @return empty if none holds on the day
     * @throws IllegalArgumentException if they are of different pollutants or in different units
     */
    public static Optional<LimitChoice> on(LocalDate day, Collection<Candidate> candidates) {
        long kinds = candidates.stream()
                .map(each -> each.limit().pollutant() + " " + each.limit().unit())
                .distinct()
                .count();
        if (kinds > 1) {
            throw new IllegalArgumentException("Limits of different pollutants or in different units");
        }
        List<Candidate> holding = candidates.stream()
                .filter(each -> each.limit().holdsOn(day))
                .sorted(Comparator.comparing(Candidate::origin)
                        .thenComparing(each -> each.limit().validFrom(), Comparator.reverseOrder()))
                .toList();
        Optional<Candidate> national = holding.stream()
                .filter(each -> each.origin() == Origin.INDUSTRY || each.origin() == Origin.GENERAL)
                .findFirst();
        return holding.stream()
                .filter(each -> each.origin() != Origin.LOCAL
                        || national.isEmpty()
                        || isStricter(each.limit(), national.get().limit()))
                .findFirst()
                .map(chosen -> new LimitChoice(
                        chosen.limit(),
                        chosen.origin(),
                        why(chosen.origin()),
                        holding.stream().filter(each -> !each.equals(chosen)).toList()));
    }

    private static String why(Origin origin) {
        return switch (origin) {
            case PERMIT -> "许可证载明的限值优先";
            case LOCAL -> "地方标准严于国家标准";
            case INDUSTRY -> "执行行业标准,不与综合标准交叉执行";
            case GENERAL -> "没有其他限值";
        };
    }

    private static boolean isStricter(Limit one, Limit other) {
        BigDecimal max = one.max();
        BigDecimal otherMax = other.max();
        if (max != null && (otherMax == null || max.compareTo(otherMax) < 0)) {
            return true;
        }
        BigDecimal min = one.min();
        BigDecimal otherMin = other.min();
        return min != null && (otherMin == null || min.compareTo(otherMin) > 0);
    }
}
