package cn.bishui.monitoring.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Values that people put in the place of hours that are missing or not valid (HJ 356-2019 section 8). */
public interface SubstitutedHours {

    /** Those of a day at an outlet, in mg/L, by pollutant and hour. */
    Map<String, Map<Integer, BigDecimal>> of(DischargePoint point, LocalDate day);
}
