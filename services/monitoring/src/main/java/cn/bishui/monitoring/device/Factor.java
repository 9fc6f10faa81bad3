package cn.bishui.monitoring.device;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device measures, with which analyser.
 *
 * @param pollutant in whose own unit values are sent and the range is given
 * @param low of the measuring range
 * @param high of the measuring range: what is above is not known to be right
 * @param resolution smallest step that the analyser shows; null where nobody told
 * @param analyser make and model; empty where nobody told
 * @param serial number on its plate, as CN 3019 tells it; empty where nobody told
 */
public record Factor(
        Pollutant pollutant,
        BigDecimal low,
        BigDecimal high,
        @Nullable BigDecimal resolution,
        String analyser,
        String serial) {

    /** Checks the range; codes {@code device.range} and {@code device.resolution}. */
    public Factor {
        if (low.compareTo(high) >= 0) {
            throw RuleBroken.invalid("device.range", low.toPlainString(), high.toPlainString());
        }
        if (resolution != null && resolution.signum() <= 0) {
            throw RuleBroken.invalid("device.resolution");
        }
    }

    /** The pollutant of a code of 2017 or 2005; code {@code device.factor-unknown}. */
    public static Pollutant pollutant(String code) {
        return Pollutants.find(code).orElseThrow(() -> RuleBroken.invalid("device.factor-unknown", code));
    }

    /** Whether a value as sent is outside the measuring range. */
    public boolean isOutside(BigDecimal sent) {
        return sent.compareTo(low) < 0 || sent.compareTo(high) > 0;
    }

    /** A copy in which no pollutant is told of twice; code {@code device.factor-twice}. */
    static List<Factor> each(List<Factor> factors) {
        List<String> codes =
                factors.stream().map(each -> each.pollutant().code()).toList();
        for (int i = 0; i < codes.size(); i++) {
            if (codes.indexOf(codes.get(i)) < i) {
                throw RuleBroken.invalid(
                        "device.factor-twice", factors.get(i).pollutant().nameZh());
            }
        }
        return List.copyOf(factors);
    }

    /** What the audit log says of it. */
    String inWords() {
        return pollutant.code() + " " + low.toPlainString() + "–" + high.toPlainString()
                + (resolution == null ? "" : " ±" + resolution.toPlainString())
                + (analyser.isEmpty() ? "" : " " + analyser)
                + (serial.isEmpty() ? "" : " SN " + serial);
    }

    /** Whether it says the same; 0.10 is 0.1. */
    boolean sameAs(Factor other) {
        return inWords().equals(other.inWords())
                || (pollutant.equals(other.pollutant)
                        && low.compareTo(other.low) == 0
                        && high.compareTo(other.high) == 0
                        && analyser.equals(other.analyser)
                        && serial.equals(other.serial)
                        && (resolution == null
                                ? other.resolution == null
                                : other.resolution != null && resolution.compareTo(other.resolution) == 0));
    }
}
