package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.NearbyComplaints;
import cn.bishui.complaints.complaint.Position;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks in a square first, which the index knows, then measures; the earth is flat enough over a kilometre. It measures to
 * the middle of the hundred metres that a complaint is in: who asks from many places learns no more than that.
 */
@Repository
class JdbcNearbyComplaints implements NearbyComplaints {

    /** Metres of a degree of latitude. */
    private static final double DEGREE = 111_320;

    /** So exactly, in metres, distances are told. */
    private static final int STEP = 100;

    private final JdbcClient jdbc;

    JdbcNearbyComplaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Nearby> around(Position point, int metres, String type, Instant since, int most) {
        double latitude = point.latitude().doubleValue();
        double longitude = point.longitude().doubleValue();
        double north = metres / DEGREE;
        double narrow = Math.max(0.01, Math.cos(Math.toRadians(latitude)));
        double east = metres / (DEGREE * narrow);
        // the square in the columns' own type, else no index is of use
        return jdbc.sql("""
                        select id, pollution_type, received_at, state, metres from (
                            select id, pollution_type, received_at, state,
                                   sqrt(power((round(latitude, 3)::float8 - :latitude) * :degree, 2)
                                      + power((round(longitude, 3)::float8 - :longitude) * :degree * :narrow, 2)) as metres
                            from complaint
                            where latitude between :south and :north and longitude between :west and :east
                              and received_at >= :since and pollution_type = :type
                              and state in ('received', 'accepted', 'assigned', 'objected', 'investigating', 'drafted')
                        ) near
                        where metres <= :metres order by metres, received_at desc limit :most""")
                .param("latitude", latitude)
                .param("longitude", longitude)
                .param("degree", DEGREE)
                .param("narrow", narrow)
                .param("south", BigDecimal.valueOf(latitude - north))
                .param("north", BigDecimal.valueOf(latitude + north))
                .param("west", BigDecimal.valueOf(longitude - east))
                .param("east", BigDecimal.valueOf(longitude + east))
                .param("since", Timestamp.from(since))
                .param("type", type)
                .param("metres", (double) metres)
                .param("most", most)
                .query((row, _) -> new Nearby(
                        uuid(row, "id"),
                        text(row, "pollution_type"),
                        LegalClocks.day(instant(row, "received_at")),
                        text(row, "state"),
                        Math.max(STEP, (int) Math.ceil(row.getDouble("metres") / STEP) * STEP)))
                .list();
    }
}
