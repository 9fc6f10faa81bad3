package cn.bishui.monitoring.judgement.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.judgement.Basis;
import cn.bishui.monitoring.judgement.DayJudgement;
import cn.bishui.monitoring.judgement.DayMean;
import cn.bishui.monitoring.judgement.DayValue;
import cn.bishui.monitoring.judgement.Finding;
import cn.bishui.monitoring.judgement.Judgements;
import cn.bishui.monitoring.judgement.Place;
import cn.bishui.monitoring.judgement.Working;
import cn.bishui.standards.Judgement;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Findings in PostgreSQL; how each came about is kept as the text that it was. */
@Repository
class JdbcJudgements implements Judgements {

    private static final String LATEST = """
            select j.*, d.mn, d.permit as device_permit from judgement j left join device d on d.id = j.device
            where j.latest
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcJudgements(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void hold(String unit, String outlet) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('judgement/' || :unit || '/' || :outlet, 0))::text")
                .param("unit", unit)
                .param("outlet", outlet)
                .query(String.class)
                .optional();
    }

    @Override
    public Map<String, Latest> latest(int device, LocalDate day) {
        Map<String, Latest> latest = new HashMap<>();
        jdbc.sql(LATEST + "and j.device = :device and j.day = :day")
                .param("device", device)
                .param("day", day)
                .query(row -> {
                    latest.put(text(row, "pollutant"), latest(row));
                });
        return latest;
    }

    @Override
    public List<Latest> latest(String unit, String outlet, String pollutant, LocalDate day) {
        return jdbc.sql(LATEST + """
                        and j.unit = :unit and j.outlet = :outlet and j.pollutant = :pollutant and j.day = :day
                        order by j.device""")
                .param("unit", unit)
                .param("outlet", outlet)
                .param("pollutant", pollutant)
                .param("day", day)
                .query((row, _) -> latest(row))
                .list();
    }

    @Override
    public List<Held> ofPermit(String permit) {
        return jdbc.sql("""
                        select j.unit, j.outlet, j.pollutant, j.day, j.device, j.reason, j.lower, j.upper
                        from judgement j left join device d on d.id = j.device
                        where j.latest and (j.reason is null or j.reason = 'no-limit')
                          and (d.permit = :permit or j.device is null and j.permit = :permit)
                        order by j.unit, j.outlet, j.day, j.pollutant""")
                .param("permit", permit)
                .query((row, _) -> new Held(
                        text(row, "unit"),
                        text(row, "outlet"),
                        text(row, "pollutant"),
                        day(row, "day"),
                        (Integer) row.getObject("device"),
                        row.getString("reason") == null,
                        row.getBigDecimal("lower"),
                        row.getBigDecimal("upper")))
                .list();
    }

    private Latest latest(ResultSet row) throws SQLException {
        String pollutant = text(row, "pollutant");
        Integer device = (Integer) row.getObject("device");
        String permit = device == null ? row.getString("permit") : row.getString("device_permit");
        return new Latest(
                new Place(
                        device,
                        row.getString("mn"),
                        text(row, "unit"),
                        text(row, "outlet"),
                        Objects.requireNonNull(permit)),
                day(row, "day"),
                new DayMean(
                        pollutant,
                        Basis.of(text(row, "basis")),
                        row.getBigDecimal("mean"),
                        Finding.Reason.of(row.getString("unjudged")),
                        new DayValue(pollutant, row.getBigDecimal("sent"), row.getString("flag")),
                        (Integer) row.getObject("expected"),
                        (Integer) row.getObject("valid"),
                        row.getBoolean("suspected"),
                        text(row, "rules"),
                        working(text(row, "working"))),
                row.getInt("revision"),
                Finding.Reason.of(row.getString("reason")),
                text(row, "outcome"),
                row.getBigDecimal("value"),
                row.getBigDecimal("lower"),
                row.getBigDecimal("upper"),
                row.getString("unit_of_measure"),
                row.getBigDecimal("multiple"),
                row.getString("limit_set"));
    }

    private Working working(String kept) {
        return kept.isEmpty() ? Working.NONE : json.readValue(kept, Working.class);
    }

    @Override
    public void add(DayJudgement judged) {
        Place place = judged.place();
        DayMean mean = judged.mean();
        jdbc.sql("""
                        update judgement set latest = false
                        where unit = :unit and outlet = :outlet and day = :day and pollutant = :pollutant
                          and device is not distinct from cast(:device as int) and latest""")
                .param("unit", place.unit())
                .param("outlet", place.outlet())
                .param("device", place.device())
                .param("day", judged.day())
                .param("pollutant", mean.pollutant())
                .update();
        Finding.Judged found = judged.finding() instanceof Finding.Judged it ? it : null;
        Judgement judgement = found == null ? null : found.judgement();
        boolean namesPermit = found != null || mean.basis() == Basis.ON_SITE_SAMPLE;
        jdbc.sql("""
                        insert into judgement (device, unit, outlet, day, pollutant, revision, latest, basis, cause, mean,
                            unjudged, sent, sent_unit, flag, expected, valid, suspected, rules, working, outcome, reason,
                            value, rounded, lower, upper, unit_of_measure, multiple, permit, permit_version, limit_set,
                            judged_at)
                        values (:device, :unit, :outlet, :day, :pollutant, :revision, true, :basis, :cause, :mean,
                            :unjudged, :sent, :sentUnit, :flag, :expected, :valid, :suspected, :rules, :working, :outcome,
                            :reason, :value, :rounded, :lower, :upper, :unitOfMeasure, :multiple, :permit,
                            :permitVersion, :limitSet, :at)""")
                .param("device", place.device())
                .param("unit", place.unit())
                .param("outlet", place.outlet())
                .param("day", judged.day())
                .param("pollutant", mean.pollutant())
                .param("revision", judged.revision())
                .param("basis", mean.basis().code())
                .param("cause", judged.cause().code())
                .param("mean", mean.value())
                .param(
                        "unjudged",
                        mean.unjudged() == null ? null : mean.unjudged().code())
                .param("sent", mean.own().mean())
                .param(
                        "sentUnit",
                        Pollutants.find(mean.pollutant()).map(Pollutant::unit).orElse(""))
                .param("flag", mean.own().flag())
                .param("expected", mean.expected())
                .param("valid", mean.valid())
                .param("suspected", mean.suspected())
                .param("rules", mean.rules())
                .param("working", mean.working().equals(Working.NONE) ? "" : json.writeValueAsString(mean.working()))
                .param("outcome", outcome(judgement))
                .param(
                        "reason",
                        judged.finding() instanceof Finding.NotJudged not
                                ? not.reason().code()
                                : null)
                .param("value", judgement == null ? null : judgement.value())
                .param("rounded", judgement == null ? null : judgement.rounded())
                .param("lower", judgement == null ? null : judgement.limit().min())
                .param("upper", judgement == null ? null : judgement.limit().max())
                .param(
                        "unitOfMeasure",
                        judgement == null ? null : judgement.limit().unit())
                .param("multiple", judgement == null ? null : judgement.multiple())
                .param("permit", namesPermit ? place.permit() : null)
                .param("permitVersion", found == null ? null : found.permitVersion())
                .param("limitSet", found == null ? null : found.limitSet())
                .param("at", Timestamp.from(judged.judgedAt()))
                .update();
    }

    @Override
    public void noteOwn(Place place, LocalDate day, DayValue own) {
        jdbc.sql("""
                        update judgement set sent = :sent, flag = :flag
                        where device = :device and day = :day and pollutant = :pollutant and latest""")
                .param("sent", own.mean())
                .param("flag", own.flag())
                .param("device", place.device())
                .param("day", day)
                .param("pollutant", own.pollutant())
                .update();
    }

    private static String outcome(@Nullable Judgement judgement) {
        if (judgement == null) {
            return "not-judged";
        }
        return switch (judgement.outcome()) {
            case MEETS -> "meets";
            case TOO_LOW -> "too-low";
            case TOO_HIGH -> "too-high";
        };
    }
}
