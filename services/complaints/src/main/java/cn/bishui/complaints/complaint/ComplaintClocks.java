package cn.bishui.complaints.complaint;

import cn.bishui.clocks.ClockRefused;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.Moment;
import cn.bishui.clocks.RunningClock;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.complaints.hotline.HotlineStep;
import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The clocks of one complaint: those that run and those that ran, in the order in which they were started.
 *
 * @param all a clock that was started again after its end is there twice; the later one counts
 */
public record ComplaintClocks(List<RunningClock> all) {

    /** The clocks that the bureau answers for which has the complaint. */
    private static final List<String> BUREAUS_OWN =
            List.of(HotlineClocks.FINISH, HotlineClocks.PASS, HotlineClocks.OBJECT);

    private static final List<String> LIMITS = List.of(
            HotlineClocks.TELL,
            HotlineClocks.PLATFORM,
            HotlineClocks.ASSIGN,
            HotlineClocks.PASS,
            HotlineClocks.FINISH,
            HotlineClocks.REEXAMINATION,
            HotlineClocks.REVIEW_ANSWER);

    static final ComplaintClocks NONE = new ComplaintClocks(List.of());

    public ComplaintClocks {
        all = List.copyOf(all);
    }

    /** What a step makes of them: it stops and starts those that {@link HotlineStep} says, and no others. */
    ComplaintClocks after(HotlineStep step, Move move, String holder) {
        ComplaintClocks stopped =
                change(clock -> step.stops().contains(clock.clock()), clock -> clock.stop(move.at(), move.law()));
        List<RunningClock> clocks = new ArrayList<>(stopped.all);
        for (String clock : step.starts()) {
            if (move.law().applies(clock, LegalClocks.day(move.at()))) {
                clocks.add(move.law().start(clock, move.at(), move.at(), holder));
            }
        }
        return new ComplaintClocks(clocks);
    }

    /** Hands the clocks that a bureau answers for to that bureau, as they stand. */
    ComplaintClocks handTo(String bureau) {
        return change(clock -> BUREAUS_OWN.contains(clock.clock()), clock -> clock.transfer(bureau));
    }

    /** Ends the time to finish no later than a superior wants it; today, where that day is over already. */
    ComplaintClocks finishBy(LocalDate day, Move move) {
        LocalDate today = LegalClocks.day(move.at());
        LocalDate last = day.isBefore(today) ? today : day;
        return change(clock -> clock.clock().equals(HotlineClocks.FINISH), clock -> clock.capAt(last, move.law()));
    }

    /** Adds days to the time to finish, as the head of the bureau may once; Order 15 art. 11. {@code complaint.superior-due} where it ends by a superior's day. */
    ComplaintClocks extendFinish(int days, Move move) {
        try {
            ComplaintClocks extended = change(
                    clock -> clock.clock().equals(HotlineClocks.FINISH),
                    clock -> clock.extend(HotlineClocks.BY_HEAD, days, move.by(), move.at(), move.law()));
            boolean capped = latest(HotlineClocks.FINISH)
                    .filter(clock -> clock.cappedTo() != null)
                    .isPresent();
            if (capped && lastDay(extended).equals(lastDay(this))) {
                // a superior's day ends it: nobody is told of time that is not there
                throw RuleBroken.conflict("complaint.superior-due");
            }
            return extended;
        } catch (ClockRefused e) {
            throw RuleBroken.conflict(e.code());
        }
    }

    private static Optional<LocalDate> lastDay(ComplaintClocks clocks) {
        return clocks.latest(HotlineClocks.FINISH).map(RunningClock::lastDay);
    }

    /** Lets the time to finish go on as if it had never been stopped: what was answered was no answer. */
    ComplaintClocks resumeFinish(LegalClocks law) {
        return resume(HotlineClocks.FINISH, law);
    }

    /** Lets a clock go on as if it had never been stopped: what stopped it did not happen. */
    ComplaintClocks resume(String clock, LegalClocks law) {
        List<RunningClock> clocks = new ArrayList<>(all);
        latest(clock)
                .ifPresent(ended ->
                        clocks.set(all.lastIndexOf(ended), unstopped(ended).recount(law)));
        return new ComplaintClocks(clocks);
    }

    private static RunningClock unstopped(RunningClock clock) {
        return new RunningClock(
                clock.clock(),
                clock.rule(),
                clock.event(),
                clock.startedAt(),
                clock.holder(),
                clock.cappedTo(),
                clock.pauses(),
                clock.extensions(),
                clock.toldUntil(),
                null,
                clock.due(),
                clock.provisional());
    }

    /** Notes that everything up to a moment has been told. */
    ComplaintClocks told(Instant until) {
        return change(_ -> true, clock -> clock.told(until));
    }

    /** Counts those that run by the calendar that is known now. */
    ComplaintClocks recount(LegalClocks law) {
        return change(RunningClock::provisional, clock -> clock.recount(law));
    }

    /** The clock of that id that was started last. */
    public Optional<RunningClock> latest(String clock) {
        return all.stream().filter(each -> each.clock().equals(clock)).reduce((_, later) -> later);
    }

    /** Those that run. */
    public List<RunningClock> running() {
        return all.stream().filter(RunningClock::isRunning).toList();
    }

    /** The clock of that id, if it runs and its time is not over. */
    public Optional<RunningClock> open(String clock, Instant now) {
        return latest(clock).filter(each -> each.isRunning() && !each.isOverdue(now));
    }

    /**
     * The clock that tells how long people have: the time to answer a request if one is made, else the time to finish,
     * else the time to say whether it is accepted.
     */
    public Optional<RunningClock> leading() {
        return Stream.of(
                        HotlineClocks.REVIEW_ANSWER,
                        HotlineClocks.REEXAMINATION,
                        HotlineClocks.FINISH,
                        HotlineClocks.TELL)
                .flatMap(clock -> latest(clock).stream())
                .filter(RunningClock::isRunning)
                .findFirst();
    }

    /** The clock by which those who work on it have to do something next: of their time limits that run the first to end. */
    public Optional<RunningClock> pressing() {
        return running().stream()
                .filter(clock -> LIMITS.contains(clock.clock()))
                .min(Comparator.comparing(RunningClock::due));
    }

    /** When any of them next wants attention. */
    public Optional<Instant> next(LegalClocks law) {
        return running().stream().flatMap(clock -> clock.next(law).stream()).min(Comparator.naturalOrder());
    }

    /** What has come up to a moment and was not told. */
    List<Due> pending(Instant until, LegalClocks law) {
        return running().stream()
                .flatMap(clock -> clock.pending(until, law).stream().map(moment -> new Due(clock, moment)))
                .sorted(Comparator.comparing(due -> due.moment().at()))
                .toList();
    }

    /** A clock's moment. */
    record Due(RunningClock clock, Moment moment) {}

    /** Whether the time to finish, while it runs, is kept by something done at a moment. */
    boolean finishedInTime(Instant at) {
        return latest(HotlineClocks.FINISH).map(clock -> !clock.isOverdue(at)).orElse(true);
    }

    private ComplaintClocks change(Predicate<RunningClock> which, UnaryOperator<RunningClock> how) {
        return new ComplaintClocks(all.stream()
                .map(clock -> clock.stoppedAt() == null && which.test(clock) ? how.apply(clock) : clock)
                .toList());
    }
}
