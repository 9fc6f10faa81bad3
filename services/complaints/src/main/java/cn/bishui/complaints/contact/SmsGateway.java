package cn.bishui.complaints.contact;

import java.util.UUID;

/** Takes short messages to phones. */
public interface SmsGateway {

    /**
     * Hands over one message.
     *
     * @param id of the message: the same one may be handed over twice after a failure
     * @throws RuntimeException if it was not taken; it is tried again
     */
    void send(UUID id, Phone phone, String text);
}
