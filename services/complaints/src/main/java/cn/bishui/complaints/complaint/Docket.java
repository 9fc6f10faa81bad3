package cn.bishui.complaints.complaint;

import cn.bishui.alarms.Alarms;
import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.RunningClock;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.contracts.Fact;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.complaints.ComplaintReopened;
import cn.bishui.messaging.Outbox;
import cn.bishui.web.StaleVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where a move is entered: the complaint, its alarm, the reporter's steps, the audit log and the facts, all in one transaction. */
@Service
class Docket {

    static final String CLOCK_ALARM = "complaint-clock";

    private final Complaints complaints;
    private final Steps steps;
    private final Alarms alarms;
    private final Outbox outbox;
    private final AuditLog audit;
    private final ReporterMessages messages;
    private final ComplaintSettings settings;
    private final LegalClocks law;
    private final Clock clock;

    Docket(
            Complaints complaints,
            Steps steps,
            Alarms alarms,
            Outbox outbox,
            AuditLog audit,
            ReporterMessages messages,
            ComplaintSettings settings,
            LegalClocks law,
            Clock clock) {
        this.complaints = complaints;
        this.steps = steps;
        this.alarms = alarms;
        this.outbox = outbox;
        this.audit = audit;
        this.messages = messages;
        this.settings = settings;
        this.law = law;
        this.clock = clock;
    }

    /** A move that somebody makes now. */
    Move moveBy(Actor actor) {
        // as exact as the database keeps it, so that what is told now is what is told later
        return new Move(actor, clock.instant().truncatedTo(ChronoUnit.MICROS), law);
    }

    /**
     * Opens a complaint for a move.
     *
     * @param seen the version that the mover saw
     * @throws StaleVersion if it has moved since
     */
    <C extends Complaint> C open(UUID id, long seen, Class<C> state) {
        Complaint complaint = lock(id);
        if (complaint.file().version() != seen) {
            throw new StaleVersion(subject(complaint.file()), seen);
        }
        return in(complaint, state);
    }

    /** Opens a complaint as it stands, for those who see no version. */
    <C extends Complaint> C open(UUID id, Class<C> state) {
        return in(lock(id), state);
    }

    /** Whoever asked for messages and cannot be sent any is telephoned instead, before anything counts as told. */
    private Complaint lock(UUID id) {
        Complaint complaint = complaints.lock(id).orElseThrow(Complaint::unknown);
        ComplaintFile file = complaint.file();
        if (file.reach() != Reach.SMS || messages.reach(id)) {
            return complaint;
        }
        audit.record(Actor.system("complaints"), "complaint.message-impossible", subject(file), Map.of());
        return complaint.with(file.withReach(Reach.PHONE));
    }

    private static <C extends Complaint> C in(Complaint complaint, Class<C> state) {
        if (!state.isInstance(complaint)) {
            throw wrongState(complaint);
        }
        return state.cast(complaint);
    }

    /** The complaint stands where the move is not possible. */
    static RuleBroken wrongState(Complaint complaint) {
        return RuleBroken.conflict(
                "complaint.state", ComplaintSheet.of(complaint).state().id());
    }

    /** Enters a move. */
    void enter(Complaint moved, Entry entry, Fact... facts) {
        complaints.save(moved);
        note(moved, entry, facts);
    }

    /** Enters a new complaint. */
    void enterNew(Complaint.Received received, byte[] secretHash, Entry entry, Fact fact) {
        complaints.add(received, secretHash);
        note(received, entry, fact);
    }

    /** Enters what the clocks did by themselves. */
    void enterClocks(Complaint complaint) {
        complaints.saveClocks(complaint);
        setAlarm(complaint);
    }

    private void note(Complaint complaint, Entry entry, Fact... facts) {
        setAlarm(complaint);
        ComplaintFile file = complaint.file();
        for (Step step : entry.steps()) {
            steps.add(file.id(), step);
        }
        audit.record(entry.move().actor(), entry.action(), subject(file), entry.details());
        for (Fact fact : facts) {
            outbox.append(fact);
        }
    }

    private void setAlarm(Complaint complaint) {
        String subject = "complaint/" + complaint.file().id();
        Stream.concat(complaint.file().clocks().next(law).stream(), end(complaint).stream())
                .min(Comparator.naturalOrder())
                .ifPresentOrElse(
                        moment -> alarms.set(subject, moment, CLOCK_ALARM), () -> alarms.cancel(subject, CLOCK_ALARM));
    }

    /** Whether the reporter can do nothing more: the right to ask is over, and so is the time in which to have it opened again. */
    boolean isOver(Complaint.Answered answered, Instant now) {
        return answered.hasLapsed(now) && !now.isBefore(reopeningEnds(answered));
    }

    /** When an answer whose rights are over is to be closed; empty for everything else. */
    private Optional<Instant> end(Complaint complaint) {
        return complaint instanceof Complaint.Answered answered && answered.hasLapsed(clock.instant())
                ? Optional.of(reopeningEnds(answered))
                : Optional.empty();
    }

    private Instant reopeningEnds(Complaint.Answered answered) {
        return answered.reopenableUntil(settings.reopenDays())
                .plusDays(1)
                .atStartOfDay(LegalClocks.ZONE)
                .toInstant();
    }

    /** What the audit log calls a complaint. */
    static String subject(ComplaintFile file) {
        return "complaint/" + file.number();
    }

    /** The last day of the clock that leads, null where none runs. */
    static @Nullable LocalDate due(ComplaintFile file) {
        return file.clocks().leading().map(RunningClock::lastDay).orElse(null);
    }

    /** The last day on which to finish. */
    static LocalDate dueOf(ComplaintFile file) {
        return file.clocks()
                .latest(HotlineClocks.FINISH)
                .orElseThrow(() -> new IllegalStateException(file.number() + " has no time to finish"))
                .lastDay();
    }

    /** What is told of a complaint that a bureau gets again. */
    static ComplaintReopened reopened(Complaint.Assigned again, Move move) {
        ComplaintFile file = again.file();
        return new ComplaintReopened(
                file.id().toString(),
                file.number(),
                again.assignment().bureau(),
                dueOf(file),
                provisional(file),
                move.at());
    }

    /** Whether that day was counted over days no notice has settled. */
    static boolean provisional(ComplaintFile file) {
        return file.clocks().leading().map(RunningClock::provisional).orElse(false);
    }

    /** What is noted of a move: for the audit log, and for the reporter. */
    record Entry(Move move, String action, Map<String, ?> details, List<Step> steps) {

        static Entry of(Move move, String action) {
            return new Entry(move, action, Map.of(), List.of());
        }

        Entry with(String detail, @Nullable Object value) {
            if (value == null) {
                return this;
            }
            Map<String, Object> more = new LinkedHashMap<>(details);
            more.put(detail, value);
            return new Entry(move, action, more, steps);
        }

        Entry step(String what) {
            return step(what, null, null, null);
        }

        Entry step(String what, @Nullable String bureau, @Nullable LocalDate due, @Nullable String words) {
            return new Entry(move, action, details, List.of(new Step(move.at(), what, bureau, due, words)));
        }
    }
}
