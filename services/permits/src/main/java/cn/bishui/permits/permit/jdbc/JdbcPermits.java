package cn.bishui.permits.permit.jdbc;

import static cn.bishui.web.rows.Columns.day;
import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.timestamp;

import cn.bishui.permits.permit.ManagementType;
import cn.bishui.permits.permit.Permit;
import cn.bishui.permits.permit.PermitNumber;
import cn.bishui.permits.permit.Permits;
import cn.bishui.permits.permit.PermittedLimit;
import cn.bishui.permits.permit.Terms;
import cn.bishui.permits.permit.Validity;
import cn.bishui.permits.unit.OutletCode;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.StaleVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPermits implements Permits {

    private final JdbcClient jdbc;

    JdbcPermits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Permit> find(PermitNumber number) {
        return jdbc.sql("select * from permit where number = :number")
                .param("number", number.value())
                .query((row, _) -> permit(row, number))
                .optional();
    }

    @Override
    public boolean add(Permit.Draft draft, Instant at) {
        Terms terms = draft.terms();
        int added = jdbc.sql("""
                        insert into permit (number, unit, management_type, issued_by, valid_from, valid_to, state,
                          drafter, version, changed_at)
                        values (:number, :unit, :type, :issuer, :from, :to, 'draft', :drafter, :version, :at)
                        on conflict do nothing""")
                .param("number", terms.number().value())
                .param("unit", terms.number().unit().value())
                .param("type", terms.managementType().id())
                .param("issuer", terms.issuedBy())
                .param("from", terms.validity().from())
                .param("to", terms.validity().to())
                .param("drafter", draft.drafter())
                .param("version", draft.version())
                .param("at", Timestamp.from(at))
                .update();
        if (added == 1) {
            insertLimits(terms);
        }
        return added == 1;
    }

    @Override
    public long save(Permit moved, Instant at) {
        Terms terms = moved.terms();
        Columns columns = Columns.of(moved);
        int updated = jdbc.sql("""
                        update permit set management_type = :type, issued_by = :issuer, valid_from = :from, valid_to = :to,
                          state = :state, drafter = :drafter, submitter = :submitter, submitted_at = :submitted,
                          decider = :decider, decided_at = :decided, return_reason = :reason,
                          version = version + 1, changed_at = :at
                        where number = :number and version = :version""")
                .param("type", terms.managementType().id())
                .param("issuer", terms.issuedBy())
                .param("from", terms.validity().from())
                .param("to", terms.validity().to())
                .param("state", columns.state())
                .param("drafter", moved.drafter())
                .param("submitter", columns.submitter())
                .param("submitted", timestamp(columns.submittedAt()))
                .param("decider", columns.decider())
                .param("decided", timestamp(columns.decidedAt()))
                .param("reason", moved.returnReason())
                .param("at", Timestamp.from(at))
                .param("number", terms.number().value())
                .param("version", moved.version())
                .update();
        if (updated == 0) {
            throw new StaleVersion("permit/" + terms.number(), moved.version());
        }
        if (moved instanceof Permit.Draft) {
            jdbc.sql("delete from permitted_limit where permit = :number")
                    .param("number", terms.number().value())
                    .update();
            insertLimits(terms);
        }
        return moved.version() + 1;
    }

    private void insertLimits(Terms terms) {
        int line = 0;
        for (PermittedLimit limit : terms.limits()) {
            jdbc.sql("""
                            insert into permitted_limit (permit, line, outlet, pollutant, min, max)
                            values (:permit, :line, :outlet, :pollutant, :min, :max)""")
                    .param("permit", terms.number().value())
                    .param("line", ++line)
                    .param("outlet", limit.outlet().value())
                    .param("pollutant", limit.pollutant().code())
                    .param("min", limit.min())
                    .param("max", limit.max())
                    .update();
        }
    }

    private Permit permit(ResultSet row, PermitNumber number) throws SQLException {
        Terms terms = new Terms(
                number,
                ManagementType.of(row.getString("management_type")),
                row.getString("issued_by"),
                new Validity(day(row, "valid_from"), day(row, "valid_to")),
                limits(number));
        String drafter = row.getString("drafter");
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "draft" -> new Permit.Draft(terms, drafter, version);
            case "submitted" ->
                new Permit.Submitted(terms, drafter, row.getString("submitter"), instant(row, "submitted_at"), version);
            case "returned" ->
                new Permit.Returned(
                        terms,
                        drafter,
                        row.getString("decider"),
                        row.getString("return_reason"),
                        instant(row, "decided_at"),
                        version);
            case "granted" ->
                new Permit.Granted(
                        terms,
                        drafter,
                        row.getString("submitter"),
                        instant(row, "submitted_at"),
                        row.getString("decider"),
                        instant(row, "decided_at"),
                        version);
            case String other -> throw new IllegalStateException("a permit in state " + other);
        };
    }

    private List<PermittedLimit> limits(PermitNumber number) {
        return jdbc.sql("select outlet, pollutant, min, max from permitted_limit where permit = :permit order by line")
                .param("permit", number.value())
                .query((row, _) -> new PermittedLimit(
                        new OutletCode(row.getString("outlet")),
                        Pollutants.of(row.getString("pollutant")),
                        row.getBigDecimal("min"),
                        row.getBigDecimal("max")))
                .list();
    }

    /** What a state keeps in the columns that not every state has. */
    private record Columns(
            String state,
            @Nullable String submitter,
            @Nullable Instant submittedAt,
            @Nullable String decider,
            @Nullable Instant decidedAt) {

        static Columns of(Permit permit) {
            return switch (permit) {
                case Permit.Draft _ -> new Columns("draft", null, null, null, null);
                case Permit.Submitted submitted ->
                    new Columns("submitted", submitted.submitter(), submitted.submittedAt(), null, null);
                case Permit.Returned returned ->
                    new Columns("returned", null, null, returned.approver(), returned.returnedAt());
                case Permit.Granted granted ->
                    new Columns(
                            "granted",
                            granted.submitter(),
                            granted.submittedAt(),
                            granted.approver(),
                            granted.grantedAt());
            };
        }
    }
}
