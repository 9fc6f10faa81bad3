package cn.bishui.monitoring.judgement;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.hj212.Cn;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.device.Spans;
import cn.bishui.monitoring.load.AccountLoads;
import cn.bishui.monitoring.load.DischargePoint;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.standards.Rules;
import cn.bishui.standards.effluent.EffectiveMean;
import cn.bishui.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a value in the place of hours that are missing or not valid. An hour that the device measured validly keeps what it
 * measured: otherwise an exceedance could be typed away.
 */
@Service
public class SubstituteHours {

    private static final int HOUR = Integer.parseInt(Cn.HOUR);

    private final SubstitutedValues substitutes;
    private final Devices devices;
    private final KeptRecords records;
    private final Spans spans;
    private final AccountLoads accountLoads;
    private final AuditLog audit;
    private final Clock clock;
    private final Rules rules;

    SubstituteHours(
            SubstitutedValues substitutes,
            Devices devices,
            KeptRecords records,
            Spans spans,
            AccountLoads accountLoads,
            AuditLog audit,
            Clock clock,
            Rules rules) {
        this.substitutes = substitutes;
        this.devices = devices;
        this.records = records;
        this.spans = spans;
        this.accountLoads = accountLoads;
        this.audit = audit;
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * Which hours.
     *
     * @param from first hour of the day, 0 to 23
     * @param to last hour of the day
     */
    public record Hours(String mn, LocalDate day, int from, int to) {

        /** Checks the order; code {@code substitute.hours}. */
        public Hours {
            if (from < 0 || to > 23 || to < from) {
                throw RuleBroken.invalid("substitute.hours");
            }
        }
    }

    /**
     * Enters the value for each of the hours.
     *
     * @throws RuleBroken with code {@code substitute.future} or {@code substitute.valid}
     */
    @Transactional
    public void substitute(Hours hours, SubstitutedValues.Substitute substitute, Actor actor) {
        Device device = devices.find(hours.mn()).orElseThrow(() -> new NotFound("device", hours.mn()));
        LocalDateTime first = hours.day().atTime(hours.from(), 0);
        LocalDateTime last = hours.day().atTime(hours.to(), 0);
        if (last.plusHours(1).isAfter(LocalDateTime.now(clock))) {
            throw RuleBroken.invalid("substitute.future");
        }
        if (!substitute.pollutant().equals(Pollutant.FLOW) && !AccountLoads.accountsFor(substitute.pollutant())) {
            throw RuleBroken.invalid("substitute.no-load");
        }
        List<Integer> valid = validHours(device, hours, substitute.pollutant());
        if (!valid.isEmpty()) {
            throw RuleBroken.conflict("substitute.valid", "%02d".formatted(valid.getFirst()));
        }
        for (LocalDateTime hour = first; !hour.isAfter(last); hour = hour.plusHours(1)) {
            substitutes.put(device.id(), hour, substitute, actor.username(), clock.instant());
        }
        accountLoads.substituted(
                new DischargePoint(device.outlet().unit(), device.outlet().outlet()), hours.day());
        audit.record(
                actor,
                "substitute.entered",
                device.subject(),
                Map.of(
                        "from", first.toString(),
                        "to", last.toString(),
                        "pollutant", substitute.pollutant(),
                        "value", substitute.value().toPlainString(),
                        "method", substitute.method().code(),
                        "reason", substitute.reason()));
    }

    private List<Integer> validHours(Device device, Hours hours, String code) {
        Pollutant pollutant = Pollutants.of(code);
        List<KeptRecord> sent = records.between(
                device.id(),
                HOUR,
                hours.day().atStartOfDay(),
                hours.day().plusDays(1).atStartOfDay());
        List<Integer> valid = new ArrayList<>();
        EffectiveMean.of(
                        pollutant,
                        KeptRecord.byHour(sent).values().stream()
                                .map(record -> record.hour(pollutant))
                                .toList(),
                        spans.of(device.id(), code, hours.day()),
                        hours.day(),
                        rules)
                .lines()
                .forEach(line -> {
                    boolean asked = line.hour() >= hours.from() && line.hour() <= hours.to();
                    if (asked && line.state() == EffectiveMean.State.VALID) {
                        valid.add(line.hour());
                    }
                });
        return valid;
    }
}
