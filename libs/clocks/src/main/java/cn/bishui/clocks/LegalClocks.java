package cn.bishui.clocks;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The legal time limits by the date of law and by a profile, the working days they are counted in, and the plans that say
 * who is told when.
 */
public final class LegalClocks {

    /** Decide whether to file a case, from finding the clue. */
    public static final String FILE_CASE = "ENF-FILE";

    /** The law's days are those of Beijing time, all over the country. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private static final List<LegalClock> SHIPPED = shipped();
    private static final Map<String, List<Reminder>> PLANS = plans(Csv.resource("reminders.csv"));

    private final Supplier<WorkingDays> calendar;
    private final List<LegalClock> overlay;
    private final Map<String, List<LegalClock>> byClock;
    private final Map<String, LegalClock> byId;
    private final Map<String, List<Reminder>> plans;

    /** Counts with a calendar; {@link WorkingDays#china()} is the one that is shipped. */
    public LegalClocks(WorkingDays days) {
        this(() -> days);
    }

    /** Counts with a calendar that may change while the program runs, such as a {@link CalendarFile}. */
    public LegalClocks(Supplier<WorkingDays> calendar) {
        this(calendar, List.of(), PLANS);
    }

    private LegalClocks(Supplier<WorkingDays> calendar, List<LegalClock> overlay, Map<String, List<Reminder>> plans) {
        this.calendar = calendar;
        this.overlay = overlay;
        this.plans = plans;
        // what a profile sets comes first
        this.byClock = Stream.concat(overlay.stream(), SHIPPED.stream())
                .collect(Collectors.groupingBy(LegalClock::clock, LinkedHashMap::new, Collectors.toList()));
        this.byId = Stream.concat(overlay.stream(), SHIPPED.stream())
                .collect(Collectors.toMap(LegalClock::id, Function.identity()));
    }

    /**
     * The same clocks under what a province or city sets.
     *
     * @throws IllegalArgumentException if a row names no limit or target, no plan, an id that is taken, another unit
     *     where the law has extensions, or a later end than the law for an event on some day of the published years
     */
    public LegalClocks with(Profile profile) {
        LegalClocks law = law();
        List<LegalClock> targets = new ArrayList<>();
        for (Map<String, String> row : profile.rows()) {
            LegalClock base = SHIPPED.stream()
                    .filter(each -> each.clock().equals(Csv.text(row, "clock")) && each.validTo() == null)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no such clock: " + row));
            LegalClock target = base.overlaidBy(row);
            boolean taken = law.byId.containsKey(target.id())
                    || targets.stream().anyMatch(each -> each.id().equals(target.id()));
            if (taken || !plans.containsKey(target.reminders()) || !maySet(base, target)) {
                throw new IllegalArgumentException("Not for a profile to set, or the id is taken: " + row);
            }
            if (base.kind() == LegalClock.Kind.LIMIT) {
                law.mustNotBeLaxer(target);
            }
            targets.add(target);
        }
        return new LegalClocks(calendar, List.copyOf(targets), plans);
    }

    /**
     * The same clocks with other plans of who is told when; plans that the file does not name stay.
     *
     * @param csv as {@code reminders.csv}
     * @throws IOException if the reader throws it
     */
    public LegalClocks withReminders(Reader csv) throws IOException {
        Map<String, List<Reminder>> all = new HashMap<>(plans);
        all.putAll(plans(Csv.read(csv)));
        return new LegalClocks(calendar, overlay, Map.copyOf(all));
    }

    /** The same clocks as the law has them. */
    public LegalClocks law() {
        return new LegalClocks(calendar, List.of(), plans);
    }

    /** Every version of every clock. */
    public List<LegalClock> all() {
        return Stream.concat(SHIPPED.stream(), overlay.stream()).toList();
    }

    /**
     * The version of a clock that is law on a day, or what the profile sets in its place.
     *
     * @throws IllegalArgumentException if no version is
     */
    public LegalClock at(String clock, LocalDate dateOfLaw) {
        return byClock.getOrDefault(clock, List.of()).stream()
                .filter(version -> version.holdsOn(dateOfLaw))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No clock " + clock + " is law on " + dateOfLaw));
    }

