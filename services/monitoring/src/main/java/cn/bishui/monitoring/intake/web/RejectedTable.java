package cn.bishui.monitoring.intake.web;

import static cn.bishui.web.rows.Columns.instant;

import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the list of rejected frames shows. */
@Component
class RejectedTable {

    private static final int EXCERPT_BYTES = 48;
    private static final int LINE_BYTES = 16;
    private static final int MOST_SOURCES = 20;

    private static final String ROWS = """
            select * from rejected_frame
            where (:remote = '' or remote = :remote) and (:reason = '' or reason = :reason)
            """;

    private static final Map<String, String> COLUMNS =
            Map.of("received", "received_at", "remote", "remote", "reason", "reason", "length", "length");

    private final JdbcClient jdbc;
    private final Lists lists;
    private final Clock clock;

    RejectedTable(JdbcClient jdbc, Lists lists, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * A frame that was kept.
     *
     * @param text its bytes, those that are no printable ASCII as dots
     * @param hex the first of them in lines of a hex dump
     */
    record Row(Instant receivedAt, String remote, String reason, long length, String text, String hex) {}

    /** How many frames of one kind a source sent in 24 hours. */
    record Source(String remote, String reason, long frames, long bytes) {}

    Listing<Row> page(String remote, String reason, ListRequest request) {
        return lists.page(query(remote, reason), request);
    }

    void each(String remote, String reason, ListRequest order, Consumer<Row> reader) {
        lists.each(query(remote, reason), order, reader);
    }

    private static ListQuery<Row> query(String remote, String reason) {
        return new ListQuery<>(
                ROWS, Map.of("remote", remote, "reason", reason), COLUMNS, "id desc", RejectedTable::row);
    }

    List<String> reasons() {
        return jdbc.sql("select distinct reason from rejected_count order by reason")
                .query((row, _) -> row.getString("reason"))
                .list();
    }

    /** The sources that sent most in the last 24 hours, to the hour. */
    List<Source> sourcesOfADay() {
        return jdbc.sql("""
                        select remote, reason, sum(frames) as frames, sum(bytes) as bytes from rejected_count
                        where hour > :since group by remote, reason order by frames desc, remote limit :most""")
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .param("most", MOST_SOURCES)
                .query((row, _) -> new Source(
                        row.getString("remote"), row.getString("reason"), row.getLong("frames"), row.getLong("bytes")))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] raw = row.getBytes("raw");
        return new Row(
                instant(row, "received_at"),
                row.getString("remote"),
                row.getString("reason"),
                row.getLong("length"),
                printable(raw),
                hex(Arrays.copyOf(raw, Math.min(raw.length, EXCERPT_BYTES))));
    }

    static String printable(byte[] raw) {
        StringBuilder text = new StringBuilder(new String(raw, StandardCharsets.ISO_8859_1));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                text.setCharAt(i, '.');
            }
        }
        return text.toString();
    }

    private static String hex(byte[] raw) {
        HexFormat spaced = HexFormat.ofDelimiter(" ");
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < raw.length; from += LINE_BYTES) {
            byte[] line = Arrays.copyOfRange(raw, from, Math.min(raw.length, from + LINE_BYTES));
            lines.append("%04x  %-47s  %s%n".formatted(from, spaced.formatHex(line), printable(line)));
        }
        return lines.toString();
    }
}
