package cn.bishui.monitoring.command.schedule;

import cn.bishui.monitoring.command.DeviceLines;
import cn.bishui.monitoring.command.GiveUpCommands;
import cn.bishui.monitoring.command.SendCommands;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks twice a second what is to be sent to the devices that are connected to this replica, and what is to be given up. */
@Component
class CommandSender {

    private static final Logger log = LoggerFactory.getLogger(CommandSender.class);

    private final DeviceLines lines;
    private final SendCommands sendCommands;
    private final GiveUpCommands giveUpCommands;
    private volatile boolean failing;

    CommandSender(DeviceLines lines, SendCommands sendCommands, GiveUpCommands giveUpCommands) {
        this.lines = lines;
        this.sendCommands = sendCommands;
        this.giveUpCommands = giveUpCommands;
    }

    @Scheduled(fixedDelay = 500)
    void send() {
        quietly(() -> {
            Set<String> connected = lines.connected();
            if (!connected.isEmpty()) {
                sendCommands.due(connected).forEach(each -> lines.send(each.mn(), each.command(), each.qn()));
                sendCommands.lost(connected).forEach(lines::hangUpIfQuiet);
            }
        });
    }

    @Scheduled(fixedDelay = 1000)
    void giveUp() {
        quietly(giveUpCommands::giveUp);
    }

    private void quietly(Runnable work) {
        try {
            work.run();
            failing = false;
        } catch (DataAccessException | TransactionException e) {
            if (!failing) {
                failing = true;
                log.warn("commands cannot be looked up, they wait: {}", e.getMessage());
            }
        }
    }
}
