package cn.bishui.complaints.contact;

import java.time.Instant;
import java.util.List;

/** Stands in for people's phones where a platform is tried out. */
public interface Mailbox {

    /** The newest messages first. */
    List<Message> newest(int limit);

    /** A message as a phone would show it. */
    record Message(String phone, String text, Instant at) {}
}
