package cn.bishui.monitoring.command;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All that was ordered. */
public interface DeviceCommands {

    /**
     * Adds an order in state {@link DeviceCommand.State#WAITING}.
     *
     * @param giveUpAt when it is given up if the device is not connected before
     * @return its id
     */
    long add(int device, Order order, String orderedBy, Instant orderedAt, Instant giveUpAt);

    /** How many have not ended, with the device held until the transaction ends, so that nobody else counts meanwhile. */
    int open(int device);

    /**
     * Those to be sent now to devices that are connected here, held until the transaction ends: of each device the first
     * that has not ended. What another replica holds is passed over.
     */
    List<DeviceCommand> due(Collection<String> mns, Instant now);

    /** Those whose moment has passed, held until the transaction ends, at most so many. */
    List<DeviceCommand> overdue(Instant now, int most);

    /**
     * When the last of a device was first sent that nobody answered though it was sent as often as it may be, by its MN;
     * of those devices, and of what ended since a moment.
     */
    Map<String, Instant> lost(Collection<String> mns, Instant endedSince);

    /** The command of an exchange, held until the transaction ends. */
    Optional<DeviceCommand> hold(String mn, String qn);

    /** The latest QN that was sent to a device. */
    Optional<String> latestQn(int device);

    /** Keeps a command that is held. */
    void save(DeviceCommand changed);

    Optional<DeviceCommand> find(long id);

    /** The latest of a device, the newest first. */
    List<DeviceCommand> latest(String mn, int most);

    /** A page of all of a device, the newest first unless asked otherwise. */
    Listing<DeviceCommand> page(String mn, ListRequest request);

    /** All of a device. */
    void each(String mn, ListRequest order, Consumer<DeviceCommand> reader);
}
