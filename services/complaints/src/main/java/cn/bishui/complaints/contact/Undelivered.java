package cn.bishui.complaints.contact;

import java.util.UUID;

/** Hears of messages that were given up. */
public interface Undelivered {

    /**
     * A message never went out; in the transaction in which it is given up.
     *
     * @param about what its sender named
     */
    void message(UUID about);
}
