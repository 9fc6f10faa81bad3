package cn.bishui.complaints.complaint;

import cn.bishui.complaints.hotline.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the law says about the clocks of one complaint, written down again from Order 15 and the regulations on petitions and
 * counted on the {@link WallCalendar}: the other side of a comparison.
 */
final class HandCount {

    private static final long ALWAYS = Long.MAX_VALUE;

    /** The rules of a place: what is counted, by the day of the event. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Place {
        NATION(),

        /** 5 days to tell, 45 + 30 to finish. */
        STRICT(rule("CMP-TELL", 5, "calendar", "2025-01-01"), rule("CMP-FINISH", 45, "calendar", "2025-01-01")),

        /** Rules that come and go, in working days, and a platform's target. */
        CHANGING(
                rule("CMP-TELL", 5, "working", "2025-07-01"),
                rule("CMP-FINISH", 45, "calendar", "2026-01-01"),
                rule("CMP-PASS", 1, "working", "2025-10-01", "2026-03-31"),
                rule("CMP-PLATFORM", 7, "working", "2025-01-01")),

        /** Last days that move on from holidays. */
        SHIFTING(
                rule("CMP-TELL", 3, "shifted", "2025-01-01"),
                rule("CMP-FINISH", 30, "shifted", "2025-01-01"),
                rule("CMP-ASSIGN", 1, "working", "2025-03-01"),
                rule("CMP-PLATFORM", 2, "working", "2025-07-01", "2025-12-31"),
                rule("CMP-REEX-ANS", 20, "shifted", "2025-01-01"),
                rule("CMP-REVIEW-ANS", 15, "calendar", "2025-06-01"));

        private final List<Rule> own;

        Place(Rule... own) {
            this.own = List.of(own);
        }

        /** The same as a profile for the clocks under test. */
        String profile() {
            StringBuilder csv = new StringBuilder(
                    "clock,id,valid_from,valid_to,value,unit,day_kind,holiday_shift,reminders,note,source\n");
            for (Rule rule : own) {
                csv.append("%s,%s-%s,%s,%s,%d,day,%s,%s,,,%n"
                        .formatted(
                                rule.clock,
                                name(),
                                rule.clock,
                                LocalDate.ofEpochDay(rule.first),
                                rule.last == ALWAYS ? "" : LocalDate.ofEpochDay(rule.last),
                                rule.days,
                                rule.working ? "working" : "calendar",
                                rule.shift ? "yes" : "no"));
            }
            return csv.toString();
        }

