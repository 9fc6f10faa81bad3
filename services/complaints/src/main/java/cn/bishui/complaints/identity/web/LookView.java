package cn.bishui.complaints.identity.web;

import cn.bishui.complaints.identity.Look;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look as JSON and pages show it.
 *
 * @param number of the complaint, null where it is not known
 */
record LookView(
        UUID id,
        UUID complaint,
        @Nullable String number,
        String by,
        @Nullable String bureau,
        String reason,
        Instant at) {

    static LookView of(Look look, @Nullable String number) {
        return new LookView(look.id(), look.complaint(), number, look.by(), look.bureau(), look.reason(), look.at());
    }

    /** What to call the complaint. */
    public String called() {
        return number == null ? complaint.toString().substring(0, 8) : number;
    }
}
