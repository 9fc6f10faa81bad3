package cn.bishui.monitoring.sign.jdbc;

import static cn.bishui.monitoring.sign.jdbc.JdbcSignSources.time;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.instantOrNull;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.monitoring.sign.Evidence;
import cn.bishui.monitoring.sign.Found;
import cn.bishui.monitoring.sign.Sign;
import cn.bishui.monitoring.sign.Suspicion;
import cn.bishui.monitoring.sign.Suspicions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcSuspicions implements Suspicions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcSuspicions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Latest> latest(int device, Sign sign, @Nullable String pollutant) {
        return jdbc.sql("""
                        select id, state, last_seen from suspicion
                        where device = :device and sign = :sign and pollutant is not distinct from :pollutant
                        order by found_at desc limit 1""")
                .param("device", device)
                .param("sign", sign.name())
                .param("pollutant", pollutant)
                .query((row, _) ->
                        new Latest(uuid(row, "id"), Suspicion.State.of(text(row, "state")), time(row, "last_seen")))
                .optional();
    }

    @Override
    public boolean add(Found found, Evidence evidence, String hash, LocalDateTime lastSeen) {
        int added = jdbc.sql("""
                        insert into suspicion (id, device, mn, unit, unit_name, outlet, outlet_name, sign, rule_version,
                            pollutant, window_from, window_until, found_at, finding_zh, finding_en, numbers, evidence_hash,
                            records, state, count, last_seen)
                        values (:id, :device, :mn, :unit, :unitName, :outlet, :outletName, :sign, :rule,
                            :pollutant, :from, :until, :found, :zh, :en, cast(:numbers as jsonb), :hash,
                            :records, 'found', 1, :lastSeen)
                        on conflict (device, sign, pollutant) where state in ('found', 'handed-over') do nothing""")
                .param("id", found.id())
                .param("device", found.device())
                .param("mn", found.mn())
                .param("unit", found.unit())
                .param("unitName", found.unitName())
                .param("outlet", found.outlet())
                .param("outletName", found.outletName())
                .param("sign", found.sign().name())
                .param("rule", found.ruleVersion())
                .param("pollutant", found.pollutant())
                .param("from", found.from())
                .param("until", found.until())
                .param("found", Timestamp.from(found.foundAt()))
                .param("zh", found.zh())
                .param("en", found.en())
                .param("numbers", json.writeValueAsString(found.sortedNumbers()))
                .param("hash", hash)
                .param("records", evidence.rows().size())
                .param("lastSeen", lastSeen)
                .update();
        if (added == 1) {
            freeze(found.id(), evidence.rows());
        }
        return added == 1;
    }

    private void freeze(UUID id, List<Evidence.Row> rows) {
        jdbc.sql("""
                        insert into suspicion_evidence (suspicion, place, cn, data_time, received_at, part, version, layout, numbers)
                        select :suspicion, row.place, row.cn, row.data_time, row.received_at, row.part, row.version,
                            row.layout, row.numbers
                        from unnest(cast(:cns as smallint[]), cast(:times as timestamp[]), cast(:received as timestamptz[]),
                            cast(:parts as int[]), cast(:versions as smallint[]), cast(:layouts as text[]),
                            cast(:numbers as text[]))
                            with ordinality as row (cn, data_time, received_at, part, version, layout, numbers, place)""")
                .param("suspicion", id)
                .param("cns", numbers(rows, Evidence.Row::cn))
                .param("times", texts(rows, each -> each.dataTime().toString()))
                .param("received", texts(rows, each -> each.receivedAt().toString()))
                .param("parts", numbers(rows, Evidence.Row::part))
                .param("versions", numbers(rows, Evidence.Row::version))
                .param("layouts", texts(rows, Evidence.Row::layout))
                .param("numbers", texts(rows, Evidence.Row::numbers))
                .update();
    }

    private static String[] texts(List<Evidence.Row> rows, Function<Evidence.Row, String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }

    private static Integer[] numbers(List<Evidence.Row> rows, Function<Evidence.Row, Integer> of) {
        return rows.stream().map(of).toArray(Integer[]::new);
    }

    @Override
    public void seenAgain(UUID id, LocalDateTime until) {
        jdbc.sql("""
                        update suspicion set count = count + 1, last_seen = :until
                        where id = :id and state in ('found', 'handed-over') and last_seen < :until""").param("until", until).param("id", id).update();
    }

    @Override
    public Optional<Suspicion> find(UUID id) {
        return jdbc.sql("select * from suspicion where id = :id")
                .param("id", id)
                .query((row, _) -> suspicion(row))
                .optional();
    }

    private Suspicion suspicion(ResultSet row) throws SQLException {
        Map<String, String> numbers = new LinkedHashMap<>();
        json.readTree(text(row, "numbers"))
                .properties()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().asString()));
        Found found = new Found(
                uuid(row, "id"),
                row.getInt("device"),
                text(row, "mn"),
                text(row, "unit"),
                text(row, "unit_name"),
                text(row, "outlet"),
                text(row, "outlet_name"),
                Sign.valueOf(text(row, "sign")),
                text(row, "rule_version"),
                row.getString("pollutant"),
                time(row, "window_from"),
                time(row, "window_until"),
                instant(row, "found_at"),
                text(row, "finding_zh"),
                text(row, "finding_en"),
                numbers);
        return new Suspicion(
                found,
                text(row, "evidence_hash"),
                row.getInt("records"),
                Suspicion.State.of(text(row, "state")),
                row.getInt("count"),
                time(row, "last_seen"),
                row.getString("clue"),
                row.getString("clue_number"),
                instantOrNull(row, "decided_at"),
                row.getString("outcome"));
    }

    @Override
    public Evidence evidence(UUID id) {
        return new Evidence(jdbc.sql("select * from suspicion_evidence where suspicion = :id order by place")
                .param("id", id)
                .query((row, _) -> new Evidence.Row(
                        row.getInt("cn"),
                        time(row, "data_time"),
                        instant(row, "received_at"),
                        row.getInt("part"),
                        row.getInt("version"),
                        text(row, "layout"),
                        text(row, "numbers")))
                .list());
    }

    @Override
    public boolean handOver(UUID id, String clue, String clueNumber) {
        return jdbc.sql("""
                        update suspicion set state = 'handed-over', clue = :clue, clue_number = :number
                        where id = :id and state = 'found'""")
                        .param("clue", clue)
                        .param("number", clueNumber)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public List<UUID> decide(String clue, Suspicion.State state, String outcome, Instant at) {
        return jdbc.sql("""
                        update suspicion set state = :state, outcome = :outcome, decided_at = :at
                        where clue = :clue and state = 'handed-over' returning id""")
                .param("state", state.code())
                .param("outcome", outcome)
                .param("at", Timestamp.from(at))
                .param("clue", clue)
                .query((row, _) -> uuid(row, "id"))
                .list();
    }
}
