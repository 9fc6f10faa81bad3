package cn.bishui.complaints.evidence;

import cn.bishui.web.Person;
import java.util.UUID;

/** Who may see what was handed in with a complaint. */
public interface Sight {

    /** Whether this person may see the complaint's file. */
    boolean maySee(UUID complaint, Person person);
}
