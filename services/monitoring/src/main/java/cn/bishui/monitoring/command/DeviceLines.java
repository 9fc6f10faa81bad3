package cn.bishui.monitoring.command;

import cn.bishui.hj212.Command;
import java.time.LocalDateTime;
import java.util.Set;

/** The connections that devices hold to this replica. */
public interface DeviceLines {

    /** Numbers of the devices that are connected and have shown their password. */
    Set<String> connected();

    /** Sends a command, if the device is still connected; never waits. */
    void send(String mn, Command command, LocalDateTime qn);
}