    /**
     * A version by its id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public LegalClock version(String id) {
        LegalClock version = byId.get(id);
        if (version == null) {
            throw new IllegalArgumentException("There is no rule " + id);
        }
        return version;
    }

    /** Whether a clock is to be run on a day: it is law, or it is an aim that the profile sets. */
    public boolean applies(String clock, LocalDate day) {
        return byClock.getOrDefault(clock, List.of()).stream()
                .anyMatch(version -> version.holdsOn(day)
                        && (version.kind() != LegalClock.Kind.TARGET || overlay.contains(version)));
    }

    /**
     * When a clock that an event starts runs out, by the law of the event's day.
     *
     * @throws IllegalArgumentException if no version of the clock is law on that day
     * @throws IllegalStateException if the clock runs by the hour, or is none
     */
    public Deadline deadline(String clock, LocalDate event) {
        return at(clock, event).from(event, workingDays());
    }

    /**
     * When a clock that an event starts runs out, to the minute, by the law of the event's day.
     *
     * @throws IllegalArgumentException if no version of the clock is law on that day
     * @throws IllegalStateException if it is no clock
     */
    public Expiry expiry(String clock, Instant event) {
        return at(clock, day(event)).from(event, workingDays());
    }

    /**
     * Sets a clock running, by the law of the event's day.
     *
     * @param event what it is counted from
     * @param now when it is set running: at the event or, where that is entered later or lies ahead, another moment
     * @param holder who must act
     * @throws IllegalArgumentException if no version of the clock is law on that day
     * @throws IllegalStateException if it is no clock
     */
    public RunningClock start(String clock, Instant event, Instant now, String holder) {
        return RunningClock.start(at(clock, day(event)), event, now, holder, this);
    }

    /** The working days that deadlines are counted in. */
    public WorkingDays workingDays() {
        return calendar.get();
    }

    List<Reminder> plan(String name) {
        return plans.getOrDefault(name, List.of());
    }

    /** The day of a moment by which law counts: Beijing's. */
    public static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The last minute of a day. */
    static Instant endOf(LocalDate day) {
        return day.atTime(LAST_MINUTE).atZone(ZONE).toInstant();
    }

    /** A profile tightens what authorities owe. What an extension adds is in the unit of the law, so that stays. */
    private static boolean maySet(LegalClock base, LegalClock target) {
        boolean sameUnit = base.unit() == target.unit() && base.dayKind() == target.dayKind();
        return base.kind() == LegalClock.Kind.TARGET
                || (base.kind() == LegalClock.Kind.LIMIT
                        && (sameUnit || base.extensions().isEmpty()));
    }

    /** A local rule may be stricter than the law, never laxer. */
    private void mustNotBeLaxer(LegalClock target) {
        WorkingDays days = workingDays();
        for (int year : days.publishedYears()) {
            LocalDate first = LocalDate.of(year, 1, 1);
            first.datesUntil(first.plusYears(1))
                    .filter(target::holdsOn)
                    .filter(day -> isLaxer(target, day, days))
                    .findFirst()
                    .ifPresent(day -> {
                        throw new IllegalArgumentException(
                                target.id() + " ends later than the law for an event on " + day);
                    });
        }
    }

    private boolean isLaxer(LegalClock target, LocalDate day, WorkingDays days) {
        return byClock.getOrDefault(target.clock(), List.of()).stream()
                .filter(law -> law.holdsOn(day))
                .anyMatch(law -> target.from(endOf(day), days)
                        .due()
                        .isAfter(law.from(endOf(day), days).due()));
    }

    private static List<LegalClock> shipped() {
        List<ExtensionRule> extensions = ExtensionRule.shipped();
        return Csv.resource("legal-clocks.csv").stream()
                .map(row -> LegalClock.of(row, extensions))
                .toList();
    }

    private static Map<String, List<Reminder>> plans(List<Map<String, String>> rows) {
        return Reminder.of(rows).stream().collect(Collectors.groupingBy(Reminder::plan));
    }
}
