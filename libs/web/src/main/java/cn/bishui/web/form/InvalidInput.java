package cn.bishui.web.form;

import cn.bishui.contracts.RuleBroken;
import java.util.List;

/** What was handed in cannot be taken; all its faults, in the order of the fields. */
public final class InvalidInput extends RuntimeException {

    private final transient List<Fault> faults;

    /** All that is wrong, at least one thing. */
    public InvalidInput(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, in the order of the fields. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One thing that is wrong.
     *
     * @param field the field's name in the form and in JSON, such as {@code limits[0].max}; empty where it is about the
     *     whole
     */
    public record Fault(String field, RuleBroken broken) {}
}
