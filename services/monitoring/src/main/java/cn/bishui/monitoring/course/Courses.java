package cn.bishui.monitoring.course;

import java.time.Instant;
import java.util.List;

/** The courses of waters, each with its versions. */
public interface Courses {

    /** The latest of each water that is not ended, by code. */
    List<Course> latest();

    /** Every version of a water's, the newest first. */
    List<Course> of(String site);

    /** Adds the next version, which is the latest now; returns its number. */
    int add(String site, String shape, String reason, String by, Instant at);
}
