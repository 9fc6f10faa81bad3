package cn.bishui.complaints.complaint;

import cn.bishui.clocks.Moment;
import cn.bishui.clocks.RunningClock;
import java.time.Instant;
import java.util.UUID;

/** To whom a complaint was brought, and why. */
public interface Reminders {

    void add(UUID complaint, RunningClock clock, Moment moment, Instant at);
}
