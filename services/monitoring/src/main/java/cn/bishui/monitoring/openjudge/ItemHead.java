package cn.bishui.monitoring.openjudge;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.standards.Item;
import cn.bishui.standards.Measured;
import cn.bishui.standards.Units;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name over a value means: an item, and the unit of its values where one stands behind the name.
 *
 * @param item that is meant
 * @param unit of values without a unit of their own; it turns into the item's
 */
public record ItemHead(Item item, String unit) {

    /** No name is longer. */
    public static final int LONGEST = 80;

    private static final Pattern BRACKETED = Pattern.compile("(.+?)[\\[(]([^()\\[\\]]+)[])]");
    private static final Pattern SPACED = Pattern.compile("(.+?)[\\s,、:]+(\\S+)");

    /**
     * Reads a name: {@code 汞}, {@code w20142}, {@code 汞(μg/L)}, {@code 氨氮(以N计)}, {@code NH3-N mg/L}.
     *
     * @return empty if it means no item
     * @throws RuleBroken {@code judge.unit} if the unit behind it does not turn into the item's
     */
    public static Optional<ItemHead> of(String name, Items items) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        Matcher bracketed = BRACKETED.matcher(plain);
        if (bracketed.matches() && Units.isMeantAsUnit(bracketed.group(2))) {
            return items.find(bracketed.group(1)).map(item -> in(item, bracketed.group(2)));
        }
        Optional<Item> item = items.find(plain);
        if (item.isPresent()) {
            return Optional.of(new ItemHead(item.get(), item.get().unit()));
        }
        Matcher spaced = SPACED.matcher(plain);
        return spaced.matches() && Units.isMeantAsUnit(spaced.group(2))
                ? items.find(spaced.group(1)).map(found -> in(found, spaced.group(2)))
                : Optional.empty();
    }

    /** An item's values in a unit; code {@code judge.unit} if it does not turn into the item's. */
    public static ItemHead in(Item item, String unit) {
        if (!unit.equals(item.unit())
                && Units.convert(Measured.value(BigDecimal.ONE), unit, item.unit())
                        .isEmpty()) {
            throw RuleBroken.invalid("judge.unit", Reading.shown(unit), item.unit());
        }
        return new ItemHead(item, unit);
    }
}
