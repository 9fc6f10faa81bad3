package cn.bishui.monitoring.command;

import cn.bishui.hj212.Command;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;

/** The connections that devices hold to this replica. */
public interface DeviceLines {

    /** Numbers of the devices that are connected and have shown their password. */
    Set<String> connected();

    /** Sends a command, if the device is still connected; never waits. */
    void send(String mn, Command command, LocalDateTime qn);

    /**
     * Closes the connection of a device on which nothing has come since a moment: its other end is gone, and what is sent
     * there is lost while the device perhaps has long been connected elsewhere.
     */
    void hangUpIfQuiet(String mn, Instant since);
}
