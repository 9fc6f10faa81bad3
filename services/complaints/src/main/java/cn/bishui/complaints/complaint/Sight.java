package cn.bishui.complaints.complaint;

import cn.bishui.web.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints somebody may see: whoever works for the hotline or supervises it sees all, a bureau's people those that
 * their bureau works on.
 *
 * @param bureau null for all
 */
public record Sight(@Nullable String bureau) {

    /** Sees every complaint. */
    public static final Sight ALL = new Sight(null);

    /** Nobody's bureau: sees none. */
    private static final String NONE = "-";

    private static final List<String> SEE_ALL =
            List.of("complaints.operator", "complaints.supervisor", "complaints.reader");

    private static final List<String> SEE_OWN = List.of("complaints.handler", "complaints.head");

    /** What a person may see. */
    public static Sight of(Person person) {
        if (person.hasAnyOf(SEE_ALL)) {
            return ALL;
        }
        return new Sight(person.hasAnyOf(SEE_OWN) && person.bureau() != null ? person.bureau() : NONE);
    }

    /** Whether a complaint is among them. */
    public boolean covers(Complaint complaint) {
        return bureau == null
                || (complaint instanceof Complaint.InBureau inBureau
                        && inBureau.assignment().involves(bureau));
    }
}
