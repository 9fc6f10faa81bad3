package cn.bishui.monitoring.device.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.device.ChangeFactors;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.device.Factors;
import cn.bishui.monitoring.device.RegisterDevice;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
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

    static final String READ = "hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin',"
            + " 'monitoring.device-approver')";

    private final DeviceTable table;
    private final DeviceFile file;
    private final Devices devices;
    private final Factors factors;
    private final RegisterDevice registerDevice;
    private final ChangeFactors changeFactors;

    DevicePages(
            DeviceTable table,
            DeviceFile file,
            Devices devices,
            Factors factors,
            RegisterDevice registerDevice,
            ChangeFactors changeFactors) {
        this.table = table;
        this.file = file;
        this.devices = devices;
        this.factors = factors;
        this.registerDevice = registerDevice;
        this.changeFactors = changeFactors;
    }

    @GetMapping("/monitoring/devices")
    @PreAuthorize(READ)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String health,
            ListRequest request,
            Texts texts,
            Model model) {
        model.addAttribute("listing", table.page(DeviceTable.Filter.of(q, state, health), request));
        model.addAttribute("states", texts.options("device.state.", DeviceState.codes()));
        return "device/list";
    }

    @GetMapping("/monitoring/devices.csv")
    @PreAuthorize(READ)
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
                        "device.place",
                        "device.unit.code",
                        "device.outlet",
                        "device.permit",
                        "device.site-code",
                        "device.state",
                        "device.last-packet",
                        "device.silent-since",
                        "device.packets"),
                csv -> table.each(
                        DeviceTable.Filter.of(q, state, health),
                        order,
                        row -> csv.row(
                                row.mn(),
                                row.place(),
                                row.unit(),
                                row.outlet(),
                                row.permit(),
                                row.site(),
                                texts.of("device.state." + row.state()),
                                row.lastPacketAt(),
                                row.silentSince(),
                                row.packets())));
    }

    @GetMapping("/monitoring/devices/{mn}")
    @PreAuthorize(READ)
    String show(@PathVariable String mn, Texts texts, Model model) {
        return file.show(mn, LifeForm.EMPTY, texts, model);
    }

    @GetMapping("/monitoring/devices/new")
    @PreAuthorize("hasRole('monitoring.device-admin')")
    String form(Texts texts, Model model) {
        return form(DeviceForm.empty(), texts, model);
    }

    @PostMapping("/monitoring/devices")
    @PreAuthorize("hasRole('monitoring.device-admin')")
    String register(
            @ModelAttribute("form") DeviceForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String more,
            Texts texts,
            Model model,
            Actor actor) {
        if (more != null) {
            return form(form.withRoom(), texts, model);
        }
        return Attempt.succeeds(errors, () -> registerDevice.register(form.read(), actor))
                ? "redirect:/monitoring/devices/" + form.read().mn()
                : choices("device/new", texts, model);
    }

    private String form(DeviceForm form, Texts texts, Model model) {
        model.addAttribute("form", form);
        return choices("device/new", texts, model);
    }

    @GetMapping("/monitoring/devices/{mn}/factors")
    @PreAuthorize("hasRole('monitoring.device-admin')")
    String factors(@PathVariable String mn, Texts texts, Model model) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        return factors(mn, FactorsForm.of(device.version(), factors.of(device.id())), texts, model);
    }

    @PostMapping("/monitoring/devices/{mn}/factors")
    @PreAuthorize("hasRole('monitoring.device-admin')")
    String changeFactors(
            @PathVariable String mn,
            @ModelAttribute("form") FactorsForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String more,
            Texts texts,
            Model model,
            Actor actor) {
        if (more != null) {
            return factors(mn, form.withRoom(), texts, model);
        }
        boolean changed = Attempt.succeeds(errors, () -> {
            FactorsForm.Wanted wanted = form.read();
            changeFactors.change(mn, wanted.seen(), wanted.factors(), wanted.reason(), actor);
        });
        if (changed) {
            return "redirect:/monitoring/devices/" + mn;
        }
        model.addAttribute("mn", mn);
        return choices("device/factors", texts, model);
    }

    private String factors(String mn, FactorsForm form, Texts texts, Model model) {
        model.addAttribute("mn", mn);
        model.addAttribute("form", form);
        return choices("device/factors", texts, model);
    }

    private String choices(String page, Texts texts, Model model) {
        Map<String, String> pollutants = new LinkedHashMap<>();
        Pollutants.all()
                .forEach(each -> pollutants.put(
                        each.code(),
                        texts.either(each.nameZh(), each.nameEn())
                                + (each.unit().equals("1") ? "" : " (" + each.unit() + ")")));
        model.addAttribute("sites", table.sites());
        model.addAttribute("pollutants", pollutants);
        return page;
    }
}
