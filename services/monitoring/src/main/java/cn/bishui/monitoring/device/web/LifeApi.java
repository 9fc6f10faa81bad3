package cn.bishui.monitoring.device.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.device.AcceptDevice;
import cn.bishui.monitoring.device.AskToStop;
import cn.bishui.monitoring.device.ChangeFactors;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.device.Factors;
import cn.bishui.monitoring.device.NoteManualSample;
import cn.bishui.monitoring.device.PutDeviceInService;
import cn.bishui.monitoring.device.SetDeviceKey;
import cn.bishui.monitoring.device.StopRequest;
import cn.bishui.monitoring.device.StopRequests;
import cn.bishui.monitoring.device.TakeDeviceOutOfService;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What programs do with a device. */
@RestController
@RequestMapping("/api/monitoring/v1/devices/{mn}")
class LifeApi {

    private final DeviceTable table;
    private final Devices devices;
    private final Factors factors;
    private final StopRequests requests;
    private final ChangeFactors changeFactors;
    private final AcceptDevice acceptDevice;
    private final PutDeviceInService putInService;
    private final TakeDeviceOutOfService takeOutOfService;
    private final AskToStop askToStop;
    private final SetDeviceKey setDeviceKey;
    private final NoteManualSample noteManualSample;
    private final Clock clock;

    LifeApi(
            DeviceTable table,
            Devices devices,
            Factors factors,
            StopRequests requests,
            ChangeFactors changeFactors,
            AcceptDevice acceptDevice,
            PutDeviceInService putInService,
            TakeDeviceOutOfService takeOutOfService,
            AskToStop askToStop,
            SetDeviceKey setDeviceKey,
            NoteManualSample noteManualSample,
            Clock clock) {
        this.table = table;
        this.devices = devices;
        this.factors = factors;
        this.requests = requests;
        this.changeFactors = changeFactors;
        this.acceptDevice = acceptDevice;
        this.putInService = putInService;
        this.takeOutOfService = takeOutOfService;
        this.askToStop = askToStop;
        this.setDeviceKey = setDeviceKey;
        this.noteManualSample = noteManualSample;
        this.clock = clock;
    }

    /** What a device measures. */
    record FactorList(List<FactorLine> factors) {}

    /**
     * A unit's request.
     *
     * @param state {@code waiting}, {@code granted}, {@code refused}, {@code silent} or {@code used}
     */
    record RequestView(
            long id,
            String kind,
            String reason,
            LocalDate receivedOn,
            LocalDate due,
            String state,
            @Nullable String note) {}

    /** All requests of a device. */
    record RequestList(List<RequestView> items) {}

    @GetMapping("/factors")
    @PreAuthorize(DevicePages.READ)
    FactorList factors(@PathVariable String mn) {
        return new FactorList(
                factors.of(device(mn).id()).stream().map(FactorLine::of).toList());
    }

    @PutMapping("/factors")
    @PreAuthorize(LifePages.ADMIN)
    DeviceRow changeFactors(@PathVariable String mn, @RequestBody FactorsForm body, Actor actor) {
        FactorsForm.Wanted wanted = body.read();
        changeFactors.change(mn, wanted.seen(), wanted.factors(), wanted.reason(), actor);
        return row(mn);
    }

    @PostMapping("/tests")
    @PreAuthorize(LifePages.APPROVE)
    DeviceRow accept(@PathVariable String mn, @RequestBody LifeForm body, Actor actor) {
        LifeForm.Tested tested = body.tested();
        acceptDevice.accept(mn, tested.seen(), tested.acceptance(), actor);
        return row(mn);
    }

    @PostMapping("/in-service")
    @PreAuthorize(LifePages.ADMIN)
    DeviceRow putInService(@PathVariable String mn, @RequestBody LifeForm body, Actor actor) {
        putInService.put(mn, body.seen(), actor);
        return row(mn);
    }

    @PostMapping("/out-of-service")
    @PreAuthorize(LifePages.ADMIN)
    DeviceRow takeOutOfService(@PathVariable String mn, @RequestBody LifeForm body, Actor actor) {
        LifeForm.Stopped stopped = body.stopped(clock.getZone());
        takeOutOfService.take(mn, stopped.seen(), stopped.kind(), stopped.beganAt(), stopped.reason(), actor);
        return row(mn);
    }

    @PutMapping("/key")
    @PreAuthorize(LifePages.ADMIN)
    DeviceRow setKey(@PathVariable String mn, @RequestBody LifeForm body, Actor actor) {
        LifeForm.KeyGiven given = body.keyGiven();
        setDeviceKey.set(mn, given.seen(), given.key(), actor);
        return row(mn);
    }

    @GetMapping("/stop-requests")
    @PreAuthorize(DevicePages.READ)
    RequestList requests(@PathVariable String mn) {
        LocalDate today = LocalDate.now(clock);
        return new RequestList(requests.of(device(mn).id()).stream()
                .map(each -> view(each, today))
                .toList());
    }

    private static RequestView view(StopRequest request, LocalDate today) {
        return new RequestView(
                request.id(),
                request.kind().code(),
                request.reason(),
                request.receivedOn(),
                request.due(),
                request.state(today).code(),
                request.note());
    }

    @PostMapping("/stop-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(LifePages.ADMIN)
    RequestList ask(@PathVariable String mn, @RequestBody LifeForm body, Actor actor) {
        LifeForm.Asked asked = body.asked();
        askToStop.ask(mn, asked.kind(), asked.reason(), asked.receivedOn(), actor);
        return requests(mn);
    }

    @PostMapping("/stop-requests/{id}/answer")
    @PreAuthorize(LifePages.APPROVE)
    RequestList answer(@PathVariable String mn, @PathVariable long id, @RequestBody LifeForm body, Actor actor) {
        LifeForm.Answered answered = body.answered();
        askToStop.answer(mn, id, answered.granted(), answered.reason(), actor);
        return requests(mn);
    }

    @PostMapping("/manual-samples")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize(LifePages.LOOK_AFTER)
    void sample(@PathVariable String mn, @RequestBody LifeForm body, Actor actor) {
        LifeForm.Sampled sampled = body.sampled(clock.getZone());
        noteManualSample.note(mn, sampled.takenAt(), sampled.note(), actor);
    }

    private Device device(String mn) {
        return devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
    }

    private DeviceRow row(String mn) {
        return table.find(mn).orElseThrow(() -> new NotFound("device", mn));
    }
}
