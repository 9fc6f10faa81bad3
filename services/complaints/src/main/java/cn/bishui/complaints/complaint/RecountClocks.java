package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts clocks again that ran over days no notice had settled. */
@Service
public class RecountClocks {

    private final Complaints complaints;
    private final Docket docket;

    RecountClocks(Complaints complaints, Docket docket) {
        this.complaints = complaints;
        this.docket = docket;
    }

    /** The complaints with such a clock. */
    @Transactional(readOnly = true)
    public List<UUID> provisional() {
        return complaints.provisional();
    }

    /** Counts those of one complaint. */
    @Transactional
    public void recount(UUID id) {
        Complaint complaint = complaints.lock(id).orElseThrow(Complaint::unknown);
        ComplaintFile file = complaint.file();
        ComplaintClocks counted =
                file.clocks().recount(docket.moveBy(Actor.system("complaints")).law());
        if (!counted.equals(file.clocks())) {
            docket.enterClocks(complaint.with(file.withClocks(counted)));
        }
    }
}
