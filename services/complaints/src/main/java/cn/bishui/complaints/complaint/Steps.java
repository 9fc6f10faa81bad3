package cn.bishui.complaints.complaint;

import java.util.List;
import java.util.UUID;

/** The steps of complaints that their reporters may know. */
public interface Steps {

    void add(UUID complaint, Step step);

    /** In their order. */
    List<Step> of(UUID complaint);
}
