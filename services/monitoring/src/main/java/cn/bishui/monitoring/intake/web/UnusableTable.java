package cn.bishui.monitoring.intake.web;

import static cn.bishui.web.rows.Columns.instant;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Packets that were answered as taken and of which nothing could be kept as a reading. */
@Component
class UnusableTable {

    private static final int LATEST = 50;

    private final JdbcClient jdbc;

    UnusableTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param text its bytes, those that are no printable ASCII as dots
     */
    record Row(Instant receivedAt, String mn, String remote, String reason, String text) {}

    /** The latest of them. */
    List<Row> latest() {
        return jdbc.sql("""
                        select received_at, mn, remote, reason, raw from unusable_packet
                        order by received_at desc, id desc limit :most""")
                .param("most", LATEST)
                .query((row, _) -> new Row(
                        instant(row, "received_at"),
                        row.getString("mn"),
                        row.getString("remote"),
                        row.getString("reason"),
                        RejectedTable.printable(row.getBytes("raw"))))
                .list();
    }
}
