package cn.bishui.monitoring.device;

import java.util.Optional;

/** All devices at hand, for looking one up with each packet: never waits, and is at most a moment behind. */
public interface DeviceDirectory {

    Optional<Device> find(String mn);
}
