package cn.bishui.complaints.complaint;

import cn.bishui.web.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints somebody may see: whoever works for the hotline or supervises it sees all, a bureau's people those that
 * their bureau works on. The head of the hotline's own bureau, to whom it reports what is urgent or late, also sees what no
 * bureau has.
 *
 * @param bureau null for all
 * @param unassigned whether what no bureau has is among them
 */
public record Sight(@Nullable String bureau, boolean unassigned) {

    /** Sees every complaint. */
    public static final Sight ALL = new Sight(null, true);

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
        return person.hasAnyOf(SEE_OWN) ? own(person) : new Sight(NONE, false);
    }

    /** What a person's bureau works on, whatever else the person may see. */
    public static Sight own(Person person) {
        return new Sight(person.bureau() == null ? NONE : person.bureau(), headsHotline(person));
    }

    /** Whether the hotline reports to this person. */
    public static boolean headsHotline(Person person) {
        return ComplaintFile.HOTLINE_BUREAU.equals(person.bureau())
                && person.roles().contains(Roles.HEAD);
    }

    /** Whether a complaint is among them. */
    public boolean covers(Complaint complaint) {
        if (bureau == null) {
            return true;
        }
        return complaint instanceof Complaint.InBureau inBureau
                ? inBureau.assignment().involves(bureau)
                : unassigned;
    }
}
