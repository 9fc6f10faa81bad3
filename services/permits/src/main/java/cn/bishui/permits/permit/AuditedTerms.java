package cn.bishui.permits.permit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A permit's terms as the audit log notes them. */
final class AuditedTerms {

    private AuditedTerms() {}

    static Map<String, ?> of(Terms terms) {
        return Map.of(
                "managementType",
                terms.managementType().id(),
                "issuedBy",
                terms.issuedBy(),
                "validFrom",
                terms.validity().from().toString(),
                "validTo",
                terms.validity().to().toString(),
                "limits",
                terms.limits().stream().map(AuditedTerms::line).toList());
    }

    private static List<String> line(PermittedLimit limit) {
        return List.of(limit.outlet().value(), limit.pollutant().code(), text(limit.min()), text(limit.max()));
    }

    private static String text(@Nullable BigDecimal bound) {
        return bound == null ? "" : bound.toPlainString();
    }
}
