package cn.bishui.monitoring.command;

import cn.bishui.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends what nobody answered in time. */
@Service
public class GiveUpCommands {

    private static final int AT_A_TIME = 100;

    private final DeviceCommands commands;
    private final AuditLog audit;
    private final Clock clock;

    GiveUpCommands(DeviceCommands commands, AuditLog audit, Clock clock) {
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives up those whose time is up and that are not to be sent again. */
    @Transactional
    public void giveUp() {
        Instant now = clock.instant();
        for (DeviceCommand command : commands.overdue(now, AT_A_TIME)) {
            if (command.state() != DeviceCommand.State.SENT || !command.mayBeSentAgain(now)) {
                DeviceCommand ended = command.givenUp(now);
                commands.save(ended);
                HearAnswer.tell(audit, ended);
            }
        }
    }
}
