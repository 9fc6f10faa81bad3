package cn.bishui.monitoring.drinking;

import cn.bishui.monitoring.assessment.Period;
import cn.bishui.monitoring.sample.Released;
import java.time.Clock;
import java.time.YearMonth;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes that an approved quarter no longer says all that is known, once a sample of it is released or corrected. */
@Service
public class OutdateQuarters implements Released {

    private final QuarterReports reports;
    private final Clock clock;

    OutdateQuarters(QuarterReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String site, YearMonth month) {
        reports.outdate(Period.quarterOf(month), site, clock.instant());
    }
}
