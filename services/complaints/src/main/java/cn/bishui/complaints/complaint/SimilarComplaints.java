package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is worked on already at the same place or because of the same polluter: for people of the hotline, while somebody tells. */
public interface SimilarComplaints {

    /**
     * The newest of them.
     *
     * @param address as far as it was told; blank for none
     * @param subjectName as far as it was told; blank for none
     * @param except number of a complaint that is not meant, null for none
     * @param since received from then on
     * @param answered whether those that are answered are meant, too
     */
    List<Similar> to(
            String address, String subjectName, @Nullable String except, Instant since, boolean answered, int most);

    /** One of them. */
    record Similar(
            String number,
            Instant receivedAt,
            String type,
            String address,
            @Nullable String subjectName,
            String state,
            @Nullable String bureau,
            String excerpt) {}
}
