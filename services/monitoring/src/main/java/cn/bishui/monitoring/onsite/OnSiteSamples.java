package cn.bishui.monitoring.onsite;

import cn.bishui.monitoring.onsite.OnSiteSample.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The authority's samples. */
public interface OnSiteSamples {

    /** Number of the newest permit that is valid at an outlet on a day. */
    Optional<String> permit(String unit, String outlet, LocalDate day);

    /** Whether a report is entered for an outlet already. */
    boolean hasReport(String unit, String outlet, String report);

    /** Adds one in state {@link OnSiteSample.State#ENTERED} and returns its id. */
    long add(String unit, String outlet, String permit, Entry entry, String by, Instant at);

    Optional<OnSiteSample> find(long id);

    /** Keeps a changed one; false if it is no longer at the version before. */
    boolean update(OnSiteSample changed);

    /** Confirmed ones of a day of an outlet, in the order in which they were taken. */
    List<OnSiteSample> confirmed(String unit, String outlet, Instant from, Instant until);

    /** All of an outlet, the latest first, at most so many. */
    List<OnSiteSample> ofOutlet(String unit, String outlet, int most);

    /** Those that wait for confirmation, the oldest first, at most so many. */
    List<OnSiteSample> waiting(int most);
}
