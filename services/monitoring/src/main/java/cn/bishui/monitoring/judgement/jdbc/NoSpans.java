package cn.bishui.monitoring.judgement.jdbc;

import cn.bishui.monitoring.judgement.Spans;
import cn.bishui.standards.effluent.EffectiveMean;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;

/** No register holds spans yet: every value is within what is not known. */
@Repository
class NoSpans implements Spans {

    @Override
    public EffectiveMean.Span of(int device, String pollutant, LocalDate day) {
        return EffectiveMean.Span.UNKNOWN;
    }
}
