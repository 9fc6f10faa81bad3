package cn.bishui.clocks;

import cn.bishui.clocks.ClockRefused.Reason;
import cn.bishui.clocks.LegalClock.Counted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clock that an event has started, as a value. Its moves give a new one; none of them changes the event or the rule, so
 * nothing that is done to a file can start its clock again.
 *
 * @param clock such as {@code CMP-FINISH}
 * @param rule id of the version that was law on the day of the event
 * @param event what it is counted from; lies ahead for a clock that is counted back
 * @param startedAt when it was set running, which may be after the event: warnings that were then past are not given
 * @param holder who must act, as the service names bureaus or people
 * @param cappedTo an earlier last day that a superior has set; null if none
 * @param pauses time that does not count, in its order
 * @param extensions that were given, in their order
 * @param toldUntil up to which moment its moments have been told; null if none
 * @param stoppedAt when what it waits for was done; null while it runs
 * @param due the last minute in time; while it is paused, what it was when the pause began
 * @param provisional whether {@code due} was counted over days that no notice has settled yet
 */
public record RunningClock(
        String clock,
        String rule,
        Instant event,
        Instant startedAt,
        String holder,
        @Nullable LocalDate cappedTo,
        List<Pause> pauses,
        List<Extension> extensions,
        @Nullable Instant toldUntil,
        @Nullable Instant stoppedAt,
        Instant due,
        boolean provisional) {

    /** Makes it immutable. */
    public RunningClock {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /**
     * The same as plain columns: text, moments, one day, one flag.
     *
     * @param pauses as one text, empty if there are none
     * @param extensions as one text, empty if there are none
     */
    public record Row(
            String clock,
            String rule,
            Instant event,
            Instant startedAt,
            String holder,
            @Nullable LocalDate cappedTo,
            String pauses,
            String extensions,
            @Nullable Instant toldUntil,
            @Nullable Instant stoppedAt,
            Instant due,
            boolean provisional) {}

    static RunningClock start(LegalClock rule, Instant event, Instant now, String holder, LegalClocks clocks) {
        Expiry expiry = rule.from(event, clocks.workingDays());
        return new RunningClock(
                rule.clock(),
                rule.id(),
                event,
                now,
                holder,
                null,
                List.of(),
                List.of(),
                null,
                null,
                expiry.due(),
                expiry.provisional());
    }

    /** From its columns, just as it was. */
    public static RunningClock of(Row row) {
        return new RunningClock(
                row.clock(),
                row.rule(),
                row.event(),
                row.startedAt(),
                row.holder(),
                row.cappedTo(),
                Pause.read(row.pauses()),
                Extension.read(row.extensions()),
                row.toldUntil(),
                row.stoppedAt(),
                row.due(),
                row.provisional());
    }

    /** To its columns. */
    public Row row() {
        return new Row(
                clock,
                rule,
                event,
                startedAt,
                holder,
                cappedTo,
                Pause.text(pauses),
                Extension.text(extensions),
                toldUntil,
                stoppedAt,
                due,
                provisional);
    }

    /** The day on which it is due. */
    public LocalDate lastDay() {
        return LegalClocks.day(due);
    }

    /** Whether time is being left out. */
    public boolean isPaused() {
        return stoppedAt == null && !pauses.isEmpty() && pauses.getLast().to() == null;
    }

    /** Whether its time runs: neither stopped nor paused. */
    public boolean isRunning() {
        return stoppedAt == null && !isPaused();
    }

    /** Whether it still runs at a moment at which it should have been stopped. */
    public boolean isOverdue(Instant now) {
        return isRunning() && Expiry.minute(now).isAfter(due);
    }

    /** How it ended; empty while it runs. */
    public Optional<Outcome> outcome() {
        if (stoppedAt == null) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(lastDay(), LegalClocks.day(stoppedAt));
        return Optional.of(
                new Outcome(stoppedAt, new Expiry(due, provisional, rule, "").late(stoppedAt), Math.max(0, days)));
    }

    /**
     * Begins time that does not count.
     *
     * @param reason one that the rule excludes
     * @param from may lie back
     * @throws ClockRefused {@code STOPPED}, {@code PAUSED}, {@code NOT_EXCLUDED}, {@code RAN_OUT}, or {@code TOO_EARLY} if
     *     it lies before the event or in an earlier pause
     */
    public RunningClock pause(String reason, Instant from, LegalClocks clocks) {
        mustNotBeStopped();
        mustBe(!isPaused(), Reason.PAUSED);
        mustBe(clocks.version(rule).excludes().contains(reason), Reason.NOT_EXCLUDED);
        Instant earliest = event;
        for (Pause each : pauses) {
            earliest = each.to() == null ? each.from() : each.to();
        }
        mustBe(!from.isBefore(earliest), Reason.TOO_EARLY);
        mustBe(!isOverdue(from), Reason.RAN_OUT);
        return with(plus(pauses, new Pause(reason, from, null)), extensions, cappedTo, clocks);
    }

    /**
     * Ends time that does not count.
     *
     * @throws ClockRefused {@code STOPPED}, {@code NOT_PAUSED}, or {@code TOO_EARLY} if it ends before it began
     */
    public RunningClock resume(Instant to, LegalClocks clocks) {
        mustNotBeStopped();
        mustBe(isPaused(), Reason.NOT_PAUSED);
        Pause open = pauses.getLast();
        mustBe(!to.isBefore(open.from()), Reason.TOO_EARLY);
        return with(
                plus(pauses.subList(0, pauses.size() - 1), new Pause(open.reason(), open.from(), to)),
                extensions,
                cappedTo,
                clocks);
    }

    /**
     * Makes it longer, as its rule allows.
     *
     * @param step one of the rule's {@link LegalClock#extensions}
     * @param amount in the clock's own unit; on top, or the whole new term, as the step says
     * @param approvedBy who approved it
     * @param at when; a clock that has run out can no longer be extended
     * @throws ClockRefused {@code STOPPED}, {@code NOT_EXTENDABLE}, {@code EXTENDED}, {@code RAN_OUT}, {@code TOO_LONG}
     */
    public RunningClock extend(String step, int amount, String approvedBy, Instant at, LegalClocks clocks) {
        mustNotBeStopped();
        LegalClock law = clocks.version(rule);
        ExtensionRule allowed =
                law.extension(step).orElseThrow(() -> new ClockRefused(Reason.NOT_EXTENDABLE, rule + " " + step));
        mustBe(!has(step), Reason.EXTENDED);
        mustBe(allowed.after().isEmpty() || has(allowed.after()), Reason.NOT_EXTENDABLE);
        mustBe(!isOverdue(at), Reason.RAN_OUT);
        mustBe(allowed.allows(term(law, extensions), amount), Reason.TOO_LONG);
        return with(pauses, plus(extensions, new Extension(step, amount, approvedBy, at)), cappedTo, clocks);
    }

    /**
     * Gives it an earlier last day, as the assignment of a superior may; a later one changes nothing.
     *
     * @throws ClockRefused {@code STOPPED}, or {@code TOO_EARLY} if that day lies before the event that started it
     */
    public RunningClock capAt(LocalDate lastDay, LegalClocks clocks) {
        mustNotBeStopped();
        mustBe(
                !lastDay.isBefore(LegalClocks.day(event))
                        || clocks.version(rule).counted() == Counted.BEFORE,
                Reason.TOO_EARLY);
        boolean earlier = cappedTo == null || lastDay.isBefore(cappedTo);
        return with(pauses, extensions, earlier ? lastDay : cappedTo, clocks);
    }

    /** Hands it on, as it stands, to somebody else. */
    public RunningClock transfer(String newHolder) {
        mustNotBeStopped();
        return new RunningClock(
                clock,
                rule,
                event,
                startedAt,
                newHolder,
                cappedTo,
                pauses,
                extensions,
                toldUntil,
                null,
                due,
                provisional);
    }

    /**
     * Stops it; a pause ends with it.
     *
     * @param at when what it waits for was done; may lie back
     * @throws ClockRefused {@code STOPPED}, or {@code TOO_EARLY} if it lies before the event that started it
     */
    public RunningClock stop(Instant at, LegalClocks clocks) {
        mustNotBeStopped();
        mustBe(!at.isBefore(event) || clocks.version(rule).counted() == Counted.BEFORE, Reason.TOO_EARLY);
        RunningClock counting = isPaused() && !at.isBefore(pauses.getLast().from()) ? resume(at, clocks) : this;
        return new RunningClock(
                clock,
                rule,
                event,
                startedAt,
                holder,
                cappedTo,
                counting.pauses,
                extensions,
                toldUntil,
                at,
                counting.due,
                counting.provisional);
    }

    /** Counts it again by the calendar that is known now; one that was stopped stays as it ended. */
    public RunningClock recount(LegalClocks clocks) {
        return stoppedAt == null ? with(pauses, extensions, cappedTo, clocks) : this;
    }

    /** Notes that its moments up to and including {@code until} have been told. */
    public RunningClock told(Instant until) {
        boolean later = toldUntil == null || until.isAfter(toldUntil);
        return new RunningClock(
                clock,
                rule,
                event,
                startedAt,
                holder,
                cappedTo,
                pauses,
                extensions,
                later ? until : toldUntil,
                stoppedAt,
                due,
                provisional);
    }

    /** What it makes happen as long as nothing is done about it, in order; nothing while it is paused or stopped. */
    public List<Moment> moments(LegalClocks clocks) {
        if (!isRunning()) {
            return List.of();
        }
        LegalClock law = clocks.version(rule);
        Instant from = law.counted() == Counted.BEFORE ? null : event;
        Expiry expiry = new Expiry(due, provisional, rule, law.source());
        return clocks.plan(law.reminders()).stream()
                .flatMap(step -> step.of(from, expiry, clocks.workingDays()).stream())
                .filter(moment -> moment.kind() != Moment.Kind.WARNING || isTimely(moment.at(), from))
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    /** The moments up to and including {@code until} that have not been told. */
    public List<Moment> pending(Instant until, LegalClocks clocks) {
        return untold(clocks).filter(moment -> !moment.at().isAfter(until)).toList();
    }

    /** When it next wants attention; empty if never again. */
    public Optional<Instant> next(LegalClocks clocks) {
        return untold(clocks).findFirst().map(Moment::at);
    }

    private Stream<Moment> untold(LegalClocks clocks) {
        return moments(clocks).stream()
                .filter(moment -> toldUntil == null || moment.at().isAfter(toldUntil));
    }

    private boolean isTimely(Instant warning, @Nullable Instant from) {
        return warning.isAfter(startedAt) && !warning.isAfter(due) && (from == null || warning.isAfter(from));
    }

    private RunningClock with(
            List<Pause> newPauses, List<Extension> newExtensions, @Nullable LocalDate newCap, LegalClocks clocks) {
        LegalClock law = clocks.version(rule);
        Expiry counted = Counting.expiry(law, term(law, newExtensions), event, newPauses, clocks.workingDays());
        Instant cap = newCap == null ? counted.due() : LegalClocks.endOf(newCap);
        Instant newDue = cap.isBefore(counted.due()) ? cap : counted.due();
        return new RunningClock(
                clock,
                rule,
                event,
                startedAt,
                holder,
                newCap,
                newPauses,
                newExtensions,
                toldOf(newDue),
                stoppedAt,
                newDue,
                counted.provisional());
    }

    /**
     * Up to when its moments have been told, seen from a new end. Where that lies before what was told and nobody was told
     * yet that it is late, all that follows the new end is still to be told.
     */
    private @Nullable Instant toldOf(Instant newDue) {
        return toldUntil != null && !toldUntil.isAfter(due) && newDue.isBefore(toldUntil) ? newDue : toldUntil;
    }

    private static int term(LegalClock law, List<Extension> extensions) {
        int term = law.value() == null ? 0 : law.value();
        for (Extension each : extensions) {
            ExtensionRule step = law.extension(each.step())
                    .orElseThrow(() -> new IllegalStateException(law.id() + " knows no extension " + each.step()));
            term = step.total(term, each.amount());
        }
        return term;
    }

    private boolean has(String step) {
        return extensions.stream().anyMatch(each -> each.step().equals(step));
    }

    private void mustNotBeStopped() {
        mustBe(stoppedAt == null, Reason.STOPPED);
    }

    private void mustBe(boolean condition, Reason otherwise) {
        if (!condition) {
            throw new ClockRefused(otherwise, rule);
        }
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
