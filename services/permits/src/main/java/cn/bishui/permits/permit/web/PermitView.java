package cn.bishui.permits.permit.web;

import cn.bishui.permits.permit.Permit;
import cn.bishui.permits.permit.PermittedLimit;
import cn.bishui.permits.permit.Terms;
import cn.bishui.permits.unit.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A permit as JSON and pages show it. Its id is its number. */
record PermitView(
        String id,
        String number,
        String unit,
        String unitName,
        String managementType,
        String issuedBy,
        LocalDate validFrom,
        LocalDate validTo,
        String state,
        long version,
        @Nullable String returnReason,
        @Nullable Instant submittedAt,
        @Nullable Instant grantedAt,
        List<LimitView> limits) {

    record LimitView(
            String outlet,
            String pollutant,
            String pollutantName,
            String pollutantNameEn,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String unitOfMeasure) {

        static LimitView of(PermittedLimit limit) {
            return new LimitView(
                    limit.outlet().value(),
                    limit.pollutant().code(),
                    limit.pollutant().nameZh(),
                    limit.pollutant().nameEn(),
                    limit.min(),
                    limit.max(),
                    limit.pollutant().judgedUnit());
        }
    }

    static PermitView of(Permit permit, Unit unit) {
        Terms terms = permit.terms();
        return new PermitView(
                terms.number().value(),
                terms.number().value(),
                unit.code().value(),
                unit.name(),
                terms.managementType().id(),
                terms.issuedBy(),
                terms.validity().from(),
                terms.validity().to(),
                state(permit),
                permit.version(),
                permit.returnReason(),
                submittedAt(permit),
                permit instanceof Permit.Granted granted ? granted.grantedAt() : null,
                terms.limits().stream().map(LimitView::of).toList());
    }

    private static String state(Permit permit) {
        return switch (permit) {
            case Permit.Draft _ -> "draft";
            case Permit.Submitted _ -> "submitted";
            case Permit.Returned _ -> "returned";
            case Permit.Granted _ -> "granted";
        };
    }

    private static @Nullable Instant submittedAt(Permit permit) {
        return switch (permit) {
            case Permit.Submitted submitted -> submitted.submittedAt();
            case Permit.Granted granted -> granted.submittedAt();
            case Permit.Draft _, Permit.Returned _ -> null;
        };
    }
}
