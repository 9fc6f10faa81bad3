package cn.bishui.complaints.street;

import cn.bishui.contracts.RuleBroken;
import java.util.List;

/** The streets and towns of the district, in the order in which its supervisor keeps them. */
public interface Streets {

    List<String> all();

    /**
     * The name, if the list has it: what is not on it is no street, and nobody publishes what somebody typed.
     *
     * @throws RuleBroken {@code street.unknown} if the list does not have it
     */
    default String known(String name) {
        if (!all().contains(name)) {
            throw RuleBroken.invalid("street.unknown", name);
        }
        return name;
    }

    /** Keeps these in place of those before. */
    void replace(List<String> names);
}
