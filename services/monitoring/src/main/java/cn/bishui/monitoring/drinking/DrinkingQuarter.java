package cn.bishui.monitoring.drinking;

import cn.bishui.monitoring.assessment.Period;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of drinking water: every source, works outlet and tap that was in use in it, with what is known or that nothing is.
 *
 * @param points sources first, then works outlets, then taps
 */
public record DrinkingQuarter(Period period, List<PointResult> points) {

    /** Keeps a copy. */
    public DrinkingQuarter {
        points = List.copyOf(points);
    }

    /** Points of which something is missing. */
    public List<PointResult> incomplete() {
        return points.stream().filter(each -> !each.isComplete()).toList();
    }

    /** SHA-256 over all that it says, hexadecimal: another one means that something else is known. */
    public String digest() {
        StringBuilder said = new StringBuilder(period.text());
        for (PointResult each : points) {
            said.append('\n')
                    .append(String.join(
                            "|",
                            each.code(),
                            each.name(),
                            each.kind(),
                            each.bureau().name(),
                            String.join(" ", each.samples()),
                            String.valueOf(each.lastSampledOn()),
                            each.items() + "/" + each.qualified() + "/" + each.exceeding() + "/" + each.undecided(),
                            String.valueOf(each.withoutValue()),
                            each.standard()));
            each.exceeded()
                    .forEach(over -> said.append('\n')
                            .append(String.join(
                                    "|",
                                    over.item(),
                                    over.day().toString(),
                                    over.value(),
                                    over.limit(),
                                    plain(over.multiple()))));
            each.months()
                    .forEach(month -> said.append('\n')
                            .append(String.join(
                                    "|",
                                    month.month(),
                                    String.valueOf(month.meets()),
                                    String.valueOf(month.withoutValue()))));
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(said.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
