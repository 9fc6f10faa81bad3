package cn.bishui.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which standard, method or guide is in force on which day. */
public final class Standards {

    private static final List<Standard> ALL = Csv.resource("standards.csv").stream()
            .map(row -> new Standard(row.text("id"), row.text("zh"), row.text("en"), Basis.of(row)))
            .toList();

    private Standards() {}

    /** All of them, with those this library knows by name only. */
    public static List<Standard> all() {
        return ALL;
    }

    /** Those in force on a day. */
    public static List<Standard> on(LocalDate day) {
        return ALL.stream().filter(each -> each.basis().holdsOn(day)).toList();
    }

    /** A standard by its id. */
    public static Optional<Standard> find(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * A standard that must be in force.
     *
     * @throws IllegalArgumentException if there is none of that id, or it is not in force on the day
     */
    public static Standard inForce(String id, LocalDate day) {
        return find(id).filter(each -> each.basis().holdsOn(day))
                .orElseThrow(() -> new IllegalArgumentException(id + " is not in force on " + day));
    }
}
