package cn.bishui.complaints.complaint.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;
import static java.util.Objects.requireNonNull;

import cn.bishui.clocks.RunningClock;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.ComplaintClocks;
import cn.bishui.complaints.complaint.ComplaintFile;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.Matter;
import cn.bishui.complaints.complaint.Position;
import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.PollutionType;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.complaints.hotline.WaterSubtype;
import cn.bishui.web.StaleVersion;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One row per complaint, one per clock of it, one per bureau that works on it. */
@Repository
class JdbcComplaints implements Complaints {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;

    JdbcComplaints(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    @Override
    public String nextNumber(int year) {
        return jdbc.sql("select nextval('complaint_number')")
                .query((row, _) -> "JB-%d-%07d".formatted(year, row.getLong(1)))
                .single();
    }

    @Override
    public Optional<Complaint> find(UUID id) {
        return one("select * from complaint where id = :key", id);
    }

    @Override
    public Optional<Complaint> numbered(String number) {
        return one("select * from complaint where number = :key", number);
    }

    @Override
    public Optional<Complaint> lock(UUID id) {
        return one("select * from complaint where id = :key for update", id);
    }

    private Optional<Complaint> one(String sql, Object key) {
        return jdbc.sql(sql)
                .param("key", key)
                .query((row, _) -> sheet(row))
                .optional()
                .map(flat -> flat.apply(clocks(flat.id())));
    }

    @Override
    public void add(Complaint.Received complaint, byte[] secretHash) {
        ComplaintFile file = complaint.file();
        Matter matter = file.matter();
        Map<String, @Nullable Object> more = new HashMap<>(moving(complaint));
        more.put("number", file.number());
        more.put("secret", secretHash);
        more.put("channel", file.channel().id());
        more.put("receivedAt", Timestamp.from(file.receivedAt()));
        more.put("realName", file.realName());
        more.put("superiorDue", file.superiorDue());
        more.put("hint", file.hint());
        more.put("content", matter.content());
        jdbc.sql("""
                        insert into complaint (id, number, secret_hash, channel, received_at, content, address, street,
                            longitude, latitude, subject_name, pollution_type, water_subtype, occurred_on, wish, reach,
                            real_name, superior_due, hint, words, state, due, due_provisional, parts, version)
                        values (:id, :number, :secret, :channel, :receivedAt, :content, :address, :street,
                            :longitude, :latitude, :subjectName, :type, :subtype, :occurredOn, :wish, :reach,
                            :realName, :superiorDue, :hint, array_to_tsvector(:words), :state, :due, :provisional, :parts,
                            :version)""").params(more).update();
        addClocks(file, 0);
    }

    @Override
    public Optional<Access> access(String number) {
        return jdbc.sql("select id, secret_hash from complaint where number = :number")
                .param("number", number)
                .query((row, _) ->
                        new Access(requireNonNull(row.getObject(1, UUID.class)), requireNonNull(row.getBytes(2))))
                .optional();
    }

    @Override
    public Optional<byte[]> secretHash(UUID id) {
        return jdbc.sql("select secret_hash from complaint where id = :id")
                .param("id", id)
                .query((row, _) -> requireNonNull(row.getBytes(1)))
                .optional();
    }

    @Override
    public void save(Complaint complaint) {
        ComplaintFile file = complaint.file();
        keepAnswer(complaint);
        saveParties(complaint);
        int saved = jdbc.sql("""
                        update complaint set address = :address, street = :street, longitude = :longitude,
                            latitude = :latitude, subject_name = :subjectName, pollution_type = :type,
                            water_subtype = :subtype, occurred_on = :occurredOn, wish = :wish, reach = :reach,
                            words = array_to_tsvector(:words) || array_to_tsvector(
                                array(select bureau from party where complaint = :id)), state = :state, urgent = :urgent, first = :first,
                            bureau = :bureau, joint = :joint, handler = :handler, due = :due,
                            due_provisional = :provisional, answered_at = :answeredAt, in_time = :inTime,
                            finding = :finding, satisfaction = :satisfaction, parts = :parts, version = :version
                        where id = :id and version = :before""")
                .params(moving(complaint))
                .param("before", file.version() - 1)
                .update();
        if (saved == 0) {
            throw new StaleVersion("complaint/" + file.number(), file.version() - 1);
        }
        replaceClocks(file);
    }

    /** Keeps the answer that is no answer any more, before the complaint forgets it. */
    private void keepAnswer(Complaint complaint) {
        if (complaint instanceof Complaint.Assigned) {
            jdbc.sql("""
                            insert into earlier_answer (complaint, parts)
                            select id, parts from complaint
                            where id = :id and state in ('answered', 'reexamining', 'reviewing')""").param("id", complaint.file().id()).update();
        }
    }

    @Override
    public List<ComplaintSheet.Parts> earlierAnswers(UUID id) {
        return jdbc.sql("select parts from earlier_answer where complaint = :id order by place desc")
                .param("id", id)
                .query((row, _) -> json.readValue(text(row, "parts"), ComplaintSheet.Parts.class))
                .list();
    }

    @Override
    public void saveClocks(Complaint complaint) {
        ComplaintFile file = complaint.file();
        jdbc.sql("update complaint set due = :due, due_provisional = :provisional where id = :id")
                .param("due", due(file))
                .param("provisional", provisional(file))
                .param("id", file.id())
                .update();
        replaceClocks(file);
    }

    @Override
    public List<UUID> provisional() {
        return jdbc.sql("""
                        select distinct complaint from complaint_clock
                        where provisional and stopped_at is null order by complaint""")
                .query((row, _) -> requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    private Map<String, @Nullable Object> moving(Complaint complaint) {
        ComplaintSheet sheet = ComplaintSheet.of(complaint);
        ComplaintSheet.Parts parts = sheet.parts();
        ComplaintFile file = sheet.file();
        Matter matter = file.matter();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", file.id());
        row.put("address", matter.address());
        row.put("street", matter.street());
        row.put(
                "longitude",
                matter.position() == null ? null : matter.position().longitude());
        row.put("latitude", matter.position() == null ? null : matter.position().latitude());
        row.put("subjectName", matter.subjectName());
        row.put("type", matter.type().id());
        row.put("subtype", matter.subtype() == null ? null : matter.subtype().id());
        row.put("occurredOn", matter.occurredOn());
        row.put("wish", matter.wish());
        row.put("reach", file.reach().id());
        row.put("words", SearchWords.of(file.number(), matter.address(), matter.subjectName(), matter.content()));
        row.put("state", sheet.state().id());
        row.put("urgent", parts.acceptance() != null && parts.acceptance().urgent());
        row.put("first", parts.refusal() == null ? null : parts.refusal().first());
        row.put("bureau", parts.assignment() == null ? null : parts.assignment().bureau());
        row.put(
                "joint",
                parts.assignment() == null
                        ? new String[0]
                        : parts.assignment().joint().toArray(String[]::new));
        row.put("handler", parts.handling() == null ? null : parts.handling().handler());
        row.put("due", due(file));
        row.put("provisional", provisional(file));
        row.put(
                "answeredAt",
                parts.signed() == null ? null : Timestamp.from(parts.signed().at()));
        row.put("inTime", parts.signed() == null ? null : parts.signed().inTime());
        row.put(
                "finding",
                parts.signed() == null
                        ? null
                        : parts.signed().result().finding().id());
        row.put("satisfaction", parts.rating() == null ? null : parts.rating().satisfaction());
        row.put("parts", json.writeValueAsString(parts));
        row.put("version", file.version());
        return row;
    }

    private static @Nullable Timestamp due(ComplaintFile file) {
        return file.clocks()
                .pressing()
                .map(clock -> Timestamp.from(clock.due()))
                .orElse(null);
    }

    private static boolean provisional(ComplaintFile file) {
        return file.clocks().pressing().map(RunningClock::provisional).orElse(false);
    }

    private void saveParties(Complaint complaint) {
        if (complaint instanceof Complaint.InBureau inBureau) {
            List<String> bureaus = new ArrayList<>(inBureau.assignment().joint());
            bureaus.add(inBureau.assignment().bureau());
            jdbc.sql("delete from party where complaint = :id and bureau <> all (:bureaus)")
                    .param("id", complaint.file().id())
                    .param("bureaus", bureaus.toArray(String[]::new))
                    .update();
            jdbc.sql("""
                            insert into party (bureau, received_at, complaint, open)
                            select unnest(:bureaus), :receivedAt, :id, :open
                            on conflict (bureau, received_at, complaint) do update set open = excluded.open
                            where party.open <> excluded.open""")
                    .param("bureaus", bureaus.toArray(String[]::new))
                    .param("receivedAt", Timestamp.from(complaint.file().receivedAt()))
                    .param("id", complaint.file().id())
                    .param("open", ComplaintSheet.of(complaint).state().open())
                    .update();
        }
    }

    private void replaceClocks(ComplaintFile file) {
        List<RunningClock> kept = clocks(file.id());
        int same = 0;
        while (same < kept.size()
                && same < file.clocks().all().size()
                && kept.get(same).equals(file.clocks().all().get(same))) {
            same++;
        }
        jdbc.sql("delete from complaint_clock where complaint = :id and place >= :from")
                .param("id", file.id())
                .param("from", same)
                .update();
        addClocks(file, same);
    }

    private void addClocks(ComplaintFile file, int from) {
        List<RunningClock> all = file.clocks().all();
        MapSqlParameterSource[] rows = new MapSqlParameterSource[all.size() - from];
        for (int place = from; place < all.size(); place++) {
            RunningClock.Row row = all.get(place).row();
            rows[place - from] = new MapSqlParameterSource("complaint", file.id())
                    .addValue("place", place)
                    .addValue("clock", row.clock())
                    .addValue("rule", row.rule())
                    .addValue("event", Timestamp.from(row.event()))
                    .addValue("startedAt", Timestamp.from(row.startedAt()))
                    .addValue("holder", row.holder())
                    .addValue("cappedTo", row.cappedTo())
                    .addValue("pauses", row.pauses())
                    .addValue("extensions", row.extensions())
                    .addValue("toldUntil", timestamp(row.toldUntil()))
                    .addValue("stoppedAt", timestamp(row.stoppedAt()))
                    .addValue("due", Timestamp.from(row.due()))
                    .addValue("provisional", row.provisional());
        }
        if (rows.length > 0) {
            batches.batchUpdate("""
                    insert into complaint_clock (complaint, place, clock, rule, event, started_at, holder, capped_to,
                        pauses, extensions, told_until, stopped_at, due, provisional)
                    values (:complaint, :place, :clock, :rule, :event, :startedAt, :holder, :cappedTo,
                        :pauses, :extensions, :toldUntil, :stoppedAt, :due, :provisional)""", rows);
        }
    }

    private List<RunningClock> clocks(UUID id) {
        return jdbc.sql("select * from complaint_clock where complaint = :id order by place")
                .param("id", id)
                .query((row, _) -> RunningClock.of(new RunningClock.Row(
                        text(row, "clock"),
                        text(row, "rule"),
                        instant(row, "event"),
                        instant(row, "started_at"),
                        text(row, "holder"),
                        row.getObject("capped_to", LocalDate.class),
                        text(row, "pauses"),
                        text(row, "extensions"),
                        instantOrNull(row, "told_until"),
                        instantOrNull(row, "stopped_at"),
                        instant(row, "due"),
                        row.getBoolean("provisional"))))
                .list();
    }

    /** A row that still lacks its clocks. */
    private record Flat(UUID id, Function<List<RunningClock>, Complaint> whole) {
        Complaint apply(List<RunningClock> clocks) {
            return whole.apply(clocks);
        }
    }

    private Flat sheet(ResultSet row) throws SQLException {
        UUID id = requireNonNull(row.getObject("id", UUID.class));
        String number = text(row, "number");
        Channel channel = Channel.of(text(row, "channel"));
        Instant receivedAt = instant(row, "received_at");
        Matter matter = matter(row);
        Reach reach = Reach.of(text(row, "reach"));
        boolean realName = row.getBoolean("real_name");
        LocalDate superiorDue = row.getObject("superior_due", LocalDate.class);
        UUID hint = row.getObject("hint", UUID.class);
        long version = row.getLong("version");
        ComplaintSheet.State state = ComplaintSheet.State.of(text(row, "state"));
        ComplaintSheet.Parts parts = json.readValue(text(row, "parts"), ComplaintSheet.Parts.class);
        return new Flat(
                id,
                clocks -> new ComplaintSheet(
                                new ComplaintFile(
                                        id,
                                        number,
                                        channel,
                                        receivedAt,
                                        matter,
                                        reach,
                                        realName,
                                        superiorDue,
                                        hint,
                                        new ComplaintClocks(clocks),
                                        version),
                                state,
                                parts)
                        .complaint());
    }

    private static Matter matter(ResultSet row) throws SQLException {
        BigDecimal longitude = row.getBigDecimal("longitude");
        BigDecimal latitude = row.getBigDecimal("latitude");
        String subtype = row.getString("water_subtype");
        return new Matter(
                text(row, "content"),
                text(row, "address"),
                row.getString("street"),
                longitude == null || latitude == null ? null : new Position(longitude, latitude),
                row.getString("subject_name"),
                PollutionType.of(text(row, "pollution_type")),
                subtype == null ? null : WaterSubtype.of(subtype),
                row.getObject("occurred_on", LocalDate.class),
                row.getString("wish"));
    }
}
