package cn.bishui.complaints.complaint;

import cn.bishui.complaints.hotline.HotlineStep;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reporter is to be told. */
public enum NoticeKind {
    ACCEPTED("accepted", HotlineStep.TOLD),
    REFUSED("refused", HotlineStep.TOLD),
    EXTENDED("extended", null),
    ANSWERED("answered", HotlineStep.ANSWER_TOLD),
    REEXAMINED("reexamined", HotlineStep.REEXAMINATION_TOLD),
    REVIEWED("reviewed", null);

    private final String id;
    private final @Nullable HotlineStep step;

    NoticeKind(String id, @Nullable HotlineStep step) {
        this.id = id;
        this.step = step;
    }

    /** Its name in tables and messages. */
    public String id() {
        return id;
    }

    /** By its id. */
    public static NoticeKind of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What it is to the clocks that the reporter knows; empty if nothing. */
    Optional<HotlineStep> step() {
        return Optional.ofNullable(step);
    }
}
