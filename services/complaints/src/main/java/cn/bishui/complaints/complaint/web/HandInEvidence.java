package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.AddEvidence;
import cn.bishui.complaints.complaint.Complaint;
import cn.bishui.complaints.complaint.OpenComplaint;
import cn.bishui.complaints.evidence.CleanEvidence;
import cn.bishui.complaints.evidence.CleanFiles;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files that staff hand in, by the page or the interface. */
@Component
class HandInEvidence {

    private final OpenComplaint openComplaint;
    private final CleanEvidence cleanEvidence;
    private final AddEvidence addEvidence;

    HandInEvidence(OpenComplaint openComplaint, CleanEvidence cleanEvidence, AddEvidence addEvidence) {
        this.openComplaint = openComplaint;
        this.cleanEvidence = cleanEvidence;
        this.addEvidence = addEvidence;
    }

    /** The files of a form. */
    record Form(@Nullable List<MultipartFile> files) {}

    /** Cleans and keeps them; nothing is read for somebody who may not. */
    void take(String number, Form form, Person person) {
        Complaint complaint = openComplaint.of(number, person);
        if (!(complaint instanceof Complaint.Closed) && !AddEvidence.may(complaint, person)) {
            throw RuleBroken.missing("complaint.unknown");
        }
        List<CleanFiles.Handed> handed = form.files() == null
                ? List.of()
                : form.files().stream()
                        .filter(each -> !each.isEmpty())
                        .map(each -> new CleanFiles.Handed("files", each::getInputStream))
                        .toList();
        try (CleanFiles clean = CleanFiles.of(handed, cleanEvidence)) {
            addEvidence.add(complaint.file().id(), clean.all(), person);
        }
    }
}
