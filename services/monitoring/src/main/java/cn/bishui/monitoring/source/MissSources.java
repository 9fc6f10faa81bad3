package cn.bishui.monitoring.source;

import cn.bishui.monitoring.assessment.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the sources of which nothing was found in a month, or no full-index test in a year, once that is over. */
@Component
public class MissSources {

    private final SourceAssessments assessments;
    private final AssessSources assessSources;
    private final SourceSettings settings;
    private final Clock clock;

    MissSources(SourceAssessments assessments, AssessSources assessSources, SourceSettings settings, Clock clock) {
        this.assessments = assessments;
        this.assessSources = assessSources;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says of each that it is missing, once. */
    public void look() {
        for (Period period : due()) {
            assessments.missing(period).forEach(each -> assessSources.miss(each, period));
        }
    }

    /** The periods that are over for long enough, the latest ones. */
    private List<Period> due() {
        LocalDate by = LocalDate.ofInstant(clock.instant().minus(settings.missingAfter()), clock.getZone());
        YearMonth over = YearMonth.from(by).minusMonths(1);
        List<Period> due = new ArrayList<>();
        for (int i = 0; i < settings.lookBack(); i++) {
            due.add(Period.of(over.minusMonths(i)));
        }
        Period year = Period.yearOf(YearMonth.from(by)).before();
        if (year.last().isAfter(by.minusMonths(settings.lookBack()))) {
            due.add(year);
        }
        return due;
    }
}
