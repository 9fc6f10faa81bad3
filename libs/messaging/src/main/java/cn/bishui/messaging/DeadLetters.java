package cn.bishui.messaging;

import cn.bishui.messaging.DeadLetter.Place;
import cn.bishui.messaging.DeadLetter.Replay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dead letters of this service, in its own database. */
final class DeadLetters {

    private static final String SELECT = """
            select consumer, topic, at_partition, at_offset, key, told_at, failed_at, reason, header_names, header_values,
              body, replayed_at, replayed_by
            from dead_letter
            """;

    private static final String AT_PLACE = """
            where consumer = :consumer and topic = :topic and at_partition = :partition and at_offset = :offset
            """;

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a letter. One that is known already is kept anew only while it waits, or where Kafka was begun anew and
     * another event has its place.
     */
    void keep(DeadLetter letter) {
        Header[] headers = letter.event().headers().toArray();
        jdbc.sql("""
                        insert into dead_letter (consumer, topic, at_partition, at_offset, event_id, type, key, told_at,
                          failed_at, reason, header_names, header_values, body)
                        values (:consumer, :topic, :partition, :offset, :event, :type, :key, :told, :failed, :reason,
                          :names, :values, :body)
                        on conflict (consumer, topic, at_partition, at_offset) do update set
                          event_id = excluded.event_id, type = excluded.type, key = excluded.key,
                          told_at = excluded.told_at, failed_at = excluded.failed_at, reason = excluded.reason,
                          header_names = excluded.header_names, header_values = excluded.header_values,
                          body = excluded.body, replayed_at = null, replayed_by = null
                        where dead_letter.replayed_at is null or dead_letter.event_id is distinct from excluded.event_id""")
                .params(parameters(letter.place()))
                .param("event", storable(letter.eventId()))
                .param("type", storable(letter.type()))
                .param("key", storable(letter.key()))
                .param("told", Timestamp.from(letter.toldAt()))
                .param("failed", Timestamp.from(letter.failedAt()))
                .param("reason", storable(letter.reason()))
                .param(
                        "names",
                        Arrays.stream(headers)
                                .map(header -> storable(header.key()))
                                .toArray(String[]::new))
                .param("values", Arrays.stream(headers).map(Header::value).toArray(byte[][]::new))
                .param("body", letter.event().value())
                .update();
    }

    /** Those that wait, newest first. */
    List<DeadLetter> waiting(int limit, long offset) {
        return jdbc.sql(SELECT + """
                        where replayed_at is null
                        order by failed_at desc, topic, at_partition, at_offset, consumer limit :limit offset :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> letter(row))
                .list();
    }

    /** How many wait. */
    long countWaiting() {
        return jdbc.sql("select count(*) from dead_letter where replayed_at is null")
                .query(Long.class)
                .single();
    }

    /** The letter of a place, held against everybody else until the transaction ends. */
    Optional<DeadLetter> lock(Place place) {
        return jdbc.sql(SELECT + AT_PLACE + "for update")
                .params(parameters(place))
                .query((row, _) -> letter(row))
                .optional();
    }

    void markReplayed(Place place, Replay replay) {
        change(place, "replayed_at = :at, replayed_by = :text", replay.at(), replay.by());
    }

    /** Notes that it failed again. */
    void markFailed(Place place, Instant at, String reason) {
        change(place, "failed_at = :at, reason = :text", at, storable(reason));
    }

    private void change(Place place, String assignments, Instant at, @Nullable String text) {
        jdbc.sql("update dead_letter set " + assignments + "\n" + AT_PLACE + "and replayed_at is null")
                .params(parameters(place))
                .param("at", Timestamp.from(at))
                .param("text", text)
                .update();
    }

    private static Map<String, Object> parameters(Place place) {
        return Map.of(
                "consumer", place.group(),
                "topic", place.topic(),
                "partition", place.partition(),
                "offset", place.offset());
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        RecordHeaders headers = new RecordHeaders();
        String[] names = (String[]) row.getArray("header_names").getArray();
        byte[][] values = (byte[][]) row.getArray("header_values").getArray();
        for (int i = 0; i < names.length; i++) {
            headers.add(names[i], values[i]);
        }
        Timestamp replayedAt = row.getTimestamp("replayed_at");
        Place place = new Place(
                row.getString("consumer"),
                row.getString("topic"),
                row.getInt("at_partition"),
                row.getLong("at_offset"));
        return new DeadLetter(
                place.group(),
                DeadLetter.event(
                        place,
                        row.getTimestamp("told_at").toInstant(),
                        row.getString("key"),
                        row.getBytes("body"),
                        headers),
                row.getTimestamp("failed_at").toInstant(),
                row.getString("reason"),
                replayedAt == null ? null : new Replay(replayedAt.toInstant(), row.getString("replayed_by")));
    }

    /** PostgreSQL keeps every character but one. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\ufffd');
    }
}
