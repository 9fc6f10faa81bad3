package cn.bishui.monitoring.command;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.hj212.Reply;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceWatch;
import cn.bishui.monitoring.device.Devices;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes what a device answers to a command. */
@Service
public class HearAnswer implements AnswersOfDevices {

    static final Actor MONITORING = Actor.system("monitoring");

    private final DeviceCommands commands;
    private final Devices devices;
    private final List<DeviceWatch> watches;
    private final AuditLog audit;
    private final Clock clock;

    HearAnswer(DeviceCommands commands, Devices devices, List<DeviceWatch> watches, AuditLog audit, Clock clock) {
        this.commands = commands;
        this.devices = devices;
        this.watches = List.copyOf(watches);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void heard(String mn, Reply reply) {
        String qn = reply.qn();
        if (qn != null) {
            commands.hold(mn, qn).ifPresent(command -> take(command, reply));
        }
    }

    private void take(DeviceCommand command, Reply reply) {
        Instant now = clock.instant();
        DeviceCommand changed = switch (reply) {
            case Reply.RequestAnswered answer -> command.answered(answer.answer(), answer.number(), now);
            case Reply.Executed result -> command.executed(result.result(), result.number(), now);
            case Reply.NoticeReceived _, Reply.DataReceived _ -> command;
        };
        if (changed.equals(command)) {
            return;
        }
        commands.save(changed);
        if (changed.ended()) {
            tell(audit, changed);
        }
        if (changed.state() == DeviceCommand.State.EXECUTED && changed.order() instanceof Order.SetInterval set) {
            Device device = devices.find(command.mn()).orElseThrow().reportingEvery(set.interval());
            if (devices.update(device)) {
                watches.forEach(watch -> watch.changed(device));
            }
        }
    }

    /** Tells the audit log how a command ended. */
    static void tell(AuditLog audit, DeviceCommand ended) {
        Map<String, Object> details = new TreeMap<>(ended.order().details());
        details.put("command", ended.id());
        details.put("kind", ended.order().kind());
        if (ended.outcome() != null) {
            details.put("outcome", ended.outcome());
        }
        audit.record(MONITORING, "device.command-" + ended.state().code(), Device.subject(ended.mn()), details);
    }
}
