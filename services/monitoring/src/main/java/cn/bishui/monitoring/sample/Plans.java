package cn.bishui.monitoring.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/** What is to be sampled. */
public interface Plans {

    /** Plans a site for a month, or gives it another day. */
    void put(String site, YearMonth month, LocalDate due, String note, String by);
}
