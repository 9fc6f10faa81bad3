package cn.bishui.monitoring.device.web;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;

import cn.bishui.audit.AuditReader;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.monitoring.command.DeviceCommands;
import cn.bishui.monitoring.device.Acceptances;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.device.Factor;
import cn.bishui.monitoring.device.Factors;
import cn.bishui.monitoring.device.KeptKeys;
import cn.bishui.monitoring.device.Outage;
import cn.bishui.monitoring.device.Outages;
import cn.bishui.monitoring.device.StopRequests;
import cn.bishui.monitoring.gap.RecordGaps;
import cn.bishui.web.NotFound;
import cn.bishui.web.Texts;
import cn.bishui.web.page.History;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything about one device on one page. */
@Component
class DeviceFile {

    private static final int LATEST_COMMANDS = 5;
    private static final int LATEST_GAPS = 10;
    private static final int LATEST_OUTAGES = 10;

    /** Put to use what was accepted: 5 working days (Order 19). */
    private static final String REGISTER = "MON-REGISTER";

    /** The next manual sample: 6 hours (环发[2008]6号). */
    private static final String SAMPLE = "MON-MANUAL";

    private final DeviceTable table;
    private final DeviceDays days;
    private final Devices devices;
    private final KeptKeys keys;
    private final Factors factors;
    private final Acceptances acceptances;
    private final Outages outages;
    private final StopRequests requests;
    private final DeviceCommands commands;
    private final RecordGaps gaps;
    private final AuditReader audit;
    private final LegalClocks clocks;
    private final JdbcClient jdbc;
    private final Clock clock;

    DeviceFile(
            DeviceTable table,
            DeviceDays days,
            Devices devices,
            KeptKeys keys,
            Factors factors,
            Acceptances acceptances,
            Outages outages,
            StopRequests requests,
            DeviceCommands commands,
            RecordGaps gaps,
            AuditReader audit,
            LegalClocks clocks,
            JdbcClient jdbc,
            Clock clock) {
        this.table = table;
        this.days = days;
        this.devices = devices;
        this.keys = keys;
        this.factors = factors;
        this.acceptances = acceptances;
        this.outages = outages;
        this.requests = requests;
        this.commands = commands;
        this.gaps = gaps;
        this.audit = audit;
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A silence that was told.
     *
     * @param endedAt null while it goes on
     * @param heard whether it ended with data
     */
    record SilenceRow(Instant since, @Nullable Instant endedAt, boolean heard) {}

    /** Shows a device, with a form as it was filled in. */
    String show(String mn, LifeForm form, Texts texts, Model model) {
        Device device = devices.find(mn).orElseThrow(() -> new NotFound("device", mn));
        List<Factor> measured = factors.of(device.id());
        List<Outages.Seen> stopped = outages.of(device.id(), LATEST_OUTAGES);
        model.addAttribute("form", form);
        model.addAttribute("device", table.find(mn).orElseThrow(() -> new NotFound("device", mn)));
        model.addAttribute("keySet", keys.of(device.id()).orElse(null));
        model.addAttribute("registeredBy", device.registeredBy());
        model.addAttribute("latest", table.latestPackets(mn, measured, texts));
        model.addAttribute("factors", measured);
        model.addAttribute("tests", acceptances.of(device.id()));
        model.addAttribute("refusedAt", refusedAt(mn));
        model.addAttribute("useDue", useDue(device));
        model.addAttribute("outages", stopped);
        model.addAttribute("sampleDue", sampleDue(stopped));
        model.addAttribute("requests", requests.of(device.id()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("commands", commands.latest(mn, LATEST_COMMANDS));
        model.addAttribute("gaps", gaps.latest(mn, LATEST_GAPS));
        model.addAttribute("silences", silences(device.id()));
        List<DeviceDays.DeviceDay> past = days.of(device);
        model.addAttribute("days", past);
        model.addAttribute(
                "shortDays", past.stream().filter(DeviceDays.DeviceDay::isShort).count());
        model.addAttribute("outageKinds", texts.options("device.outage.", Outage.Kind.codes()));
        model.addAttribute("stopKinds", texts.options("device.outage.", List.of("maintenance", "removed")));
        model.addAttribute("history", History.of(audit.about(Device.subject(mn)), texts));
        return "device/show";
    }

    /** When its packets with the right password last were refused: its line works. */
    private @Nullable Instant refusedAt(String mn) {
        return jdbc.sql("select max(last_seen) as seen from refusal where mn = :mn and reason = 'not-in-service'")
                .param("mn", mn)
                .query((row, _) -> Optional.ofNullable(instantOrNull(row, "seen")))
                .single()
                .orElse(null);
    }

    private @Nullable LocalDate useDue(Device device) {
        return device.state() == DeviceState.TESTED
                ? acceptances
                        .passedOn(device.id())
                        .map(day -> clocks.deadline(REGISTER, day).due())
                        .orElse(null)
                : null;
    }

    private @Nullable Instant sampleDue(List<Outages.Seen> stopped) {
        if (stopped.isEmpty() || stopped.getFirst().outage().endedAt() != null) {
            return null;
        }
        Outages.Seen open = stopped.getFirst();
        Instant last = open.lastSample();
        return clocks.expiry(SAMPLE, last == null ? open.outage().beganAt() : last)
                .due();
    }

    private List<SilenceRow> silences(int device) {
        return jdbc.sql("select * from device_silence where device = :device order by since desc limit 10")
                .param("device", device)
                .query((row, _) ->
                        new SilenceRow(instant(row, "since"), instantOrNull(row, "ended_at"), row.getBoolean("heard")))
                .list();
    }
}
