package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was reported nearby and is still worked on: for the hint that somebody has reported it already. */
public interface NearbyComplaints {

    /**
     * Those around a point, nearest first.
     *
     * @param metres radius, up to 1000
     * @param since received from then on
     */
    List<Nearby> around(Position point, int metres, String type, Instant since, int most);

    /**
     * One of them; nothing that tells who reported it or what they wrote.
     *
     * @param metres within so many, in hundreds, of about where it is
     */
    record Nearby(UUID id, String type, LocalDate day, String state, int metres) {}
}
