package cn.bishui.complaints.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What complaints are called, for pages that name them. */
public interface ComplaintNumbers {

    /** The numbers of those that there are. */
    Map<UUID, String> of(Collection<UUID> complaints);
}
