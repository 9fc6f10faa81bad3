package cn.bishui.monitoring.device;

import java.time.Instant;
import java.util.List;

/** What each device measures, now and before. */
public interface Factors {

    /** Those of a device that hold now, in the order of the codes. */
    List<Factor> of(int device);

    /** Ends the one that holds of a pollutant, if there is one. */
    void end(int device, String pollutant, Instant at);

    /** Adds one that holds from now on. */
    void add(int device, Factor factor, Instant at, String by);
}
