package cn.bishui.monitoring.device.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.device.RegisterDevice;
import cn.bishui.web.NotFound;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Devices for programs. */
@RestController
@RequestMapping("/api/monitoring/v1/devices")
class DevicesApi {

    private final DeviceTable table;
    private final RegisterDevice registerDevice;

    DevicesApi(DeviceTable table, RegisterDevice registerDevice) {
        this.table = table;
        this.registerDevice = registerDevice;
    }

    /** One page of the list. */
    record Page(List<DeviceRow> items, long total) {}

    @GetMapping
    @PreAuthorize(DevicePages.READ)
    Page list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String health,
            ListRequest request) {
        Listing<DeviceRow> listing = table.page(DeviceTable.Filter.of(q, state, health), request);
        return new Page(listing.rows(), listing.total());
    }

    @GetMapping("/{mn}")
    @PreAuthorize(DevicePages.READ)
    DeviceRow get(@PathVariable String mn) {
        return table.find(mn).orElseThrow(() -> new NotFound("device", mn));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('monitoring.device-admin')")
    DeviceRow register(@RequestBody DeviceBody body, Actor actor) {
        return get(registerDevice.register(body.read(), actor).mn());
    }
}
