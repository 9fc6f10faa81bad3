package cn.bishui.complaints.complaint;

import java.time.Instant;

/** What no clock runs for and somebody should look at all the same, oldest first. */
public interface Overlooked {

    /** Complaints of which the reporter should have been told something before then and was not. */
    Unfinished.Waiting untold(Instant before, int most);

    /** Complaints that no bureau has and to which something was added that no operator has seen. */
    Unfinished.Waiting addedAtTheHotline(int most);

    /** Complaints that a bureau leads and to which something was added that none of its handlers has seen. */
    Unfinished.Waiting addedFor(String bureau, int most);
}
