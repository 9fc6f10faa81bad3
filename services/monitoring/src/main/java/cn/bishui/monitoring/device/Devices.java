package cn.bishui.monitoring.device;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registered devices. */
public interface Devices {

    Optional<Device> find(String mn);

    Optional<Device> find(int id);

    /** Those at a site of the network that were not removed, by MN. */
    List<Device> at(String site);

    /**
     * Adds a device in state {@link DeviceState#REGISTERED} and version 0.
     *
     * @param by account of who registers it
     * @return empty if the MN is taken
     */
    Optional<Device> add(NewDevice device, DevicePassword password, Instant at, String by);

    /** Keeps a changed device; false if it is no longer at the version before. */
    boolean update(Device changed);

    /** Notes that devices were heard of without data. */
    void heard(Map<String, Instant> lastByMn);
}
