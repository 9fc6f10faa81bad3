package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.RunningClock;
import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.Finding;
import cn.bishui.complaints.hotline.HotlineStep;
import cn.bishui.complaints.hotline.IntakeOutcome;
import cn.bishui.complaints.hotline.PollutionType;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A made-up complaint that walks through its life at random moments, some of them the last minute of a clock and the first
 * one after it. After every move each of its clocks is compared with the {@link HandCount}.
 */
final class ReplayedComplaint {

    private static final List<String> BUREAUS = List.of("ENV", "WATER", "HOUSING", "LAND", "POLICE");
    private static final Actor OPERATOR = new Actor("operator", "ENV", null);
    private static final Actor REPORTER = new Actor("reporter", null, null);
    private static final long FIRST_MINUTE = WallCalendar.lastMinute(WallCalendar.day("2024-12-31")) + 1;
    private static final long LAST_MINUTE = WallCalendar.lastMinute(WallCalendar.day("2026-06-30"));
    private static final int MOST_MOVES = 40;

    private final Random random;
    private final LegalClocks law;
    private final Tally tally;
    private final HandCount.Place place;
    private final HandCount hand;
    private final List<Scene> story = new ArrayList<>();
    private Complaint complaint;
    private Instant now;
    private int editors;
    private boolean untoldDecision;
    private boolean untoldAnswer;
    private boolean untoldRuling;
    private long version;

    ReplayedComplaint(long seed, Function<HandCount.Place, LegalClocks> laws, Tally tally) {
        this.random = new Random(seed);
        this.tally = tally;
        // half of the district's neighbours have no rules of their own
        this.place = random.nextBoolean() ? HandCount.Place.NATION : any(HandCount.Place.values());
        this.law = laws.apply(place);
        this.now = receipt();
        Reach reach = any(Reach.values());
        this.hand = new HandCount(place, reach);
        this.complaint = new Complaint.Received(new ComplaintFile(
                        new UUID(seed, random.nextLong()),
                        "JB-2026-%07d".formatted(seed),
                        any(Channel.values()),
                        now,
                        matter(),
                        reach,
                        random.nextBoolean(),
                        superiorDue(),
                        null,
                        ComplaintClocks.NONE,
                        0)
                .and(HotlineStep.RECEIVED, move(REPORTER)));
        hand.received(now);
        story.add(new Scene(now, place + ", " + reach));
        told("received");
    }

    /** What happened, for when it goes wrong. */
    record Scene(Instant at, String what) {}

