package cn.bishui.monitoring.device;

import cn.bishui.standards.effluent.EffectiveMean;
import java.time.LocalDate;

/** What instruments can measure, as far as it is registered. */
public interface Spans {

    /** The span of a device for a pollutant on a day; unknown where none is registered. */
    EffectiveMean.Span of(int device, String pollutant, LocalDate day);
}
