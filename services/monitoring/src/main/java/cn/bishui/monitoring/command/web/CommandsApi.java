package cn.bishui.monitoring.command.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.command.DeviceCommand;
import cn.bishui.monitoring.command.DeviceCommands;
import cn.bishui.monitoring.command.OrderCommand;
import cn.bishui.web.NotFound;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Commands to devices for programs. */
@RestController
@RequestMapping("/api/monitoring/v1/devices/{mn}/commands")
class CommandsApi {

    private final DeviceCommands commands;
    private final OrderCommand orderCommand;

    CommandsApi(DeviceCommands commands, OrderCommand orderCommand) {
        this.commands = commands;
        this.orderCommand = orderCommand;
    }

    /** One page of the list. */
    record Page(List<CommandView> items, long total) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    Page list(@PathVariable String mn, ListRequest request) {
        Listing<DeviceCommand> listing = commands.page(mn, request);
        return new Page(listing.rows().stream().map(CommandView::of).toList(), listing.total());
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    CommandView get(@PathVariable String mn, @PathVariable long id) {
        return commands.find(id)
                .filter(command -> command.mn().equals(mn))
                .map(CommandView::of)
                .orElseThrow(() -> new NotFound("command", id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    CommandView order(@PathVariable String mn, @RequestBody CommandForm body, Actor actor) {
        return get(mn, orderCommand.order(mn, body.read(), actor));
    }
}
