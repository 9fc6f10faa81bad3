package cn.bishui.monitoring.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The samples with all versions of what was found in them. */
public interface Samples {

    Optional<Sample> find(String number);

    /** The sample of a site and a day, unless it was discarded. */
    Optional<Sample> of(String site, LocalDate takenOn);

    /** The number for a new sample of a year. */
    String nextNumber(int year);

    /**
     * Adds a sample.
     *
     * @return false if there is one of the site and day that was not discarded
     */
    boolean add(Sample sample);

    /**
     * Keeps a changed sample; a further version beside the one before, which stays released until the further one is.
     *
     * @return false if it is no longer at the version before
     */
    boolean update(Sample changed);

    /** Every version of what was found, the newest first. */
    List<Work> works(String number);

    /** Samples of a site in a month with the version that is released, each at its newest released version. */
    List<Sample> released(String site, YearMonth month);
}
