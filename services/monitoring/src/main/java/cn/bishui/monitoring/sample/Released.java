package cn.bishui.monitoring.sample;

import java.time.YearMonth;

/** Hears of what was released, in the transaction that releases it. */
@FunctionalInterface
public interface Released {

    /** The released samples of a site in a month changed. */
    void changed(String site, YearMonth month);
}
