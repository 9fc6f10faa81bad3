package cn.bishui.monitoring.device;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes down a unit's request to stop or remove a device, and answers it. */
@Service
public class AskToStop {

    /** Answer a request to stop or remove: 5 working days (Order 19). */
    private static final String ANSWER = "MON-REMOVE";

    private final Devices devices;
    private final StopRequests requests;
    private final LegalClocks clocks;
    private final AuditLog audit;
    private final Clock clock;

    AskToStop(Devices devices, StopRequests requests, LegalClocks clocks, AuditLog audit, Clock clock) {
        this.devices = devices;
        this.requests = requests;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes it down.
     *
     * @param receivedOn day on which the bureau got it, from which the 5 working days count
     * @throws RuleBroken with code {@code device.request-future}, {@code .not-in-service} or {@code .request-waits}
     */
    @Transactional
    public void ask(String mn, Outage.Kind kind, String reason, LocalDate receivedOn, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        LocalDate today = LocalDate.now(clock);
        if (receivedOn.isAfter(today)) {
            throw RuleBroken.invalid("device.request-future");
        }
        device.outOfService(kind, clock.instant());
        boolean waits = requests.of(device.id()).stream()
                .anyMatch(each -> each.state(today) == StopRequest.State.WAITING || each.consents(kind, today));
        if (waits) {
            throw RuleBroken.conflict("device.request-waits", mn);
        }
        LocalDate due = clocks.deadline(ANSWER, receivedOn).due();
        requests.add(device.id(), kind, reason, receivedOn, due, clock.instant(), actor.username());
        audit.record(
                actor,
                "device.stop-asked",
                device.subject(),
                Map.of("kind", kind.code(), "reason", reason, "due", due.toString()));
    }

    /**
     * Answers it.
     *
     * @param actor somebody else than who took it down
     */
    @Transactional
    public void answer(String mn, long request, boolean granted, String note, Actor actor) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        StopRequest asked = requests.hold(request)
                .filter(each -> each.device() == device.id())
                .orElseThrow(() -> new NotFound("request", request));
        requests.save(asked.answered(granted, note, actor.username(), clock.instant(), LocalDate.now(clock)));
        audit.record(
                actor,
                granted ? "device.stop-granted" : "device.stop-refused",
                device.subject(),
                Map.of("kind", asked.kind().code(), "reason", note));
    }
}
