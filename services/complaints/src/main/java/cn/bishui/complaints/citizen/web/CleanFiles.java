package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.evidence.CleanEvidence;
import cn.bishui.complaints.evidence.CleanFile;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The photos and the video of a form, checked and without a trace of their origin, until they are kept or thrown away. */
final class CleanFiles implements AutoCloseable {

    private final List<CleanFile> files;

    private CleanFiles(List<CleanFile> files) {
        this.files = files;
    }

    /**
     * Cleans them one after the other.
     *
     * @throws InvalidInput with what is wrong with any of them
     */
    static CleanFiles of(
            @Nullable List<MultipartFile> photos, @Nullable MultipartFile video, CleanEvidence cleanEvidence) {
        List<InvalidInput.Fault> faults = new ArrayList<>();
        CleanFiles clean = new CleanFiles(new ArrayList<>());
        if (photos != null) {
            photos.forEach(photo -> clean.add("photos", photo, cleanEvidence, faults));
        }
        if (video != null) {
            clean.add("video", video, cleanEvidence, faults);
        }
        if (!faults.isEmpty()) {
            clean.close();
            throw new InvalidInput(faults);
        }
        return clean;
    }

    /** All of them. */
    List<CleanFile> all() {
        return List.copyOf(files);
    }

    private void add(String field, MultipartFile file, CleanEvidence cleanEvidence, List<InvalidInput.Fault> faults) {
        if (file.isEmpty()) {
            return;
        }
        try {
            files.add(cleanEvidence.clean(file::getInputStream));
        } catch (RuleBroken broken) {
            faults.add(new InvalidInput.Fault(field, broken));
        }
    }

    @Override
    public void close() {
        files.forEach(CleanFile::close);
    }
}
