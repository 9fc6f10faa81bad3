package cn.bishui.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The service's clock: real until a test sets it, and real again when the test is over. */
public final class SettableClock extends Clock {

    private final ZoneId zone;
    private final AtomicReference<Clock> source;

    SettableClock(ZoneId zone) {
        this(zone, new AtomicReference<>(Clock.systemUTC()));
    }

    private SettableClock(ZoneId zone, AtomicReference<Clock> source) {
        this.zone = zone;
        this.source = source;
    }

    /** Stops the clock at a moment. */
    public void setTo(Instant moment) {
        source.set(Clock.fixed(moment, zone));
    }

    /** Stops the clock at a moment of the district's time, such as {@code 2026-11-23T08:00}. */
    public void setTo(String districtTime) {
        setTo(LocalDateTime.parse(districtTime).atZone(zone).toInstant());
    }

    /** Lets time pass at once. */
    public void advance(Duration duration) {
        source.updateAndGet(clock -> Clock.offset(clock, duration));
    }

    /** Goes with the real time again. */
    public void reset() {
        source.set(Clock.systemUTC());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(other, source);
    }

    @Override
    public Instant instant() {
        return source.get().instant();
    }
}
