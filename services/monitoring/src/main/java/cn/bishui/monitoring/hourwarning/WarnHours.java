package cn.bishui.monitoring.hourwarning;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.monitoring.HourlyLimitWarned;
import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.PollutantData;
import cn.bishui.messaging.Outbox;
import cn.bishui.monitoring.command.DeviceCommands;
import cn.bishui.monitoring.command.Order;
import cn.bishui.monitoring.command.OrderCommand;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.monitoring.hourwarning.HourlyWarnings.Warning;
import cn.bishui.monitoring.permitlimit.Permit;
import cn.bishui.monitoring.permitlimit.Permits;
import cn.bishui.monitoring.reading.ReadingWatch;
import cn.bishui.standards.Judgement;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warns of each hour whose mean is over the limit, once, and has the device keep a sample of the water. Wastewater is judged by
 * the day: an hour proves nothing. What is sent again (RF=1 of HJ 212-2025) raises no warning; what changes an hour that was
 * warned of, or its limit, is looked at by {@link CorrectWarnings}.
 */
@Service
public class WarnHours implements ReadingWatch {

    private static final Logger log = LoggerFactory.getLogger(WarnHours.class);

    private static final int HOUR = Integer.parseInt(Cn.HOUR);
    private static final Duration HOUR_LONG = Duration.ofHours(1);
    private static final Actor MONITORING = Actor.system("monitoring");

    private final HourlyWarnings warnings;
    private final CorrectWarnings correctWarnings;
    private final Permits permits;
    private final DeviceCommands commands;
    private final OrderCommand orderCommand;
    private final HourWarningSettings settings;
    private final Outbox outbox;
    private final Clock clock;

    WarnHours(
            HourlyWarnings warnings,
            CorrectWarnings correctWarnings,
            Permits permits,
            DeviceCommands commands,
            OrderCommand orderCommand,
            HourWarningSettings settings,
            Outbox outbox,
            Clock clock) {
        this.warnings = warnings;
        this.correctWarnings = correctWarnings;
        this.permits = permits;
        this.commands = commands;
        this.orderCommand = orderCommand;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks at the hours that ended lately; all other packets cost a look at their number. */
    @Override
    @Transactional
    public void kept(List<Fresh> readings) {
        List<Fresh> hours = new ArrayList<>();
        Instant now = clock.instant();
        for (Fresh each : readings) {
            if (each.reading().cn() == HOUR
                    && !each.reading().resent()
                    && each.device().isAtOutlet()
                    && endOf(each.reading().dataTime()).isAfter(now.minus(settings.within()))) {
                hours.add(each);
            }
        }
        if (!hours.isEmpty()) {
            warn(hours, now);
        }
        correctWarnings.kept(readings);
    }

    private Instant endOf(LocalDateTime hour) {
        return hour.atZone(clock.getZone()).toInstant().plus(HOUR_LONG);
    }

    private void warn(List<Fresh> hours, Instant now) {
        Map<String, Permit> held = permits.hold(
                hours.stream().map(hour -> hour.device().outlet().permit()).collect(Collectors.toSet()));
        List<Warning> over = new ArrayList<>();
        for (Fresh each : hours) {
            Permit permit = held.get(each.device().outlet().permit());
            if (permit != null) {
                over.addAll(over(each, permit));
            }
        }
        if (over.isEmpty()) {
            return;
        }
        Set<String> fresh = warnings.add(over, now);
        over.stream()
                .filter(each -> fresh.remove(each.id()))
                .sorted(Comparator.comparingInt((Warning each) -> each.device().id())
                        .thenComparing(Warning::hour))
                .forEach(each -> {
                    outbox.append(fact(each, now));
                    keepSample(each, now);
                });
    }

    private static List<Warning> over(Fresh hour, Permit permit) {
        Map<String, PollutantData> values = hour.reading().content().values();
        if (values.values().stream().anyMatch(WarnHours::saysThatNothingFlows)) {
            return List.of();
        }
        List<Warning> over = new ArrayList<>();
        LocalDateTime at = hour.reading().dataTime();
        for (PollutantData sent : values.values()) {
            Pollutant pollutant = Pollutants.find(sent.code()).orElse(null);
            Warning found =
                    pollutant == null || !sent.normal() ? null : over(hour.device(), pollutant, sent, at, permit);
            if (found != null) {
                over.add(found);
            }
        }
        return over;
    }

    static boolean saysThatNothingFlows(PollutantData sent) {
        boolean flow = Pollutants.find(sent.code())
                .filter(pollutant -> pollutant.code().equals(Pollutant.FLOW))
                .isPresent();
        return flow
                && sent.normal()
                && sent.value(Measure.COU)
                        .or(() -> sent.value(Measure.AVG))
                        .filter(water -> water.signum() == 0)
                        .isPresent();
    }

    private static @Nullable Warning over(
            Device device, Pollutant pollutant, PollutantData sent, LocalDateTime hour, Permit permit) {
        return permit.outlet(device.outlet().outlet())
                .flatMap(outlet -> outlet.limit(pollutant.code(), hour.toLocalDate()))
                .filter(set -> set.limit().unit().equals(pollutant.judgedUnit()))
                .flatMap(set -> sent.value(Measure.AVG)
                        .map(mean -> Judgement.ofSent(pollutant, mean, set.limit()))
                        .filter(Judgement::exceeds)
                        .map(judged -> new Warning(device, pollutant, hour, judged, permit, set.limitSet())))
                .orElse(null);
    }

    /** One sample an hour, whatever is over the limit in it. */
    private void keepSample(Warning warning, Instant now) {
        Device device = warning.device();
        boolean wanted = settings.keepSample()
                && device.state() == DeviceState.IN_SERVICE
                && endOf(warning.hour()).isAfter(now.minus(settings.keepSampleWithin()))
                && !warnings.sampleOrdered(device.id(), warning.hour())
                && commands.open(device.id()) < OrderCommand.MOST_OPEN;
        if (wanted) {
            try {
                long command = orderCommand.order(device.mn(), new Order.KeepSample(), MONITORING);
                warnings.keepsSample(device.id(), warning.hour(), command);
            } catch (RuleBroken takenOutMeanwhile) {
                log.debug("{} keeps no sample: {}", device.mn(), takenOutMeanwhile.getMessage());
            }
        }
    }

    private HourlyLimitWarned fact(Warning warning, Instant at) {
        Judgement judgement = warning.judgement();
        Device device = warning.device();
        Permit permit = warning.permit();
        return new HourlyLimitWarned(
                warning.id(),
                device.outlet().unit(),
                permit.unitName(),
                device.outlet().outlet(),
                permit.outlet(device.outlet().outlet())
                        .map(Permit.Outlet::name)
                        .orElse(device.outlet().outlet()),
                warning.pollutant().code(),
                warning.pollutant().nameZh(),
                warning.hour().atZone(clock.getZone()).toInstant(),
                judgement.value(),
                Objects.requireNonNull(judgement.broken()),
                judgement.limit().unit(),
                judgement.multiple(),
                permit.number(),
                warning.limitSet(),
                device.mn(),
                at);
    }
}
