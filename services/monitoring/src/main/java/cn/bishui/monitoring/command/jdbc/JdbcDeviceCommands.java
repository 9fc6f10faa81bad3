package cn.bishui.monitoring.command.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.monitoring.command.DeviceCommand;
import cn.bishui.monitoring.command.DeviceCommands;
import cn.bishui.monitoring.command.Order;
import cn.bishui.monitoring.command.Records;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import cn.bishui.web.rows.ListQuery;
import cn.bishui.web.rows.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeviceCommands implements DeviceCommands {

    private static final String SELECT = "select c.*, d.mn from device_command c join device d on d.id = c.device ";

    private static final Map<String, String> SORTS =
            Map.of("kind", "c.kind", "state", "c.state", "ordered", "c.ordered_at", "ended", "c.ended_at");

    private final JdbcClient jdbc;
    private final Lists lists;

    JdbcDeviceCommands(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    @Override
    public long add(int device, Order order, String orderedBy, Instant orderedAt, Instant giveUpAt) {
        return jdbc.sql("""
                        insert into device_command (device, kind, interval_seconds, records_from, records_to, state,
                            ordered_by, ordered_at, act_at)
                        values (:device, :kind, cast(:interval as int), cast(:from as timestamp),
                            cast(:to as timestamp), 'waiting', :by, :at, :giveUpAt)
                        returning id""")
                .param("device", device)
                .param("kind", order.kind())
                .param(
                        "interval",
                        order instanceof Order.SetInterval set ? set.interval().toSeconds() : null)
                .param("from", order instanceof Order.SendRecords asked ? asked.from() : null)
                .param("to", order instanceof Order.SendRecords asked ? asked.to() : null)
                .param("by", orderedBy)
                .param("at", Timestamp.from(orderedAt))
                .param("giveUpAt", Timestamp.from(giveUpAt))
                .query(Long.class)
                .single();
    }

    @Override
    public int open(int device) {
        jdbc.sql("select id from device where id = :device for no key update")
                .param("device", device)
                .query(Integer.class)
                .single();
        return jdbc.sql("""
                        select count(*) from device_command
                        where device = :device and state in ('waiting', 'sent', 'accepted')""").param("device", device).query(Integer.class).single();
    }

    @Override
    public List<DeviceCommand> due(Collection<String> mns, Instant now) {
        return jdbc.sql(SELECT + """
                        where c.state in ('waiting', 'sent', 'accepted') and d.mn = any(:mns)
                          and (c.state = 'waiting' or (c.state = 'sent' and c.act_at <= :now))
                          and not exists (
                              select from device_command earlier
                              where earlier.device = c.device and earlier.id < c.id
                                and earlier.state in ('waiting', 'sent', 'accepted'))
                        order by c.device for update of c skip locked""")
                .param("mns", mns.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query((row, _) -> command(row))
                .list();
    }

    @Override
    public List<DeviceCommand> overdue(Instant now, int most) {
        return jdbc.sql(SELECT + """
                        where c.state in ('waiting', 'sent', 'accepted') and c.act_at <= :now
                        order by c.act_at limit :most for update of c skip locked""")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, _) -> command(row))
                .list();
    }

    @Override
    public Map<String, Instant> lost(Collection<String> mns, Instant endedSince) {
        Map<String, Instant> lost = new HashMap<>();
        jdbc.sql("""
                        select d.mn, c.sent_at, c.attempts from device_command c join device d on d.id = c.device
                        where c.state = 'unanswered' and c.outcome = 'no-answer' and c.sent_at is not null
                          and c.ended_at >= :since and d.mn = any(:mns)
                        order by c.id""")
                .param("since", Timestamp.from(endedSince))
                .param("mns", mns.toArray(String[]::new))
                .query(row -> {
                    Duration sending = DeviceCommand.ANSWERS_WITHIN.multipliedBy(row.getInt("attempts") - 1L);
                    lost.put(text(row, "mn"), instant(row, "sent_at").minus(sending));
                });
        return lost;
    }

    @Override
    public Optional<DeviceCommand> hold(String mn, String qn) {
        return jdbc.sql(SELECT + "where d.mn = :mn and c.qn = :qn for update of c")
                .param("mn", mn)
                .param("qn", qn)
                .query((row, _) -> command(row))
                .optional();
    }

    @Override
    public Optional<String> latestQn(int device) {
        return jdbc.sql(
                        "select qn from device_command where device = :device and qn is not null order by qn desc limit 1")
                .param("device", device)
                .query(String.class)
                .optional();
    }

    @Override
    public void save(DeviceCommand changed) {
        jdbc.sql("""
                        update device_command set state = :state, qn = :qn, attempts = :attempts, sent_at = :sent,
                            accepted_at = :accepted, ended_at = :ended, outcome = :outcome, act_at = :act
                        where id = :id""")
                .param("state", changed.state().code())
                .param("qn", changed.qn())
                .param("attempts", changed.attempts())
                .param("sent", timestamp(changed.sentAt()))
                .param("accepted", timestamp(changed.acceptedAt()))
                .param("ended", timestamp(changed.endedAt()))
                .param("outcome", changed.outcome())
                .param("act", Timestamp.from(changed.actAt()))
                .param("id", changed.id())
                .update();
    }

    @Override
    public Optional<DeviceCommand> find(long id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query((row, _) -> command(row))
                .optional();
    }

    @Override
    public List<DeviceCommand> latest(String mn, int most) {
        return jdbc.sql(SELECT + "where d.mn = :mn order by c.id desc limit :most")
                .param("mn", mn)
                .param("most", most)
                .query((row, _) -> command(row))
                .list();
    }

    @Override
    public Listing<DeviceCommand> page(String mn, ListRequest request) {
        return lists.page(query(mn), request);
    }

    @Override
    public void each(String mn, ListRequest order, Consumer<DeviceCommand> reader) {
        lists.each(query(mn), order, reader);
    }

    private static ListQuery<DeviceCommand> query(String mn) {
        return new ListQuery<>(
                SELECT + "where d.mn = :mn", Map.of("mn", mn), SORTS, "c.id desc", JdbcDeviceCommands::command);
    }

    private static DeviceCommand command(ResultSet row) throws SQLException {
        return new DeviceCommand(
                row.getLong("id"),
                row.getInt("device"),
                text(row, "mn"),
                order(row),
                DeviceCommand.State.of(text(row, "state")),
                text(row, "ordered_by"),
                instant(row, "ordered_at"),
                row.getString("qn"),
                row.getInt("attempts"),
                instantOrNull(row, "sent_at"),
                instantOrNull(row, "accepted_at"),
                instantOrNull(row, "ended_at"),
                row.getString("outcome"),
                instant(row, "act_at"));
    }

    private static Order order(ResultSet row) throws SQLException {
        String kind = text(row, "kind");
        return switch (kind) {
            case Order.SetTime.KIND -> new Order.SetTime();
            case Order.SetInterval.KIND -> new Order.SetInterval(Duration.ofSeconds(row.getLong("interval_seconds")));
            case Order.KeepSample.KIND -> new Order.KeepSample();
            default -> {
                Records records = Records.DAYS.kind().equals(kind) ? Records.DAYS : Records.HOURS;
                yield new Order.SendRecords(records, local(row, "records_from"), local(row, "records_to"));
            }
        };
    }

    private static LocalDateTime local(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column);
    }
}
