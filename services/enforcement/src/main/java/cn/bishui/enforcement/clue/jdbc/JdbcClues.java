package cn.bishui.enforcement.clue.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.decimal;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;
import static cn.bishui.web.rows.Columns.timestamp;
import static cn.bishui.web.rows.Columns.uuid;

import cn.bishui.clocks.Deadline;
import cn.bishui.enforcement.clue.Agreement;
import cn.bishui.enforcement.clue.Clue;
import cn.bishui.enforcement.clue.ClueAudit;
import cn.bishui.enforcement.clue.ClueFile;
import cn.bishui.enforcement.clue.ClueSheet;
import cn.bishui.enforcement.clue.Clues;
import cn.bishui.enforcement.clue.Correction;
import cn.bishui.enforcement.clue.Evidence;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.clue.FilingDecision;
import cn.bishui.enforcement.clue.Proposal;
import cn.bishui.enforcement.clue.ReportedAct;
import cn.bishui.enforcement.clue.SentBack;
import cn.bishui.enforcement.clue.Suspect;
import cn.bishui.enforcement.clue.Suspicion;
import cn.bishui.web.StaleVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row per clue, one per exceedance, one per act that was found after a complaint, one per sign of tampering. */
@Repository
class JdbcClues implements Clues {

    private final JdbcClient jdbc;

    JdbcClues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Clue> find(UUID id) {
        return jdbc.sql("select * from clue where id = :id")
                .param("id", id)
                .query((row, _) -> clue(row))
                .optional();
    }

    @Override
    public Optional<Clue> lock(UUID id) {
        return jdbc.sql("select * from clue where id = :id for update")
                .param("id", id)
                .query((row, _) -> clue(row))
                .optional();
    }

    @Override
    public Optional<Clue.Undecided> lockUndecided(Suspect suspect) {
        return jdbc.sql("""
                        select * from clue
                        where unit = :unit and outlet is not distinct from :outlet and state in ('open', 'proposed')
                        for update""")
                .param("unit", suspect.unit())
                .param("outlet", suspect.outlet())
                .query((row, _) -> undecided(row))
                .optional();
    }

    @Override
    public List<Clue.Undecided> lockProvisional() {
        return jdbc.sql("""
                        select * from clue where due_provisional and state in ('open', 'proposed')
                        order by id for update""").query((row, _) -> undecided(row)).list();
    }

    @Override
    public boolean add(Clue.Open clue) {
        ClueFile file = clue.file();
        return jdbc.sql("""
                        insert into clue (id, number, unit, unit_name, outlet, outlet_name, opened_at,
                            due, due_provisional, due_rule, due_source, exceedances, acts, suspicions, state, version)
                        values (:id, :number, :unit, :unitName, :outlet, :outletName, :openedAt,
                            :due, :provisional, :rule, :source, :exceedances, :acts, :suspicions, 'open', :version)
                        on conflict (unit, outlet) where state in ('open', 'proposed') do nothing""")
                        .param("id", file.id())
                        .param("number", file.number())
                        .param("unit", file.suspect().unit())
                        .param("unitName", file.suspect().unitName())
                        .param("outlet", file.suspect().outlet())
                        .param("outletName", file.suspect().outletName())
                        .param("openedAt", Timestamp.from(file.openedAt()))
                        .param("due", file.clock().due())
                        .param("provisional", file.clock().provisional())
                        .param("rule", file.clock().rule())
                        .param("source", file.clock().source())
                        .param("exceedances", file.exceedances())
                        .param("acts", file.acts())
                        .param("suspicions", file.suspicions())
                        .param("version", file.version())
                        .update()
                == 1;
    }

    @Override
    public void save(Clue clue) {
        ClueSheet sheet = ClueSheet.of(clue);
        ClueFile file = sheet.file();
        int saved = jdbc.sql("""
                        update clue set outlet_name = :outletName, due = :due, due_provisional = :provisional, due_rule = :rule,
                            due_source = :source, exceedances = :exceedances, acts = :acts,
                            suspicions = :suspicions, state = :state,
                            sent_back_reason = :sentBackReason, sent_back_by = :sentBackBy, sent_back_at = :sentBackAt,
                            decision = :decision, proposal_reason = :proposalReason, proposed_by = :proposedBy,
                            proposed_at = :proposedAt, agreed_by = :agreedBy, agreed_at = :agreedAt,
                            case_number = :caseNumber, version = :version
                        where id = :id and version = :before""")
                .param("outletName", file.suspect().outletName())
                .param("due", file.clock().due())
                .param("provisional", file.clock().provisional())
                .param("rule", file.clock().rule())
                .param("source", file.clock().source())
                .param("exceedances", file.exceedances())
                .param("acts", file.acts())
                .param("suspicions", file.suspicions())
                .param("state", sheet.state())
                .param("sentBackReason", sheet.sentBackReason())
                .param("sentBackBy", sheet.sentBackBy())
                .param("sentBackAt", timestamp(sheet.sentBackAt()))
                .param("decision", sheet.decision())
                .param("proposalReason", sheet.proposalReason())
                .param("proposedBy", sheet.proposedBy())
                .param("proposedAt", timestamp(sheet.proposedAt()))
                .param("agreedBy", sheet.agreedBy())
                .param("agreedAt", timestamp(sheet.agreedAt()))
                .param("caseNumber", sheet.caseNumber())
                .param("version", file.version())
                .param("id", file.id())
                .param("before", file.version() - 1)
                .update();
        if (saved == 0) {
            throw new StaleVersion(ClueAudit.subject(file.id()), file.version() - 1);
        }
    }

