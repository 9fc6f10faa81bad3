package cn.bishui.complaints.complaint;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.RuleBroken;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which bureau deals with a complaint.
 *
 * @param bureau the competent bureau, which leads where there are several
 * @param joint the others
 * @param settled whether the common superior has decided it, so that nobody objects any more
 */
public record Assignment(String bureau, List<String> joint, boolean settled, String by, Instant at) {

    /** Refuses bureaus that do not exist with {@code complaint.bureau}; the leader is none of the others. */
    public Assignment {
        String leader = bureau;
        joint = joint.stream().filter(each -> !each.equals(leader)).distinct().toList();
        mustExist(bureau);
        joint.forEach(Assignment::mustExist);
    }

    /** Whether a bureau works on it, leading or not. */
    public boolean involves(@Nullable String other) {
        return bureau.equals(other) || joint.stream().anyMatch(each -> each.equals(other));
    }

    private static void mustExist(String bureau) {
        if (Arrays.stream(Bureau.values()).noneMatch(known -> known.name().equals(bureau) && !known.external())) {
            throw RuleBroken.invalid("complaint.bureau", bureau);
        }
    }
}
