package cn.bishui.monitoring.command;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders something of a device in service; it is sent as soon as the device is connected and does nothing else. */
@Service
public class OrderCommand {

    /** So many of a device may wait; more are a mistake. */
    public static final int MOST_OPEN = 10;

    private final DeviceCommands commands;
    private final Devices devices;
    private final AuditLog audit;
    private final Clock clock;

    OrderCommand(DeviceCommands commands, Devices devices, AuditLog audit, Clock clock) {
        this.commands = commands;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Orders it.
     *
     * @return id of the command
     * @throws RuleBroken with code {@code command.not-in-service}, {@code .too-many} or {@code .future}
     */
    @Transactional(noRollbackFor = RuleBroken.class) // nothing is written before a rule is broken
    public long order(String mn, Order order, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        if (device.state() != DeviceState.IN_SERVICE) {
            throw RuleBroken.conflict("command.not-in-service", mn);
        }
        if (order instanceof Order.SendRecords asked && asked.from().isAfter(LocalDateTime.now(clock))) {
            throw RuleBroken.invalid("command.future");
        }
        if (commands.open(device.id()) >= MOST_OPEN) {
            throw RuleBroken.conflict("command.too-many", MOST_OPEN);
        }
        Instant now = clock.instant();
        long id = commands.add(device.id(), order, actor.username(), now, now.plus(DeviceCommand.WAITS_FOR_CONNECTION));
        Map<String, Object> details = new TreeMap<>(order.details());
        details.put("command", id);
        details.put("kind", order.kind());
        audit.record(actor, "device.command-ordered", device.subject(), details);
        return id;
    }
}