    @Override
    public boolean holds(Evidence evidence, Suspect suspect) {
        JdbcClient.StatementSpec lookup = switch (evidence) {
            case Exceedance exceedance ->
                jdbc.sql("select exists (select from exceedance where id = :id)")
                        .param("id", exceedance.id());
            case ReportedAct act ->
                jdbc.sql("""
                                        select exists (select from reported_act where complaint = :complaint
                                            and unit = :unit and outlet is not distinct from :outlet)""")
                        .param("complaint", act.complaint())
                        .param("unit", suspect.unit())
                        .param("outlet", suspect.outlet());
            case Suspicion suspicion ->
                jdbc.sql("select exists (select from suspicion where id = :id)").param("id", suspicion.id());
        };
        return lookup.query(Boolean.class).single();
    }

    @Override
    public void attach(ClueFile clue, Evidence evidence, Instant at) {
        switch (evidence) {
            case Exceedance exceedance -> attach(clue, exceedance, at);
            case ReportedAct act -> attach(clue, act, at);
            case Suspicion suspicion -> attach(clue, suspicion, at);
        }
    }

    private void attach(ClueFile clue, ReportedAct act, Instant at) {
        jdbc.sql("""
                        insert into reported_act (complaint, unit, outlet, clue, place, number, act, found_on, found_at,
                            joined_at)
                        values (:complaint, :unit, :outlet, :clue, :place, :number, :act, :foundOn, :foundAt,
                            :joinedAt)""")
                .param("complaint", act.complaint())
                .param("unit", clue.suspect().unit())
                .param("outlet", clue.suspect().outlet())
                .param("clue", clue.id())
                .param("place", clue.acts())
                .param("number", act.number())
                .param("act", act.act())
                .param("foundOn", act.foundOn())
                .param("foundAt", Timestamp.from(act.foundAt()))
                .param("joinedAt", Timestamp.from(at))
                .update();
    }

    private void attach(ClueFile clue, Suspicion suspicion, Instant at) {
        jdbc.sql("""
                        insert into suspicion (id, clue, place, sign, sign_name, pollutant, pollutant_name, device, window_from,
                            window_until, finding, rule_version, evidence_hash, records, found_at, joined_at)
                        values (:id, :clue, :place, :sign, :signName, :pollutant, :pollutantName, :device, :from,
                            :until, :finding, :rule, :hash, :records, :foundAt, :joinedAt)""")
                .param("id", suspicion.id())
                .param("clue", clue.id())
                .param("place", clue.suspicions())
                .param("sign", suspicion.sign())
                .param("signName", suspicion.signName())
                .param("pollutant", suspicion.pollutant())
                .param("pollutantName", suspicion.pollutantName())
                .param("device", suspicion.device())
                .param("from", Timestamp.from(suspicion.from()))
                .param("until", Timestamp.from(suspicion.until()))
                .param("finding", suspicion.finding())
                .param("rule", suspicion.ruleVersion())
                .param("hash", suspicion.evidenceHash())
                .param("records", suspicion.records())
                .param("foundAt", Timestamp.from(suspicion.foundAt()))
                .param("joinedAt", Timestamp.from(at))
                .update();
    }

    private void attach(ClueFile clue, Exceedance exceedance, Instant at) {
        jdbc.sql("""
                        insert into exceedance (id, clue, place, pollutant, pollutant_name, day, value, limit_value,
                            limit_min, limit_max, unit_of_measure, multiple, permit, limit_set, device, judged_at, joined_at)
                        values (:id, :clue, :place, :pollutant, :pollutantName, :day, :value, :limit,
                            :min, :max, :unit, :multiple, :permit, :limitSet, :device, :judgedAt, :joinedAt)""")
                .param("id", exceedance.id())
                .param("clue", clue.id())
                .param("place", clue.exceedances())
                .param("pollutant", exceedance.pollutant())
                .param("pollutantName", exceedance.pollutantName())
                .param("day", exceedance.day())
                .param("value", exceedance.value())
                .param("limit", exceedance.limit())
                .param("min", exceedance.limitMin())
                .param("max", exceedance.limitMax())
                .param("unit", exceedance.unitOfMeasure())
                .param("multiple", exceedance.multiple())
                .param("permit", exceedance.permit())
                .param("limitSet", exceedance.limitSet())
                .param("device", exceedance.device())
                .param("judgedAt", Timestamp.from(exceedance.judgedAt()))
                .param("joinedAt", Timestamp.from(at))
                .update();
    }

