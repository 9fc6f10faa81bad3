package cn.bishui.monitoring.blackodorous;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was found at the points of black-odorous waters, with all revisions. */
public interface Rounds {

    /** The latest revision of a point's day. */
    Optional<Round> latest(String point, LocalDate day);

    /** Adds the next revision, which is the latest now. */
    void add(Round round);

    /** A point of a water, with the latest revisions of its days, the earliest first. */
    record Point(String code, String name, List<Round> rounds) {

        /** Keeps a copy. */
        public Point {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * The points of a water that were in use in a span of days, in the order of the numbers that their codes end with, with what
     * was found in it.
     */
    List<Point> points(String water, LocalDate from, LocalDate to);
}
