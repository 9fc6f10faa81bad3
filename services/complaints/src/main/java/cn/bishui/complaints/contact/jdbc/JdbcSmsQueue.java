package cn.bishui.complaints.contact.jdbc;

import cn.bishui.complaints.contact.SmsQueue;
import cn.bishui.complaints.contact.SmsWaiting;
import cn.bishui.complaints.contact.WaitingSms;
import cn.bishui.complaints.key.Sealed;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A taken message is marked, not locked: nobody holds a connection while the gateway takes its time. */
@Repository
class JdbcSmsQueue implements SmsQueue {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;

    JdbcSmsQueue(JdbcClient jdbc, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    @Override
    public void add(UUID id, Sealed content, Instant now, Instant until, @Nullable UUID about) {
        jdbc.sql("""
            insert into sms (id, key_id, nonce, ciphertext, created_at, due, until, about)
            values (:id, :keyId, :nonce, :ciphertext, :now, :now, :until, :about)\
            """)
                .param("id", id)
                .param("keyId", content.keyId())
                .param("nonce", content.nonce())
                .param("ciphertext", content.ciphertext())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("about", about)
                .update();
        publisher.publishEvent(new SmsWaiting(id));
    }

    @Override
    public List<WaitingSms> take(Instant now, Instant lease, int limit) {
        return jdbc.sql("""
            with taken as materialized (
              select id from sms where done_at is null and due <= :now
              order by due limit :limit for update skip locked)
            update sms set due = :lease, attempts = attempts + 1 from taken where sms.id = taken.id
            returning sms.id, key_id, nonce, ciphertext, about, attempts, until\
            """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(lease))
                .param("limit", limit)
                .query((row, _) -> new WaitingSms(
                        row.getObject("id", UUID.class),
                        new Sealed(row.getString("key_id"), row.getBytes("nonce"), row.getBytes("ciphertext")),
                        row.getObject("about", UUID.class),
                        row.getInt("attempts"),
                        row.getTimestamp("until").toInstant()))
                .list();
    }

    @Override
    public void sent(UUID id, Instant now) {
        done(id, now, true);
    }

    @Override
    public void givenUp(UUID id, Instant now) {
        done(id, now, false);
    }

    private void done(UUID id, Instant now, boolean sent) {
        jdbc.sql("update sms set done_at = :now, sent = :sent, nonce = '', ciphertext = '' where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("sent", sent)
                .update();
    }

    @Override
    public void retry(UUID id, Instant due) {
        jdbc.sql("update sms set due = :due where id = :id and done_at is null")
                .param("id", id)
                .param("due", Timestamp.from(due))
                .update();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("delete from sms where done_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