    /** Walks to the end, or as far as it gets. */
    void walk() {
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            now = later();
            if (!step()) {
                return;
            }
        }
    }

    private boolean step() {
        int chance = random.nextInt(100);
        if (chance < 10) {
            edit();
            return true;
        }
        if (chance < 18) {
            reload();
            return true;
        }
        if (chance < 40 && tellSomething()) {
            return true;
        }
        return switch (complaint) {
            case Complaint.Received received -> decide(received);
            case Complaint.Refused refused -> overturn(refused);
            case Complaint.Accepted accepted -> assign(accepted);
            case Complaint.Assigned assigned -> takeOrObject(assigned);
            case Complaint.Objected objected -> settle(objected);
            case Complaint.Investigating running -> investigate(running);
            case Complaint.Drafted drafted -> signOrSendBack(drafted);
            case Complaint.Answered answered -> afterAnswer(answered);
            case Complaint.Reexamining asked -> reexamine(asked);
            case Complaint.Reviewing asked -> review(asked);
            case Complaint.Closed _ -> false;
        };
    }

    private void edit() {
        List<RunningClock> before = complaint.file().clocks().all();
        complaint = complaint.with(complaint.file().withMatter(matter()));
        check(before.equals(complaint.file().clocks().all()), () -> "an edit changed a clock");
        tally.edits++;
        told("edited");
    }

    /** As if it had been kept and read again. */
    private void reload() {
        ComplaintSheet sheet = ComplaintSheet.of(complaint);
        ComplaintClocks clocks = new ComplaintClocks(sheet.file().clocks().all().stream()
                .map(clock -> RunningClock.of(clock.row()))
                .toList());
        Complaint again = new ComplaintSheet(sheet.file().withClocks(clocks), sheet.state(), sheet.parts()).complaint();
        check(again.equals(complaint), () -> "keeping it changed it");
        complaint = again;
        told("reloaded");
    }

    private boolean tellSomething() {
        if (untoldDecision) {
            untoldDecision = false;
            complaint = complaint.with(complaint.file().after(HotlineStep.TOLD, move(OPERATOR)));
            hand.told(now);
            told("told of the decision");
            return true;
        }
        if (untoldAnswer) {
            untoldAnswer = false;
            complaint = complaint.with(complaint.file().after(HotlineStep.ANSWER_TOLD, move(OPERATOR)));
            hand.answerTold(now);
            told("told the answer");
            return true;
        }
        if (untoldRuling) {
            untoldRuling = false;
            complaint = complaint.with(complaint.file().after(HotlineStep.REEXAMINATION_TOLD, move(OPERATOR)));
            hand.reexaminationTold(now);
            told("told of the re-examination");
            return true;
        }
        return false;
    }

    private boolean decide(Complaint.Received received) {
        untoldDecision = !hand.toldAtOnce();
        if (random.nextInt(100) < 85) {
            complaint = received.accept(random.nextInt(10) == 0, move(OPERATOR));
            hand.accepted(now, received.file().superiorDue());
            told("accepted");
        } else {
            IntakeOutcome outcome = any(
                    IntakeOutcome.OTHER_DEPARTMENT,
                    IntakeOutcome.LEGAL_ROUTE,
                    IntakeOutcome.REPEAT,
                    IntakeOutcome.UNSATISFIED);
            complaint = received.refuse(outcome, "请向有关部门反映", new UUID(0, 0), move(OPERATOR));
            hand.refused(now);
            told("refused");
        }
        return true;
    }

    private boolean overturn(Complaint.Refused refused) {
        if (random.nextInt(100) < 60) {
            return untoldDecision;
        }
        untoldDecision = !hand.toldAtOnce();
        complaint = refused.overturn(move(supervisor()));
        hand.accepted(now, refused.file().superiorDue());
        told("accepted after all");
        return true;
    }

    private boolean assign(Complaint.Accepted accepted) {
        Assignment assignment = assignment(false);
        complaint = accepted.assign(assignment, move(OPERATOR));
        hand.assigned(now, assignment.bureau());
        told("assigned");
        return true;
    }

    private boolean takeOrObject(Complaint.Assigned assigned) {
        if (random.nextInt(100) < 70) {
            complaint = assigned.take(move(somebody(assigned)));
            hand.taken(now);
            told("taken");
            return true;
        }
        Set<String> refusals = assigned.assignment().settled()
                ? Set.of("complaint.settled")
                : hand.mayObject(now) ? Set.of() : Set.of("complaint.objection-late");
        Complaint.Objected objected = tried(refusals, () -> assigned.object("不归我们管", move(somebody(assigned))));
        if (objected != null) {
            complaint = objected;
            hand.objected(now);
            told("objected");
        }
        return true;
    }

    private boolean settle(Complaint.Objected objected) {
        Assignment assignment = assignment(true);
        complaint = objected.settle(assignment, move(supervisor()));
        hand.settled(assignment.bureau());
        told("settled");
        return true;
    }

    private boolean investigate(Complaint.Investigating running) {
        WantedTime wanted = running.handling().wanted();
        int chance = random.nextInt(100);
        if (wanted != null && chance < 50) {
            Complaint.Investigating granted =
                    tried(hand.refusals(wanted.days(), now), () -> running.grantTime(move(head(running))));
            if (granted != null) {
                complaint = granted;
                hand.extended(wanted.days());
                tally.extensions++;
                told("given " + wanted.days() + " days");
            }
        } else if (wanted != null && chance < 65) {
            complaint = running.denyTime("抓紧办理", move(head(running)));
            told("given no time");
        } else if (chance < 35) {
            int days = random.nextInt(8) == 0 ? 31 + random.nextInt(60) : 1 + random.nextInt(30);
            Complaint.Investigating asked =
                    tried(hand.refusals(days, now), () -> running.askForTime(days, "等待检测", move(somebody(running))));
            if (asked != null) {
                complaint = asked;
                told("asked for " + days + " days");
            }
        } else if (chance < 45) {
            complaint = running.takeOver(move(somebody(running)));
            told("taken over");
        } else {
            Actor drafter = somebody(running);
            Result result = new Result(any(Finding.values()), "现场", "情况", "整改", "答复", drafter.username(), now);
            complaint = running.draft(result, move(drafter));
            told("drafted");
        }
        return true;
    }

    private boolean signOrSendBack(Complaint.Drafted drafted) {
        if (random.nextInt(100) < 25) {
            complaint = drafted.sendBack("不够清楚", move(head(drafted)));
            told("draft sent back");
            return true;
        }
        Complaint.Answered answered = drafted.sign(move(head(drafted)));
        boolean kept = hand.answered(now);
        check(answered.signed().inTime() == kept, () -> "the answer is " + (kept ? "in time" : "late"));
        tally.answer(kept);
        complaint = answered;
        untoldAnswer = !hand.toldAtOnce();
        told("answered");
        return true;
    }

    private boolean afterAnswer(Complaint.Answered answered) {
        int chance = random.nextInt(100);
        if (chance < 15) {
            Rating rating = new Rating(1 + random.nextInt(5), null, now);
            Complaint.Answered rated = tried(
                    answered.rating() == null ? Set.of() : Set.of("complaint.rated"),
                    () -> answered.rate(rating, move(REPORTER)));
            if (rated != null) {
                complaint = rated;
                told("rated");
            }
        } else if (chance < 40) {
            askReexamination(answered);
        } else if (chance < 60) {
            askReview(answered);
        } else if (chance < 75) {
            complaint = answered.reopen(move(REPORTER));
            hand.again(now, answered.assignment().bureau());
            nothingUntold();
            told("reopened");
        } else if (chance < 85) {
            complaint = answered.sendBack("未查明", move(supervisor()));
            hand.sentBackBySuperior(now);
            nothingUntold();
            told("answer sent back");
        } else {
            complaint = answered.close(move(supervisor()));
            hand.closed(now);
            nothingUntold();
            told("closed");
        }
        return true;
    }

    private void askReexamination(Complaint.Answered answered) {
        Set<String> refusals = answered.reexamination() != null
                ? Set.of("complaint.reexamined")
                : hand.mayAskReexamination(now) ? Set.of() : Set.of("complaint.reexamination-late");
        Complaint.Reexamining asked = tried(refusals, () -> answered.askReexamination("不服", move(REPORTER)));
        if (asked != null) {
            complaint = asked;
            hand.reexaminationAsked(now);
            told("re-examination asked for");
        }
    }

    private void askReview(Complaint.Answered answered) {
        Set<String> refusals = answered.reexamination() == null
                ? Set.of("complaint.not-reexamined")
                : hand.mayAskReview(now) ? Set.of() : Set.of("complaint.review-late");
        Complaint.Reviewing asked = tried(refusals, () -> answered.askReview("仍不服", move(REPORTER)));
        if (asked != null) {
            complaint = asked;
            hand.reviewAsked(now);
            told("review asked for");
        }
    }

    private boolean reexamine(Complaint.Reexamining asked) {
        if (random.nextInt(100) < 30) {
            complaint = asked.redo(move(supervisor()));
            hand.again(now, asked.assignment().bureau());
            told("to be done again");
        } else {
            complaint =
                    asked.rule(any(Verdict.UPHELD, Verdict.AMENDED), "维持", move(new Actor("examiner", "GOV", null)));
            hand.reexamined(now);
            untoldRuling = !hand.toldAtOnce();
            told("re-examined");
        }
        return true;
    }

    private boolean review(Complaint.Reviewing asked) {
        if (random.nextInt(100) < 30) {
            complaint = asked.redo(move(supervisor()));
            hand.again(now, asked.assignment().bureau());
            told("to be done again after review");
        } else {
            complaint = asked.rule(any(Verdict.UPHELD, Verdict.AMENDED), "维持", move(supervisor()));
            hand.reviewed(now);
            told("reviewed");
        }
        return true;
    }

    private void nothingUntold() {
        untoldAnswer = false;
        untoldRuling = false;
    }

    /** A move that goes through where nothing forbids it, and is refused for one of the reasons where something does. */
    private <T> @Nullable T tried(Set<String> refusals, Supplier<T> move) {
        try {
            T moved = move.get();
            check(refusals.isEmpty(), () -> "went through in spite of " + refusals);
            return moved;
        } catch (RuleBroken refused) {
            tally.refusals++;
            check(refusals.contains(refused.code()), () -> "was refused: " + refused.code() + ", not " + refusals);
            return null;
        }
    }

    private void told(String what) {
        long version = complaint.file().version();
        long before = this.version;
        // the store takes one version after the other
        check(
                version == before + 1 || what.equals("received") || what.equals("reloaded"),
                () -> what + " made version " + version + " of " + before);
        this.version = version;
        tally.moves++;
        tally.states.add(ComplaintSheet.of(complaint).state());
        story.add(new Scene(now, what));
        compare();
    }

    private void compare() {
        List<RunningClock> all = complaint.file().clocks().all();
        List<HandCount.Expected> expected = hand.clocks();
        if (all.size() != expected.size()) {
            check(false, () -> "has %s, not %s".formatted(all, expected));
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            compare(all.get(i), expected.get(i));
        }
        Long shown = complaint
                .file()
                .clocks()
                .leading()
                .map(clock -> clock.lastDay().toEpochDay())
                .orElse(null);
        check(Objects.equals(shown, hand.shownDay()), () -> "shows another day");
    }

    private void compare(RunningClock clock, HandCount.Expected expected) {
        tally.deadlines++;
        boolean right = clock.clock().equals(expected.clock())
                && clock.event().equals(expected.event())
                && clock.due().equals(WallCalendar.moment(expected.due(), 0))
                && clock.provisional() == expected.provisional()
                && clock.holder().equals(expected.holder())
                && Objects.equals(clock.cappedTo(), expected.cap())
                && Objects.equals(clock.stoppedAt(), expected.stopped());
        check(right, () -> "%s, not %s".formatted(clock, expected));
        Instant stopped = expected.stopped();
        if (stopped == null) {
            check(clock.isOverdue(now) != expected.keptAt(now), () -> "overdue or not: " + expected);
        } else {
            long late = Math.max(0, WallCalendar.minute(stopped) - expected.due());
            boolean judged = clock.outcome()
                    .filter(outcome -> outcome.isInTime() == expected.keptAt(stopped)
                            && outcome.late().toMinutes() == late)
                    .isPresent();
            check(judged, () -> "not late by " + late + " minutes: " + clock);
        }
    }

    private void check(boolean right, Supplier<String> otherwise) {
        if (!right) {
            tally.wrong(complaint.file().number() + ": " + otherwise.get(), story);
        }
    }

    /** Counts its clocks once, at the end. */
    void count() {
        tally.complaints++;
        for (HandCount.Expected clock : hand.clocks()) {
            Instant stopped = clock.stopped();
            tally.clock(clock.clock(), clock.keptAt(stopped == null ? now : stopped));
        }
    }

    /** Any minute; more often the last and the first of a day, and days on which people are off. */
    private Instant receipt() {
        long minute = FIRST_MINUTE + random.nextInt((int) (LAST_MINUTE - FIRST_MINUTE + 1));
        long day = WallCalendar.day(WallCalendar.moment(minute, 0));
        minute = switch (random.nextInt(8)) {
            case 0 -> WallCalendar.lastMinute(day);
            case 1 -> WallCalendar.lastMinute(day - 1) + 1;
            case 2 -> {
                while (!WallCalendar.holiday(day) && day > WallCalendar.day("2025-01-01")) {
                    day--;
                }
                yield WallCalendar.lastMinute(day) - random.nextInt(1440);
            }
            default -> minute;
        };
        return WallCalendar.moment(minute, random.nextInt(60));
    }

    /** At once, within hours, after days, or where a clock is about to run out or just has. */
    private Instant later() {
        int chance = random.nextInt(100);
        if (chance < 15) {
            List<HandCount.Expected> running = hand.clocks().stream()
                    .filter(clock -> clock.stopped() == null)
                    .toList();
            if (!running.isEmpty()) {
                long due = running.get(random.nextInt(running.size())).due();
                Instant edge = WallCalendar.moment(due + random.nextInt(2), random.nextInt(60));
                if (edge.isAfter(now)) {
                    return edge;
                }
            }
        }
        if (chance < 30) {
            return now;
        }
        if (chance < 60) {
            return now.plusSeconds(random.nextInt(12 * 3600));
        }
        return now.plusSeconds(random.nextInt((chance < 97 ? 5 : 40) * 86_400));
    }

    private @Nullable LocalDate superiorDue() {
        if (random.nextInt(8) != 0) {
            return null;
        }
        return LocalDate.ofEpochDay(WallCalendar.day(now) + random.nextInt(100));
    }

    private Matter matter() {
        return new Matter(
                "黑水入河", "示例路" + ++editors + "号", null, null, null, any(PollutionType.values()), null, null, null);
    }

    private Assignment assignment(boolean settled) {
        List<String> joint = random.nextInt(5) == 0 ? List.of(any(BUREAUS.toArray(String[]::new))) : List.of();
        return new Assignment(any(BUREAUS.toArray(String[]::new)), joint, settled, "operator", now);
    }

    private Actor somebody(Complaint.InBureau in) {
        return new Actor("handler-" + random.nextInt(3), in.assignment().bureau(), null);
    }

    private static Actor head(Complaint.InBureau in) {
        return new Actor("head", in.assignment().bureau(), null);
    }

    private static Actor supervisor() {
        return new Actor("supervisor", "GOV", null);
    }

    private Move move(Actor actor) {
        return new Move(actor, now, law);
    }

    @SafeVarargs
    private <T> T any(T... all) {
        return all[random.nextInt(all.length)];
    }
}
