package cn.bishui.monitoring.command;

import cn.bishui.hj212.Command;
import cn.bishui.hj212.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes out what is to be sent now. It is noted as sent before it is: what a dying process did not send any more is sent
 * again when no answer comes.
 */
@Service
public class SendCommands {

    /** So long a connection on which nobody answered is looked at; each replica looks twice a second. */
    private static final Duration LOST = Duration.ofMinutes(1);

    private final DeviceCommands commands;
    private final Clock clock;

    SendCommands(DeviceCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * A command to be sent.
     *
     * @param qn names the exchange, the same each time
     */
    public record Outgoing(String mn, Command command, LocalDateTime qn) {}

    /** Notes as sent what is due, and hands it over. */
    @Transactional
    public List<Outgoing> due(Collection<String> connected) {
        Instant now = clock.instant();
        LocalDateTime local = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        List<Outgoing> outgoing = new ArrayList<>();
        for (DeviceCommand command : commands.due(connected, now)) {
            if (command.state() == DeviceCommand.State.SENT && !command.mayBeSentAgain(now)) {
                continue; // given up in its turn
            }
            LocalDateTime qn = qn(command, local);
            commands.save(command.sent(Timestamps.qn(qn), now));
            outgoing.add(new Outgoing(command.mn(), command.order().command(local), qn));
        }
        return outgoing;
    }

    /** Devices that do not answer though they are connected, and since when they were asked; of the last minute. */
    @Transactional(readOnly = true)
    public Map<String, Instant> lost(Collection<String> connected) {
        return commands.lost(connected, clock.instant().minus(LOST));
    }

    /** Its own if it was sent before; else the time, or one millisecond after the last one of the device. */
    private LocalDateTime qn(DeviceCommand command, LocalDateTime local) {
        String own = command.qn();
        if (own != null) {
            return Timestamps.qn(own).orElseThrow();
        }
        return commands.latestQn(command.device())
                .flatMap(Timestamps::qn)
                .map(last -> last.plus(1, ChronoUnit.MILLIS))
                .filter(next -> next.isAfter(local))
                .orElse(local);
    }
}
