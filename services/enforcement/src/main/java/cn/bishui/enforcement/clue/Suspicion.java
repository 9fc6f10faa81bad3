package cn.bishui.enforcement.clue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence: what a device sent bears a sign of tampering, as monitoring found it and keeps the records. A clue and never a
 * proof, so no yellow card is proposed for it.
 *
 * @param id id that monitoring gave it, under which it shows the frozen records
 * @param sign such as {@code F01}
 * @param signName Chinese name of the sign
 * @param pollutant code of HJ 212-2017 table B.1, null where it is about the device as a whole
 * @param pollutantName Chinese name of the pollutant, null where there is none
 * @param device MN of the device
 * @param from beginning of the window
 * @param until its end
 * @param finding what was seen, in Chinese
 * @param ruleVersion which rule and figures were used
 * @param evidenceHash SHA-256 over the frozen records and the finding
 * @param records how many are frozen
 * @param foundAt when monitoring found it
 */
public record Suspicion(
        String id,
        String sign,
        String signName,
        @Nullable String pollutant,
        @Nullable String pollutantName,
        String device,
        Instant from,
        Instant until,
        String finding,
        String ruleVersion,
        String evidenceHash,
        int records,
        Instant foundAt)
        implements Evidence {

    private static final String OVER_RANGE = "A5";

    /** Whether it points to tampering; a value above the measuring range points to an exceedance. */
    public boolean tampering() {
        return !sign.equals(OVER_RANGE);
    }
}
