package cn.bishui.monitoring.load.jdbc;

import cn.bishui.monitoring.load.DischargePoint;
import cn.bishui.monitoring.load.SubstitutedHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Repository;

@Repository
class NoSubstitutedHours implements SubstitutedHours {

    @Override
    public Map<String, Map<Integer, BigDecimal>> of(DischargePoint point, LocalDate day) {
        return Map.of();
    }
}