        private @Nullable Rule at(String clock, long day) {
            for (Rule rule : own) {
                if (rule.clock.equals(clock) && rule.holds(day)) {
                    return rule;
                }
            }
            return NATIONAL.stream()
                    .filter(rule -> rule.clock.equals(clock))
                    .findFirst()
                    .orElse(null);
        }
    }

    private record Rule(String clock, int days, boolean working, boolean shift, long first, long last) {
        private boolean holds(long day) {
            return day >= first && day <= last;
        }
    }

    private static Rule rule(String clock, int days, String kind) {
        return new Rule(clock, days, kind.equals("working"), kind.equals("shifted"), 0, ALWAYS);
    }

    private static Rule rule(String clock, int days, String kind, String first) {
        Rule rule = rule(clock, days, kind);
        return new Rule(clock, days, rule.working, rule.shift, WallCalendar.day(first), ALWAYS);
    }

    private static Rule rule(String clock, int days, String kind, String first, String last) {
        Rule rule = rule(clock, days, kind);
        return new Rule(clock, days, rule.working, rule.shift, WallCalendar.day(first), WallCalendar.day(last));
    }

    private static final List<Rule> NATIONAL = List.of(
            rule("CMP-TELL", 15, "calendar"), // Order 15 art. 8
            rule("CMP-PASS", 3, "working"), // art. 9
            rule("CMP-ASSIGN", 3, "working"), // art. 10
            rule("CMP-FINISH", 60, "calendar"), // art. 11
            rule("CMP-OBJECT", 5, "working"), // petitions art. 23
            rule("CMP-REEX", 30, "calendar"), // art. 35
            rule("CMP-REEX-ANS", 30, "calendar"),
            rule("CMP-REVIEW", 30, "calendar"), // art. 36
            rule("CMP-REVIEW-ANS", 30, "calendar"));

    private static final int MOST_DAYS_ADDED = 30;

    /** A clock as it should be. */
    static final class Expected {
        private final Rule rule;
        private final Instant event;
        private String holder = "ENV";
        private int added;
        private long counted; // 0 until it is asked for
        private @Nullable LocalDate cap;
        private @Nullable Instant stopped;

        private Expected(Rule rule, Instant event) {
            this.rule = rule;
            this.event = event;
        }

        String clock() {
            return rule.clock;
        }

        Instant event() {
            return event;
        }

        String holder() {
            return holder;
        }

        int added() {
            return added;
        }

        @Nullable
        LocalDate cap() {
            return cap;
        }

        @Nullable
        Instant stopped() {
            return stopped;
        }

        /** The day that the count comes to, a superior's day apart. */
        private long counted() {
            if (counted == 0) {
                counted = WallCalendar.after(WallCalendar.day(event), rule.days + added, rule.working);
                while (rule.shift && !WallCalendar.works(counted)) {
                    counted++;
                }
            }
            return counted;
        }

        long lastDay() {
            long day = counted();
            return cap == null ? day : Math.min(day, cap.toEpochDay());
        }

        /** The last day if so many were added. */
        long lastDayWith(int days) {
            int before = added;
            added = days;
            counted = 0;
            long day = lastDay();
            added = before;
            counted = 0;
            return day;
        }

        /** The last minute in time, in Beijing's minutes. */
        long due() {
            return WallCalendar.lastMinute(lastDay());
        }

        boolean keptAt(Instant done) {
            return WallCalendar.minute(done) <= due();
        }

        boolean provisional() {
            return (rule.working || rule.shift) && !WallCalendar.settled(counted());
        }

        @Override
        public String toString() {
            return "%s from %s: last day %s, %s%s"
                    .formatted(
                            rule.clock,
                            event,
                            LocalDate.ofEpochDay(lastDay()),
                            holder,
                            stopped == null ? "" : ", stopped " + stopped);
        }
    }

    private final Place place;
    private final boolean toldAtOnce;
    private final List<Expected> clocks = new ArrayList<>();

    HandCount(Place place, Reach reach) {
        this.place = place;
        this.toldAtOnce = !Set.of(Reach.PHONE, Reach.LETTER).contains(reach);
    }

    /** All clocks, in the order in which they were started. */
    List<Expected> clocks() {
        return clocks;
    }

    boolean toldAtOnce() {
        return toldAtOnce;
    }

    void received(Instant at) {
        start(at, "CMP-TELL", "CMP-PLATFORM");
    }

    void accepted(Instant at, @Nullable LocalDate superiorDue) {
        stop(at, "CMP-PLATFORM");
        start(at, "CMP-ASSIGN", "CMP-PASS", "CMP-FINISH");
        LocalDate today = LocalDate.ofEpochDay(WallCalendar.day(at));
        finish().cap = superiorDue != null && superiorDue.isBefore(today) ? today : superiorDue;
        if (toldAtOnce) {
            told(at);
        }
    }

    void refused(Instant at) {
        stop(at, "CMP-PLATFORM");
        if (toldAtOnce) {
            told(at);
        }
    }

    void told(Instant at) {
        stop(at, "CMP-TELL");
    }

    void assigned(Instant at, String bureau) {
        stop(at, "CMP-ASSIGN");
        start(at, "CMP-OBJECT");
        handTo(bureau);
    }

    void objected(Instant at) {
        stop(at, "CMP-OBJECT");
    }

    void settled(String bureau) {
        handTo(bureau);
    }

    void taken(Instant at) {
        stop(at, "CMP-OBJECT", "CMP-PASS");
    }

    /** Whether so many days can be asked for or granted at a moment, and if not, why. */
    Set<String> refusals(int days, Instant at) {
        Set<String> why = new HashSet<>();
        Expected finish = finish();
        if (finish.added > 0) {
            why.add("clock.extended");
        }
        if (!finish.keptAt(at)) {
            why.add("clock.ran-out");
        }
        if (days > MOST_DAYS_ADDED) {
            why.add("clock.too-long");
        }
        // to the same day as before: a superior's day comes first
        if (finish.cap != null && finish.lastDayWith(days) == finish.lastDay()) {
            why.add("complaint.superior-due");
        }
        return why;
    }

    void extended(int days) {
        Expected finish = finish();
        finish.added = days;
        finish.counted = 0;
    }

    /** Whether the answer at a moment keeps the time to finish. */
    boolean answered(Instant at) {
        boolean kept = finish().keptAt(at);
        stop(at, "CMP-FINISH");
        if (toldAtOnce) {
            answerTold(at);
        }
        return kept;
    }

    void answerTold(Instant at) {
        start(at, "CMP-REEX");
    }

    /** What was answered was no answer: its time goes on as if nothing had been. */
    void sentBackBySuperior(Instant at) {
        closed(at);
        finish().stopped = null;
    }

    boolean mayAskReexamination(Instant at) {
        return open("CMP-REEX", at);
    }

    void reexaminationAsked(Instant at) {
        stop(at, "CMP-REEX");
        start(at, "CMP-REEX-ANS");
    }

    void reexamined(Instant at) {
        stop(at, "CMP-REEX-ANS");
        if (toldAtOnce) {
            reexaminationTold(at);
        }
    }

    void reexaminationTold(Instant at) {
        start(at, "CMP-REVIEW");
    }

    boolean mayAskReview(Instant at) {
        return open("CMP-REVIEW", at);
    }

    void reviewAsked(Instant at) {
        stop(at, "CMP-REVIEW");
        start(at, "CMP-REVIEW-ANS");
    }

    void reviewed(Instant at) {
        stop(at, "CMP-REVIEW-ANS");
        closed(at);
    }

    /** The bureau has to do it again, because the reporter or a ruling says so. */
    void again(Instant at, String bureau) {
        stop(at, "CMP-REEX", "CMP-REVIEW", "CMP-REEX-ANS", "CMP-REVIEW-ANS");
        start(at, "CMP-PASS", "CMP-FINISH");
        handTo(bureau);
    }

    void closed(Instant at) {
        stop(at, "CMP-REEX", "CMP-REVIEW");
    }

    boolean mayObject(Instant at) {
        return open("CMP-OBJECT", at);
    }

    /** The last day that people are shown: that of a request's answer, else of the finish, else of the word whether accepted. */
    @Nullable
    Long shownDay() {
        return List.of("CMP-REVIEW-ANS", "CMP-REEX-ANS", "CMP-FINISH", "CMP-TELL").stream()
                .map(this::latest)
                .filter(Objects::nonNull)
                .filter(clock -> clock.stopped == null)
                .map(Expected::lastDay)
                .findFirst()
                .orElse(null);
    }

    private boolean open(String clock, Instant at) {
        Expected latest = latest(clock);
        return latest != null && latest.stopped == null && latest.keptAt(at);
    }

    private Expected finish() {
        return Objects.requireNonNull(latest("CMP-FINISH"));
    }

    private @Nullable Expected latest(String clock) {
        Expected found = null;
        for (Expected each : clocks) {
            if (each.clock().equals(clock)) {
                found = each;
            }
        }
        return found;
    }

    private void start(Instant at, String... which) {
        for (String clock : which) {
            Rule rule = place.at(clock, WallCalendar.day(at));
            if (rule != null) {
                clocks.add(new Expected(rule, at));
            }
        }
    }

    private void stop(Instant at, String... which) {
        List<String> stopping = Arrays.asList(which);
        for (Expected each : clocks) {
            if (each.stopped == null && stopping.contains(each.clock())) {
                each.stopped = at;
            }
        }
    }

    private void handTo(String bureau) {
        for (Expected each : clocks) {
            boolean bureaus = List.of("CMP-FINISH", "CMP-PASS", "CMP-OBJECT").contains(each.clock());
            if (each.stopped == null && bureaus) {
                each.holder = bureau;
            }
        }
    }
}
