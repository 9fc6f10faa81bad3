package cn.bishui.monitoring.assessment.web;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.standards.Measured;
import cn.bishui.standards.change.Comparison;
import cn.bishui.standards.change.Comparison.Against;
import cn.bishui.standards.change.Direction;
import cn.bishui.standards.change.ItemChange;
import cn.bishui.standards.change.SectionChange;
import cn.bishui.web.Texts;
import cn.bishui.web.page.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as pages show it.
 *
 * @param against {@code last-period}, {@code same-period-last-year} or {@code base-year}
 * @param earlier the period it is held against
 * @param absent whether that was not assessed at all
 * @param steps by how many classes it got better, negative if worse; null where it is not compared
 * @param keeping what "only better, never worse" says, as the end of a message's key
 * @param items of the main items, and of every item that got worse
 */
record Compared(
        String against,
        String earlier,
        boolean absent,
        @Nullable Integer before,
        @Nullable Integer now,
        @Nullable Integer steps,
        String keeping,
        List<Item> items) {

    /** Items that are shown always: 高锰酸盐指数, 化学需氧量, 氨氮, 总磷. */
    private static final Set<String> MAIN = Set.of("w01019", "w01018", "w21003", "w21011");

    /**
     * How an item changed.
     *
     * @param words {@code 氨氮 0.72 → 0.025L（按一半计） mg/L (-98.3%)}
     * @param direction a constant of {@code Direction} in lower case
     */
    record Item(String words, String direction) {}

    /** Whether something got worse. */
    public boolean isWorse() {
        return keeping.startsWith("worse");
    }

    /** @param absent earlier periods that were not assessed at all */
    static List<Compared> of(
            Optional<Comparison> comparison, Set<Against> absent, Period period, int baseYear, Texts texts) {
        List<Compared> compared = new ArrayList<>();
        comparison.ifPresent(found -> {
            for (Against each : Against.values()) {
                String earlier = switch (each) {
                    case LAST_PERIOD -> period.before().text();
                    case SAME_PERIOD_LAST_YEAR -> period.yearBefore().text();
                    case BASE_YEAR -> Integer.toString(baseYear);
                };
                compared.add(
                        of(each, earlier, absent.contains(each), found.changes().get(each), texts));
            }
        });
        return compared;
    }

    private static Compared of(
            Against against, String earlier, boolean absent, @Nullable SectionChange change, Texts texts) {
        if (change == null) {
            return new Compared(code(against), earlier, absent, null, null, null, "", List.of());
        }
        return new Compared(
                code(against),
                earlier,
                false,
                change.before().code(),
                change.now().code(),
                change.classesBetter(),
                code(change.keeping()),
                items(change, texts));
    }

    /** The main items, and every one that got worse. */
    static List<Item> items(SectionChange change, Texts texts) {
        return change.items().stream()
                .filter(each -> each.direction() == Direction.WORSE
                        || MAIN.contains(each.item().key()))
                .map(each -> item(each, texts))
                .toList();
    }

    private static Item item(ItemChange each, Texts texts) {
        String unit = each.item().unit().equals("1")
                ? ""
                : " " + Formats.unit(each.item().unit(), texts.locale());
        BigDecimal percent = each.percent();
        return new Item(
                texts.either(each.item().zh(), each.item().en()) + " "
                        + value(each.foundBefore(), each.textBefore(), texts) + " → "
                        + value(each.foundNow(), each.textNow(), texts) + unit
                        + (percent == null
                                ? ""
                                : " (" + (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%)"),
                code(each.direction()));
    }

    private static String value(Measured found, String text, Texts texts) {
        return found instanceof Measured.Below ? texts.of("compare.half", text) : text;
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
