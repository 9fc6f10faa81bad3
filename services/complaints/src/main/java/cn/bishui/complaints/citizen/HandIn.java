package cn.bishui.complaints.citizen;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.Matter;
import cn.bishui.complaints.complaint.NewComplaint;
import cn.bishui.complaints.complaint.Receipt;
import cn.bishui.complaints.complaint.ReceiveComplaint;
import cn.bishui.complaints.complaint.RequestKey;
import cn.bishui.complaints.evidence.CleanFile;
import cn.bishui.complaints.evidence.KeepEvidence;
import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.complaints.identity.Identity;
import cn.bishui.complaints.identity.KeepIdentity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what somebody hands in from outside: the complaint, apart from it who reports, and the photos, all or nothing. */
@Service
public class HandIn {

    private final ReceiveComplaint receiveComplaint;
    private final Complaints complaints;
    private final KeepIdentity keepIdentity;
    private final KeepEvidence keepEvidence;

    HandIn(
            ReceiveComplaint receiveComplaint,
            Complaints complaints,
            KeepIdentity keepIdentity,
            KeepEvidence keepEvidence) {
        this.receiveComplaint = receiveComplaint;
        this.complaints = complaints;
        this.keepIdentity = keepIdentity;
        this.keepEvidence = keepEvidence;
    }

    /**
     * What is handed in.
     *
     * @param reach {@link Reach#SMS} only where the phone has been proved
     * @param hint the complaint that the reporter takes for the same, null if none; one that is not there is forgotten
     */
    public record Report(
            Channel channel,
            Matter matter,
            Identity reporter,
            Reach reach,
            @Nullable UUID hint) {}

    /**
     * Takes it.
     *
     * @param key null if the sender cannot send it twice
     * @param by the reporter, or the platform that hands it on
     * @return the same receipt for the same request
     */
    @Transactional
    public Receipt take(Report report, List<CleanFile> files, @Nullable RequestKey key, Actor by) {
        UUID hint = report.hint();
        NewComplaint told = new NewComplaint(
                report.channel(),
                report.matter(),
                report.reach(),
                report.reporter().name() != null,
                null,
                hint == null || complaints.find(hint).isEmpty() ? null : hint);
        return receiveComplaint.receive(told, key, by, id -> {
            keepIdentity.keep(id, report.reporter(), by);
            files.forEach(file -> keepEvidence.keep(id, file, by));
        });
    }
}
