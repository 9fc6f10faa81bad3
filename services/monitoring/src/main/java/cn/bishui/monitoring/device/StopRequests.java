package cn.bishui.monitoring.device;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All requests to stop or remove devices. */
public interface StopRequests {

    /** Adds one. */
    void add(int device, Outage.Kind kind, String reason, LocalDate receivedOn, LocalDate due, Instant at, String by);

    /** A request, held until the transaction ends. */
    Optional<StopRequest> hold(long id);

    /** Keeps one that is held. */
    void save(StopRequest changed);

    /** Those of a device, the newest first. */
    List<StopRequest> of(int device);
}
