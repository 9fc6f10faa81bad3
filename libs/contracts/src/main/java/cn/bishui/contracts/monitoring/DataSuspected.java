package cn.bishui.contracts.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a device sent bears a sign of tampering: a clue (线索), never a proof. The records of its window are frozen. Told once
 * for each suspicion; the same sign of the same device and pollutant is not told again while it is not decided on.
 *
 * @param suspicion id of the suspicion, under which monitoring shows the frozen records
 * @param unit unified social credit code of the unit (GB 32100-2015)
 * @param outlet code of the outlet within the unit, such as {@code DW001} (HJ 608-2017)
 * @param device MN of the device that sent the records
 * @param sign id of the sign, such as {@code F01}; {@code A5} for a value above the measuring range
 * @param signName Chinese name of the sign, such as {@code 恒值}
 * @param pollutant code of HJ 212-2017 table B.1, null where the sign is about the device as a whole
 * @param pollutantName Chinese name of the pollutant, null where there is none
 * @param from beginning of the window
 * @param until end of the window, which is not part of it
 * @param finding what was seen, in Chinese, with the figures that matter
 * @param ruleVersion which rule and figures were used
 * @param evidenceHash SHA-256 over the frozen records and the finding, 64 hex digits
 * @param records how many records are frozen
 * @param foundAt when it was found
 */
public record DataSuspected(
        String suspicion,
        String unit,
        String unitName,
        String outlet,
        String outletName,
        String device,
        String sign,
        String signName,
        @Nullable String pollutant,
        @Nullable String pollutantName,
        Instant from,
        Instant until,
        String finding,
        String ruleVersion,
        String evidenceHash,
        int records,
        Instant foundAt)
        implements MonitoringFact {

    @Override
    public String key() {
        return unit + "/" + outlet;
    }
}