    @Override
    public List<Exceedance> exceedances(UUID clue) {
        return jdbc.sql("""
                        select e.*, x.revision, x.stands, x.value as new_value, x.limit_value as new_limit,
                            x.limit_min as new_min, x.limit_max as new_max, x.multiple as new_multiple, x.reason,
                            x.limit_set as new_set, x.device as new_device, x.corrected_at
                        from exceedance e left join exceedance_correction x on x.exceedance = e.id
                        where e.clue = :clue order by e.place""")
                .param("clue", clue)
                .query((row, _) -> exceedance(row))
                .list();
    }

    @Override
    public List<ReportedAct> acts(UUID clue) {
        return jdbc.sql("select * from reported_act where clue = :clue order by place")
                .param("clue", clue)
                .query((row, _) -> new ReportedAct(
                        text(row, "complaint"),
                        text(row, "number"),
                        text(row, "act"),
                        day(row, "found_on"),
                        instant(row, "found_at")))
                .list();
    }

    @Override
    public List<Suspicion> suspicions(UUID clue) {
        return jdbc.sql("select * from suspicion where clue = :clue order by place")
                .param("clue", clue)
                .query((row, _) -> new Suspicion(
                        text(row, "id"),
                        text(row, "sign"),
                        text(row, "sign_name"),
                        row.getString("pollutant"),
                        row.getString("pollutant_name"),
                        text(row, "device"),
                        instant(row, "window_from"),
                        instant(row, "window_until"),
                        text(row, "finding"),
                        text(row, "rule_version"),
                        text(row, "evidence_hash"),
                        row.getInt("records"),
                        instant(row, "found_at")))
                .list();
    }

    private static Clue.Undecided undecided(ResultSet row) throws SQLException {
        if (clue(row) instanceof Clue.Undecided undecided) {
            return undecided;
        }
        throw new IllegalStateException("decided: clue " + text(row, "number"));
    }

    private static Clue clue(ResultSet row) throws SQLException {
        ClueFile file = new ClueFile(
                uuid(row, "id"),
                text(row, "number"),
                new Suspect(
                        text(row, "unit"),
                        text(row, "unit_name"),
                        row.getString("outlet"),
                        row.getString("outlet_name")),
                instant(row, "opened_at"),
                new Deadline(
                        day(row, "due"),
                        row.getBoolean("due_provisional"),
                        text(row, "due_rule"),
                        text(row, "due_source")),
                row.getInt("exceedances"),
                row.getInt("acts"),
                row.getInt("suspicions"),
                row.getLong("version"));
        String state = text(row, "state");
        return switch (state) {
            case ClueSheet.OPEN -> new Clue.Open(file, sentBack(row));
            case ClueSheet.PROPOSED -> new Clue.Proposed(file, proposal(row));
            case ClueSheet.FILED -> new Clue.Filed(file, proposal(row), agreement(row), text(row, "case_number"));
            case ClueSheet.DISMISSED -> new Clue.Dismissed(file, proposal(row), agreement(row));
            default -> throw new IllegalStateException("state " + state + " of clue " + file.number());
        };
    }

    private static @Nullable SentBack sentBack(ResultSet row) throws SQLException {
        return row.getString("sent_back_reason") == null
                ? null
                : new SentBack(text(row, "sent_back_reason"), text(row, "sent_back_by"), instant(row, "sent_back_at"));
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                FilingDecision.of(text(row, "decision")),
                text(row, "proposal_reason"),
                text(row, "proposed_by"),
                instant(row, "proposed_at"));
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(text(row, "agreed_by"), instant(row, "agreed_at"));
    }

    private static Exceedance exceedance(ResultSet row) throws SQLException {
        return new Exceedance(
                text(row, "id"),
                text(row, "pollutant"),
                text(row, "pollutant_name"),
                day(row, "day"),
                decimal(row, "value"),
                decimal(row, "limit_value"),
                row.getBigDecimal("limit_min"),
                row.getBigDecimal("limit_max"),
                text(row, "unit_of_measure"),
                row.getBigDecimal("multiple"),
                text(row, "permit"),
                text(row, "limit_set"),
                row.getString("device"),
                instant(row, "judged_at"),
                correction(row));
    }

    private static @Nullable Correction correction(ResultSet row) throws SQLException {
        return row.getString("reason") == null
                ? null
                : new Correction(
                        text(row, "id"),
                        row.getInt("revision"),
                        row.getBoolean("stands"),
                        row.getBigDecimal("new_value"),
                        row.getBigDecimal("new_limit"),
                        row.getBigDecimal("new_min"),
                        row.getBigDecimal("new_max"),
                        row.getBigDecimal("new_multiple"),
                        text(row, "reason"),
                        row.getString("new_set"),
                        row.getString("new_device"),
                        instant(row, "corrected_at"));
    }
}
