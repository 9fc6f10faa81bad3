package cn.bishui.monitoring.assessment;

import java.util.List;
import java.util.Optional;

/** What the sections had in base years, with all revisions. */
public interface BaseValues {

    /** The latest revision of a section's year. */
    Optional<BaseValue> find(String site, int year);

    /** The latest revisions of a year. */
    List<BaseValue> of(int year);

    /** Adds the next revision, which is the latest now. */
    void add(BaseValue value);
}
