package cn.bishui.monitoring.silence;

import cn.bishui.alarms.Alarms;
import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.monitoring.DeviceSilenceEnded;
import cn.bishui.contracts.monitoring.DeviceSilent;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.monitoring.device.DeviceWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds devices that fell silent, tells each silence once, and its end.
 *
 * <p>Every device in service has an alarm or is in a silence. The alarm is not moved with each packet: when it rings, it is
 * seen how long the device has been quiet, and the alarm goes on to when it would be silent.
 */
@Service
public class WatchSilence implements DeviceWatch {

    /** Kind of the alarm. */
    public static final String ALARM = "device-silence";

    /** While packets wait to be read, or Kafka is away, nobody knows who is silent; so it is looked at again. */
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(30);

    /** Three answers' time of 10 s. */
    private static final Duration ANSWERS = Duration.ofSeconds(30);

    /** When nobody noted for so long that the platform listens, it did not. */
    private static final Duration UNBROKEN = Duration.ofSeconds(60);

    private static final String SUBJECT = "device/";
    private static final Actor MONITORING = Actor.system("monitoring");

    private final Silences silences;
    private final Backlog backlog;
    private final Alarms alarms;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    WatchSilence(Silences silences, Backlog backlog, Alarms alarms, Outbox outbox, AuditLog audit, Clock clock) {
        this.silences = silences;
        this.backlog = backlog;
        this.alarms = alarms;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the alarm of a device is about. */
    static String subject(int device) {
        return SUBJECT + device;
    }

    /** Looks at the device of an alarm that rings. */
    @Transactional
    public void look(String subject) {
        int device = Integer.parseInt(subject.substring(SUBJECT.length()));
        Instant now = clock.instant();
        Optional<Quiet> quiet = silences.quiet(device);
        if (quiet.isPresent() && !quiet.get().silentFrom().isAfter(now)) {
            OptionalLong unread = backlog.packets();
            if (unread.isEmpty() || unread.getAsLong() > 0) {
                alarms.set(subject, now.plus(LOOKS_AGAIN), ALARM);
                return;
            }
            // what was read by now is taken, or waits for this
            quiet = silences.hold(device);
        }
        quiet.ifPresent(each -> look(each, now));
    }

    private void look(Quiet quiet, Instant now) {
        if (quiet.silentFrom().isAfter(now)) {
            alarms.set(subject(quiet.device()), quiet.silentFrom(), ALARM);
        } else if (silences.begin(quiet.device(), quiet.since(), now)) {
            outbox.append(new DeviceSilent(
                    Silence.id(quiet.mn(), quiet.since()),
                    quiet.mn(),
                    quiet.watched().unit(),
                    quiet.watched().unitName(),
                    quiet.watched().outlet(),
                    quiet.watched().outletName(),
                    quiet.since(),
                    now,
                    quiet.watched().site(),
                    quiet.watched().siteName()));
            audit.record(
                    MONITORING,
                    "device.silent",
                    Device.subject(quiet.mn()),
                    Map.of("since", quiet.since().toString()));
        }
    }

    /**
     * Takes note that data came from devices, whose traffic is noted already.
     *
     * @param last when, by device
     */
    @Transactional
    public void heard(Map<Integer, Instant> last) {
        if (!last.isEmpty()) {
            for (Silence silence : silences.end(last, true)) {
                tellEnd(silence, true);
                alarms.set(subject(silence.device()), silentFrom(clock.instant(), silence.interval()), ALARM);
            }
        }
    }

    @Override
    @Transactional
    public void changed(Device device) {
        Instant now = clock.instant();
        if (device.state() != DeviceState.IN_SERVICE) {
            alarms.cancel(subject(device.id()), ALARM);
            silences.end(Map.of(device.id(), now), false).forEach(silence -> tellEnd(silence, false));
        } else if (!silences.isOpen(device.id())) {
            alarms.set(subject(device.id()), silentFrom(now, device.reportInterval()), ALARM);
        }
    }

    /** Notes that this replica can take packets, if it can. */
    @Transactional
    public void listen() {
        if (backlog.packets().isPresent()) {
            Instant now = clock.instant();
            silences.listening(now, now.minus(UNBROKEN));
        }
    }

    private void tellEnd(Silence silence, boolean heard) {
        outbox.append(new DeviceSilenceEnded(
                silence.id(),
                silence.mn(),
                silence.watched().unit(),
                silence.watched().outlet(),
                silence.since(),
                silence.endedAt(),
                heard,
                silence.watched().site()));
        if (heard) {
            audit.record(
                    MONITORING,
                    "device.heard-again",
                    Device.subject(silence.mn()),
                    Map.of("since", silence.since().toString()));
        }
    }

    private static Instant silentFrom(Instant since, Duration interval) {
        return since.plus(interval.multipliedBy(2)).plus(ANSWERS);
    }
}
