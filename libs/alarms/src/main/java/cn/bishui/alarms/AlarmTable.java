package cn.bishui.alarms;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The alarms in the service's own database.
 *
 * <p>A claim is a mark in the row, not a lock on it: who handles an alarm first locks its subject and writes the alarm's
 * row last, as everybody does who changes the subject and its alarm. So neither waits for the other in a circle.
 */
final class AlarmTable {

    private static final int LONGEST_FAILURE = 500;

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets or moves alarms; one that is set for that moment already is left alone, failures and claim with it. */
    void set(SortedMap<String, Instant> moments, String kind) {
        jdbc.sql("""
                        insert into alarm (subject, kind, moment, try_at)
                        select subject, :kind, moment, moment
                        from unnest(:subjects::text[], :moments::timestamptz[]) as new (subject, moment)
                        on conflict (subject, kind) do update
                        set moment = excluded.moment, try_at = excluded.moment, claim = null, attempts = 0, failure = null
                        where alarm.moment <> excluded.moment""")
                .param("subjects", moments.keySet().toArray(String[]::new))
                .param(
                        "moments",
                        moments.values().stream().map(Instant::toString).toArray(String[]::new))
                .param("kind", kind)
                .update();
    }

    void cancel(String subject, String kind) {
        jdbc.sql("delete from alarm where subject = :subject and kind = :kind")
                .param("subject", subject)
                .param("kind", kind)
                .update();
    }

    List<String> kindsOf(String subject) {
        return jdbc.sql("select kind from alarm where subject = :subject order by kind")
                .param("subject", subject)
                .query((row, _) -> row.getString("kind"))
                .list();
    }

    /**
     * Marks alarms whose moment has come, those first that have waited longest. Alarms that somebody else is marking now
     * are passed over.
     *
     * @param until when others may claim them, should they still be there
     */
    List<Claim> claim(Collection<String> kinds, Instant now, Instant until, int limit) {
        UUID token = UUID.randomUUID();
        return jdbc
                .sql("""
                        with due as materialized (
                          select subject, kind from alarm
                          where try_at <= :now and kind = any(:kinds)
                          order by try_at limit :limit for update skip locked)
                        update alarm set claim = :token, try_at = :until from due
                        where alarm.subject = due.subject and alarm.kind = due.kind
                        returning alarm.subject, alarm.kind, alarm.moment, alarm.attempts""")
                .param("kinds", kinds.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("token", token)
                .param("limit", limit)
                .query((row, _) -> new Claim(
                        new Alarm(
                                row.getString("subject"),
                                row.getString("kind"),
                                row.getTimestamp("moment").toInstant()),
                        row.getInt("attempts"),
                        token,
                        until))
                .list()
                .stream()
                .sorted(Comparator.comparing(claim -> claim.alarm().moment()))
                .toList();
    }

    /**
     * Ends or moves on the alarms that were acted on.
     *
     * @param rung alarms of one claim, with when each rings next
     * @return false if one of them was set, cancelled or claimed by others since the claim: then nothing may be done
     */
    boolean settle(List<Rung> rung) {
        if (rung.isEmpty()) {
            return true;
        }
        List<Rung> over = rung.stream().filter(each -> each.next() == null).toList();
        List<Rung> goOn = rung.stream().filter(each -> each.next() != null).toList();
        int settled = 0;
        if (!over.isEmpty()) {
            settled += of(over, jdbc.sql("""
                            delete from alarm using unnest(:subjects::text[], :kinds::text[]) as rung (subject, kind)
                            where alarm.subject = rung.subject and alarm.kind = rung.kind and claim = :token""")).update();
        }
        if (!goOn.isEmpty()) {
            settled += of(goOn, jdbc.sql("""
                            update alarm set moment = next, try_at = next, claim = null, attempts = 0, failure = null
                            from unnest(:subjects::text[], :kinds::text[], :nexts::timestamptz[])
                              as rung (subject, kind, next)
                            where alarm.subject = rung.subject and alarm.kind = rung.kind and claim = :token"""))
                    .param("nexts", each(goOn, one -> String.valueOf(one.next())))
                    .update();
        }
        return settled == rung.size();
    }

    /** Notes a failure, unless the alarm has changed hands. */
    void failed(Claim claim, Instant tryAt, String failure) {
        of(claim, jdbc.sql("""
                        update alarm set try_at = :tryAt, claim = null, attempts = attempts + 1, failure = :failure
                        where subject = :subject and kind = :kind and claim = :token"""))
                .param("tryAt", Timestamp.from(tryAt))
                .param("failure", failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE)))
                .update();
    }

    /** Gives an alarm back that was not acted on. */
    void release(Claim claim) {
        of(claim, jdbc.sql("""
                        update alarm set try_at = moment, claim = null
                        where subject = :subject and kind = :kind and claim = :token""")).update();
    }

    private static JdbcClient.StatementSpec of(List<Rung> rung, JdbcClient.StatementSpec statement) {
        return statement
                .param("subjects", each(rung, one -> one.claim().alarm().subject()))
                .param("kinds", each(rung, one -> one.claim().alarm().kind()))
                .param("token", rung.getFirst().claim().token());
    }

    private static String[] each(List<Rung> rung, Function<Rung, String> text) {
        return rung.stream().map(text).toArray(String[]::new);
    }

    private static JdbcClient.StatementSpec of(Claim claim, JdbcClient.StatementSpec statement) {
        return statement
                .param("subject", claim.alarm().subject())
                .param("kind", claim.alarm().kind())
                .param("token", claim.token());
    }
}
