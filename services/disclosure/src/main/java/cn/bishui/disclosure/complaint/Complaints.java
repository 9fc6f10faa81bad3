package cn.bishui.disclosure.complaint;

import java.time.LocalDate;
import java.util.List;

/** What is known of each complaint in order to count it. */
public interface Complaints {

    /** Takes in a step; false, and nothing changes, where the complaint has taken one of its kind before. */
    boolean add(ComplaintStep step);

    /** The day on which a complaint came in; the far past where that is not known. */
    LocalDate receivedOn(String complaint);

    /** How many came in on a day or later. */
    int receivedSince(LocalDate day);

    /** The counts of every month of a period in which there are any. */
    List<MonthCount> counts(Period period);
}
