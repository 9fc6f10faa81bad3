package cn.bishui.alarms;

/**
 * A bean that acts when an alarm of its kind rings.
 *
 * <p>It acts in the transaction that ends the alarm or moves it on: both happen, once, or neither. So what it does has to
 * be in that transaction: rows, facts for the outbox, audit entries; nothing that goes out by itself. The transaction may
 * hold other alarms besides; where it is rolled back for one of them, the handler is called again for each. When it throws,
 * it is called again with the same alarm, ever later, up to every five minutes.
 */
public interface AlarmHandler {

    /** The kind of the alarms that it handles; no other bean handles it. */
    String kind();

    /**
     * Acts. The alarm is over when this returns, unless {@link Alarms#set} was called for it meanwhile.
     *
     * @param alarm what rings; where the service was down it may have been for a moment long past
     */
    void on(Alarm alarm);
}
