package cn.bishui.monitoring.assessment;

import java.util.List;
import java.util.Optional;

/** The declines. */
public interface Declines {

    Optional<Decline> find(String site, Period period);

    /** Those of a period, lifted ones too. */
    List<Decline> of(Period period);

    void add(Decline decline);

    /** Keeps a changed decline; false if it is no longer at the version before. */
    boolean update(Decline changed);
}
