package cn.bishui.monitoring.gap;

import cn.bishui.alarms.Alarms;
import cn.bishui.audit.Actor;
import cn.bishui.monitoring.command.DeviceCommand;
import cn.bishui.monitoring.command.DeviceCommands;
import cn.bishui.monitoring.command.Order;
import cn.bishui.monitoring.command.OrderCommand;
import cn.bishui.monitoring.command.Records;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.monitoring.device.DeviceWatch;
import cn.bishui.monitoring.device.Devices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks every hour at each device in service whether records of hours and days are missing, and asks it for them (CN 2061,
 * 2031). What comes back is taken as any other record, and judged as a late one.
 *
 * <p>Only a device that sends such records at all is asked, and only for the time that it is in service.
 */
@Service
public class FindGaps implements DeviceWatch {

    /** Kind of the alarm. */
    public static final String ALARM = "record-gaps";

    /** So long after its end a record is missing, if it has not come. */
    private static final Duration LATE_HOUR = Duration.ofMinutes(15);

    private static final Duration LATE_DAY = Duration.ofHours(1);

    /** How far back hours and days are looked at; devices need remember a year (HJ 212-2017 5.3), others correct older ones by hand. */
    private static final Duration HOURS_BACK = Duration.ofDays(7);

    private static final Duration DAYS_BACK = Duration.ofDays(31);

    /** Looks at the minute 20 and the ten after it, so that not all devices are asked at once. */
    private static final int MINUTE = 20;

    private static final int SPREAD_SECONDS = 600;

    /** While a gap is open, it is looked at sooner whether it is filled. */
    private static final Duration WHILE_OPEN = Duration.ofMinutes(5);

    private static final int MOST_ASKS = 3;

    /** So many are asked for at a time; the others wait for the next look. */
    private static final int MOST_SPANS = 4;

    /** ExeRtn 100. */
    private static final String NO_RECORDS = "failed-100";

    private static final String SUBJECT = "device/";
    private static final Actor MONITORING = Actor.system("monitoring");

    private final RecordGaps gaps;
    private final Devices devices;
    private final DeviceCommands commands;
    private final OrderCommand orderCommand;
    private final Alarms alarms;
    private final Clock clock;

    FindGaps(
            RecordGaps gaps,
            Devices devices,
            DeviceCommands commands,
            OrderCommand orderCommand,
            Alarms alarms,
            Clock clock) {
        this.gaps = gaps;
        this.devices = devices;
        this.commands = commands;
        this.orderCommand = orderCommand;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void changed(Device device) {
        if (device.state() == DeviceState.IN_SERVICE) {
            alarms.set(subject(device.id()), nextLook(device.id(), clock.instant()), ALARM);
        } else {
            alarms.cancel(subject(device.id()), ALARM);
        }
    }

    private static String subject(int device) {
        return SUBJECT + device;
    }

    /** Looks at the device of an alarm that rings. */
    @Transactional
    public void look(String subject) {
        devices.find(Integer.parseInt(subject.substring(SUBJECT.length())))
                .filter(device -> device.state() == DeviceState.IN_SERVICE)
                .ifPresent(this::look);
    }

    private void look(Device device) {
        boolean open = false;
        for (Records records : Records.values()) {
            if (gaps.sends(device.id(), records)) {
                open |= look(device, records);
            }
        }
        Instant now = clock.instant();
        Instant next = nextLook(device.id(), now);
        Instant soon = now.plus(WHILE_OPEN);
        alarms.set(subject(device.id()), open && soon.isBefore(next) ? soon : next, ALARM);
    }

    /** Looks at records of one kind; true if some are missing and asked for. */
    private boolean look(Device device, Records records) {
        boolean hours = records == Records.HOURS;
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime inService = LocalDateTime.ofInstant(device.stateSince(), clock.getZone());
        LocalDateTime earliest = now.minus(hours ? HOURS_BACK : DAYS_BACK);
        LocalDateTime from =
                start(records, (inService.isAfter(earliest) ? inService : earliest).plus(records.period()));
        LocalDateTime to =
                start(records, now.minus(hours ? LATE_HOUR : LATE_DAY).minus(records.period()));
        if (to.isBefore(from)) {
            return false;
        }
        List<LocalDateTime> missing = new ArrayList<>(gaps.missing(device.id(), records, from, to));
        boolean open = false;
        for (RecordGap gap : gaps.known(device.id(), records, from)) {
            List<LocalDateTime> still =
                    missing.stream().filter(gap.span()::holds).toList();
            missing.removeAll(still);
            if (gap.state() == RecordGap.State.OPEN) {
                open |= goOn(device, gap, still);
            }
        }
        List<Span> spans = Span.of(missing, records.period(), Order.LONGEST_SPAN);
        for (Span span : spans.subList(0, Math.min(MOST_SPANS, spans.size()))) {
            Optional<Long> command = ask(device, records, span);
            if (command.isEmpty()) {
                break;
            }
            gaps.add(device.id(), records, span, clock.instant(), command.get());
            open = true;
        }
        return open;
    }

    /** Ends a gap, asks again, or waits; true if it stays open. */
    private boolean goOn(Device device, RecordGap gap, List<LocalDateTime> still) {
        Instant now = clock.instant();
        if (still.isEmpty()) {
            gaps.save(gap.ended(RecordGap.State.FILLED, now));
            return false;
        }
        DeviceCommand asked = commands.find(gap.command()).orElseThrow();
        if (!asked.ended() || asked.endedAt() == null || asked.endedAt().isAfter(now.minus(WHILE_OPEN))) {
            return true; // what was sent may still be on its way
        }
        if (gap.asks() >= MOST_ASKS || NO_RECORDS.equals(asked.outcome())) {
            gaps.save(gap.ended(RecordGap.State.GIVEN_UP, now));
            return false;
        }
        ask(device, gap.records(), new Span(still.getFirst(), still.getLast()))
                .ifPresent(command -> gaps.save(gap.askedAgain(command)));
        return true;
    }

    /** Asks; empty where so much is asked of the device already that it waits for the next look. */
    private Optional<Long> ask(Device device, Records records, Span span) {
        if (commands.open(device.id()) >= OrderCommand.MOST_OPEN) {
            return Optional.empty();
        }
        return Optional.of(
                orderCommand.order(device.mn(), new Order.SendRecords(records, span.first(), span.last()), MONITORING));
    }

    /** Beginning of the period in which a moment is. */
    private static LocalDateTime start(Records records, LocalDateTime moment) {
        return moment.truncatedTo(records == Records.HOURS ? ChronoUnit.HOURS : ChronoUnit.DAYS);
    }

    private Instant nextLook(int device, Instant now) {
        LocalDateTime hour = LocalDateTime.ofInstant(now, clock.getZone()).truncatedTo(ChronoUnit.HOURS);
        LocalDateTime slot = hour.plusMinutes(MINUTE).plusSeconds(device % SPREAD_SECONDS);
        Instant moment = slot.atZone(clock.getZone()).toInstant();
        return moment.isAfter(now) ? moment : moment.plus(Duration.ofHours(1));
    }
}
