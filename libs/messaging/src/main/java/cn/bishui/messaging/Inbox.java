package cn.bishui.messaging;

/** Remembers which facts this service has acted on, so that a repeated delivery changes nothing. */
public interface Inbox {

    /**
     * Takes a fact in, in the caller's transaction.
     *
     * @param eventId the CloudEvents id, header {@link EventHeaders#ID}
     * @return true the first time, false ever after
     * @throws IllegalStateException outside a transaction
     */
    boolean accepts(String eventId);
}
