package cn.bishui.complaints.identity.web;

import cn.bishui.complaints.identity.Looks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which looks the address asks for. */
record LookFilter(
        @Nullable String q,
        @Nullable UUID complaint,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    Looks.Filter in(ZoneId zone) {
        return new Looks.Filter(
                q == null ? "" : q.strip(),
                complaint,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
