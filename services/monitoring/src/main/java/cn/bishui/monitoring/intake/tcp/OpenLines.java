package cn.bishui.monitoring.intake.tcp;

import cn.bishui.hj212.Command;
import cn.bishui.hj212.Commands;
import cn.bishui.hj212.Packet;
import cn.bishui.monitoring.command.DeviceLines;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * On which connection each device was last heard, and how it is spoken to: with the password that it showed, which is kept
 * nowhere else in clear, its system code and its version.
 */
@Component
final class OpenLines implements DeviceLines {

    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    private record Line(DeviceConnection connection, Commands commands) {

        boolean fits(DeviceConnection other, Packet packet, String password) {
            return connection == other
                    && commands.pw().equals(password)
                    && commands.st().equals(packet.st())
                    && commands.version() == packet.version();
        }
    }

    /** Notes that a device was heard on a connection; once for each change, since it is called with each packet. */
    void open(DeviceConnection connection, Packet packet) {
        String password = packet.pw();
        if (password == null) {
            return;
        }
        Line known = lines.get(packet.mn());
        if (known == null || !known.fits(connection, packet, password)) {
            Commands commands = new Commands(packet.st(), packet.mn(), password, packet.version());
            lines.put(packet.mn(), new Line(connection, commands));
            if (!connection.isOpen()) {
                closed(connection);
            }
        }
    }

    /** Forgets a connection. */
    void closed(DeviceConnection connection) {
        lines.values().removeIf(line -> line.connection() == connection);
    }

    @Override
    public Set<String> connected() {
        return lines.entrySet().stream()
                .filter(each -> each.getValue().connection().isOpen())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void send(String mn, Command command, LocalDateTime qn) {
        Line line = lines.get(mn);
        if (line != null) {
            line.connection().command(line.commands().packet(command, qn));
        }
    }

    @Override
    public void hangUpIfQuiet(String mn, Instant since) {
        Line line = lines.get(mn);
        if (line != null) {
            line.connection().closeIfQuiet(since);
        }
    }
}
