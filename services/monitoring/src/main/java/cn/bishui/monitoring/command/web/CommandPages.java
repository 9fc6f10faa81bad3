package cn.bishui.monitoring.command.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.command.DeviceCommands;
import cn.bishui.monitoring.command.OrderCommand;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Commands to a device for people. */
@Controller
class CommandPages {

    private final DeviceCommands commands;
    private final Devices devices;
    private final OrderCommand orderCommand;

    CommandPages(DeviceCommands commands, Devices devices, OrderCommand orderCommand) {
        this.commands = commands;
        this.devices = devices;
        this.orderCommand = orderCommand;
    }

    @GetMapping("/monitoring/devices/{mn}/commands")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    String list(@PathVariable String mn, ListRequest request, Texts texts, Model model) {
        return list(mn, CommandForm.EMPTY, request, texts, model);
    }

    private String list(String mn, CommandForm form, ListRequest request, Texts texts, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", texts.options("command.kind.", CommandForm.KINDS));
        model.addAttribute("device", devices.find(mn).orElseThrow(() -> new NotFound("device", mn)));
        model.addAttribute("listing", commands.page(mn, request));
        return "command/list";
    }

    @PostMapping("/monitoring/devices/{mn}/commands")
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    String order(
            @PathVariable String mn,
            @ModelAttribute("form") CommandForm form,
            BindingResult errors,
            ListRequest request,
            Texts texts,
            Model model,
            Actor actor) {
        return Attempt.succeeds(errors, () -> orderCommand.order(mn, form.read(), actor))
                ? "redirect:/monitoring/devices/" + mn + "/commands"
                : list(mn, form, request, texts, model);
    }

    @GetMapping("/monitoring/devices/{mn}/commands.csv")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    void csv(@PathVariable String mn, ListRequest order, Texts texts, HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("command.title") + " " + mn + ".csv",
                texts.all(
                        "command.kind",
                        "command.from",
                        "command.to",
                        "device.interval",
                        "command.state",
                        "command.outcome",
                        "command.ordered-by",
                        "command.ordered-at",
                        "command.attempts",
                        "command.sent-at",
                        "command.accepted-at",
                        "command.ended-at"),
                csv -> commands.each(mn, order, row -> {
                    Map<String, Object> details = row.order().details();
                    csv.row(
                            texts.of("command.kind." + row.order().kind()),
                            details.get("from"),
                            details.get("to"),
                            details.get("intervalSeconds"),
                            texts.of("command.state." + row.state().code()),
                            row.outcome() == null ? null : texts.of("command.outcome." + row.outcome()),
                            row.orderedBy(),
                            row.orderedAt(),
                            row.attempts(),
                            row.sentAt(),
                            row.acceptedAt(),
                            row.endedAt());
                }));
    }
}
