package cn.bishui.monitoring.judgement;

import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mean of one pollutant over a day, as sent.
 *
 * @param pollutant code of HJ 212-2017, into which one of 2005 is turned; as sent where the table has none such
 * @param mean in the code's own unit; null if none was sent
 * @param flag data flag; null if none was sent
 */
public record DayValue(
        String pollutant,
        @Nullable BigDecimal mean,
        @Nullable String flag) {

    /** What a packet says, by pollutant in the order of the codes; of a code that came in both forms the first holds. */
    static Map<String, DayValue> of(Collection<PollutantData> sent) {
        Map<String, DayValue> values = new LinkedHashMap<>();
        sent.stream().sorted((one, other) -> one.code().compareTo(other.code())).forEach(each -> {
            String code = Pollutants.find(each.code()).map(Pollutant::code).orElse(each.code());
            values.putIfAbsent(code, new DayValue(code, each.value(Measure.AVG).orElse(null), each.flag()));
        });
        return values;
    }

    /** Whether another says the same: 58.2 and 58.20 do. */
    boolean sameAs(@Nullable BigDecimal otherMean, @Nullable String otherFlag) {
        return Objects.equals(flag, otherFlag) && sameMeanAs(otherMean);
    }

    private boolean sameMeanAs(@Nullable BigDecimal other) {
        if (mean == null || other == null) {
            return mean == null && other == null;
        }
        return mean.compareTo(other) == 0;
    }
}
