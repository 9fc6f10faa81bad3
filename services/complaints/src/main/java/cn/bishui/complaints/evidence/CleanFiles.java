package cn.bishui.complaints.evidence;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/** The files of a form, checked and without a trace of their origin, until they are kept or thrown away. */
public final class CleanFiles implements AutoCloseable {

    private final List<CleanFile> files;

    private CleanFiles(List<CleanFile> files) {
        this.files = files;
    }

    /**
     * A file as it was handed in.
     *
     * @param field the form's field in which it came
     */
    public record Handed(String field, Upload upload) {}

    /**
     * Cleans them one after the other; to be closed by the caller.
     *
     * @throws InvalidInput with what is wrong with any of them
     */
    public static CleanFiles of(List<Handed> handed, CleanEvidence cleanEvidence) {
        List<InvalidInput.Fault> faults = new ArrayList<>();
        CleanFiles clean = new CleanFiles(new ArrayList<>());
        for (Handed each : handed) {
            try {
                clean.files.add(cleanEvidence.clean(each.upload()));
            } catch (RuleBroken broken) {
                faults.add(new InvalidInput.Fault(each.field(), broken));
            }
        }
        if (!faults.isEmpty()) {
            clean.close();
            throw new InvalidInput(faults);
        }
        return clean;
    }

    /** All of them. */
    public List<CleanFile> all() {
        return List.copyOf(files);
    }

    /** Throws them away. */
    @Override
    public void close() {
        files.forEach(CleanFile::close);
    }
}
