package cn.bishui.alarms;

import java.time.Instant;
import java.util.Map;

/**
 * Has the service woken at a moment. A subject has at most one alarm of a kind; setting it again moves it. All of this
 * happens in the transaction that changes the subject: call it where the subject is saved.
 */
public interface Alarms {

    /**
     * Sets or moves an alarm. In its own handler, this is when it rings next.
     *
     * @param subject what it is about
     * @param moment when; one that is past rings at once
     * @param kind names the {@link AlarmHandler}
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException if nobody handles the kind, or if it is set in its own handler and does not go on
     */
    void set(String subject, Instant moment, String kind);

    /**
     * Sets or moves the alarms of several subjects, in one order, so that two who do so do not wait for each other in a circle.
     *
     * @param moments by subject; see {@link #set(String, Instant, String)}
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException as the other does
     */
    void set(Map<String, Instant> moments, String kind);

    /**
     * Takes the alarm of a kind away, if there is one.
     *
     * @throws IllegalStateException outside a transaction
     */
    void cancel(String subject, String kind);

    /**
     * Takes all alarms of a subject away.
     *
     * @throws IllegalStateException outside a transaction
     */
    void cancel(String subject);
}
