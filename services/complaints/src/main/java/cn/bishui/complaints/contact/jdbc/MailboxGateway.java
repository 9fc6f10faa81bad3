package cn.bishui.complaints.contact.jdbc;

import cn.bishui.complaints.contact.Mailbox;
import cn.bishui.complaints.contact.Phone;
import cn.bishui.complaints.contact.SmsGateway;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts messages where everybody can read them: there is none of it but where {@code BISHUI_SMS} says local. */
@Repository
@ConditionalOnProperty(name = "bishui.complaints.sms", havingValue = "local")
class MailboxGateway implements SmsGateway, Mailbox {

    private static final Logger log = LoggerFactory.getLogger(MailboxGateway.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxGateway(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        log.info("short messages go to /12369/mailbox, which everybody can read: for trying out only");
    }

    @Override
    public void send(UUID id, Phone phone, String text) {
        jdbc.sql("""
            insert into mailbox (id, phone, text, at) values (:id, :phone, :text, :at)
            on conflict (id) do nothing\
            """)
                .param("id", id)
                .param("phone", phone.number())
                .param("text", text)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public List<Message> newest(int limit) {
        return jdbc.sql("select phone, text, at from mailbox order by at desc, id limit :limit")
                .param("limit", limit)
                .query((row, _) -> new Message(
                        row.getString("phone"),
                        row.getString("text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
