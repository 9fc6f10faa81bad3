package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for somebody, most urgent first. */
public interface Unfinished {

    /**
     * Complaints in some states that somebody may move: those that his bureau leads.
     *
     * @param states ids
     * @param handler only this account's and nobody's, null for all
     * @param most rows that are read
     */
    Waiting in(List<String> states, Sight sight, @Nullable String handler, int most);

    /** Complaints that a bureau is asked to help with, while another that leads works on them. */
    Waiting joint(Sight sight, int most);

    /**
     * Complaints that their clocks have brought to the supervisor or the head and that are still late, in whatever state they
     * are: what was refused is late until its reporter is told.
     */
    Waiting escalated(String tells, Sight sight, Instant now, int most);

    /** Complaints that were accepted as urgent and that no bureau has yet. */
    Waiting urgent(int most);

    /** Complaints for which a handler of the bureau that leads wants more time. */
    Waiting timeWanted(Sight sight, int most);

    /** Reporters who are to be told something by telephone or letter. */
    Waiting notices(int most);

    /**
     * The first rows and how many there are.
     *
     * @param total counted up to {@link ComplaintList#COUNTED}
     */
    record Waiting(List<Task> rows, long total) {}

    /**
     * One of them.
     *
     * @param what the complaint's state, or the notice's kind
     */
    record Task(
            String number,
            String what,
            String address,
            boolean urgent,
            @Nullable String handler,
            boolean timeWanted,
            @Nullable Instant due) {}
}
