package cn.bishui.monitoring.device.web;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditReader;
import cn.bishui.monitoring.command.DeviceCommands;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.PutDeviceInService;
import cn.bishui.monitoring.device.RegisterDevice;
import cn.bishui.monitoring.device.TakeDeviceOutOfService;
import cn.bishui.monitoring.gap.RecordGaps;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.History;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Devices for people. */
@Controller
class DevicePages {

    private static final int LATEST_COMMANDS = 5;
    private static final int LATEST_GAPS = 5;

    private final DeviceTable table;
    private final RegisterDevice registerDevice;
    private final PutDeviceInService putInService;
    private final TakeDeviceOutOfService takeOutOfService;
    private final DeviceCommands commands;
    private final RecordGaps gaps;
    private final AuditReader audit;

    DevicePages(
            DeviceTable table,
            RegisterDevice registerDevice,
            PutDeviceInService putInService,
            TakeDeviceOutOfService takeOutOfService,
            DeviceCommands commands,
            RecordGaps gaps,
            AuditReader audit) {
        this.table = table;
        this.registerDevice = registerDevice;
        this.putInService = putInService;
        this.takeOutOfService = takeOutOfService;
        this.commands = commands;
        this.gaps = gaps;
        this.audit = audit;
    }

    @GetMapping("/monitoring/devices")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String health,
            ListRequest request,
            Model model) {
        model.addAttribute("listing", table.page(DeviceTable.Filter.of(q, state, health), request));
        return "device/list";
    }

    @GetMapping("/monitoring/devices.csv")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    void csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String health,
            ListRequest order,
            Texts texts,
            HttpServletResponse response) {
        CsvDownload.send(
                response,
                texts.of("device.title") + ".csv",
                texts.all(
                        "device.mn",
                        "device.unit",
                        "device.unit.code",
                        "device.outlet",
                        "device.permit",
                        "device.state",
                        "device.last-packet",
                        "device.silent-since",
                        "device.packets"),
                csv -> table.each(
                        DeviceTable.Filter.of(q, state, health),
                        order,
                        row -> csv.row(
                                row.mn(),
                                row.unitName(),
                                row.unit(),
                                row.outlet(),
                                row.permit(),
                                texts.of("device.state." + row.state()),
                                row.lastPacketAt(),
                                row.silentSince(),
                                row.packets())));
    }

    @GetMapping("/monitoring/devices/{mn}")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    String show(@PathVariable String mn, Texts texts, Model model) {
        return show(mn, ChangeForm.EMPTY, texts, model);
    }

    private String show(String mn, ChangeForm change, Texts texts, Model model) {
        model.addAttribute("form", change);
        model.addAttribute("device", table.find(mn).orElseThrow(() -> new NotFound("device", mn)));
        model.addAttribute("latest", table.latestPackets(mn));
        model.addAttribute("commands", commands.latest(mn, LATEST_COMMANDS));
        model.addAttribute("gaps", gaps.latest(mn, LATEST_GAPS));
        model.addAttribute("history", History.of(audit.about(Device.subject(mn)), texts));
        return "device/show";
    }

    @GetMapping("/monitoring/devices/new")
    @PreAuthorize("hasRole('monitoring.device-admin')")
    String form(Model model) {
        model.addAttribute("form", DeviceForm.empty());
        model.addAttribute("sites", table.sites());
        return "device/new";
    }

    @PostMapping("/monitoring/devices")
    @PreAuthorize("hasRole('monitoring.device-admin')")
    String register(@ModelAttribute("form") DeviceForm form, BindingResult errors, Model model, Actor actor) {
        if (Attempt.succeeds(errors, () -> registerDevice.register(form.read(), actor))) {
            return "redirect:/monitoring/devices/" + form.read().mn();
        }
        model.addAttribute("sites", table.sites());
        return "device/new";
    }

    @PostMapping("/monitoring/devices/{mn}/in-service")
    @PreAuthorize("hasRole('monitoring.device-admin')")
    String putInService(
            @PathVariable String mn,
            @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return Attempt.succeeds(errors, () -> putInService.put(mn, form.seen(), actor))
                ? "redirect:/monitoring/devices/" + mn
                : show(mn, form, texts, model);
    }

    @PostMapping("/monitoring/devices/{mn}/out-of-service")
    @PreAuthorize("hasRole('monitoring.device-admin')")
    String takeOutOfService(
            @PathVariable String mn,
            @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        boolean taken = Attempt.succeeds(errors, () -> {
            ChangeForm.Reasoned change = form.reasoned();
            takeOutOfService.take(mn, change.seen(), change.reason(), actor);
        });
        return taken ? "redirect:/monitoring/devices/" + mn : show(mn, form, texts, model);
    }
}
