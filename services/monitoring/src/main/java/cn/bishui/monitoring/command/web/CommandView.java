package cn.bishui.monitoring.command.web;

import cn.bishui.monitoring.command.DeviceCommand;
import cn.bishui.monitoring.command.Order;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A command as programs see it; see {@link DeviceCommand} for its parts. */
record CommandView(
        long id,
        String mn,
        String kind,
        @Nullable Long intervalSeconds,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        String state,
        @Nullable String outcome,
        String orderedBy,
        Instant orderedAt,
        @Nullable String qn,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt) {

    static CommandView of(DeviceCommand command) {
        Order order = command.order();
        return new CommandView(
                command.id(),
                command.mn(),
                order.kind(),
                order instanceof Order.SetInterval set ? set.interval().toSeconds() : null,
                order instanceof Order.SendRecords asked ? asked.from() : null,
                order instanceof Order.SendRecords asked ? asked.to() : null,
                command.state().code(),
                command.outcome(),
                command.orderedBy(),
                command.orderedAt(),
                command.qn(),
                command.attempts(),
                command.sentAt(),
                command.acceptedAt(),
                command.endedAt());
    }
}
