package cn.bishui.disclosure.exceedance;

import cn.bishui.disclosure.publication.NotePublication;
import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes public that an exceedance was judged anew: with other figures, or withdrawn. What was public before stays on record. */
@Service
public class CorrectExceedance {

    private final Exceedances exceedances;
    private final NotePublication note;

    CorrectExceedance(Exceedances exceedances, NotePublication note) {
        this.exceedances = exceedances;
        this.note = note;
    }

    /**
     * Publishes a correction; one that comes after a later one changes nothing.
     *
     * @param about the exceedance in words
     * @param unit credit code of the unit
     */
    @Transactional
    public void correct(Correction correction, String about, String unit, Source source) {
        note.note(source, new Notice(Notice.Kind.EXCEEDANCE, about, unit, correction.correctedAt()));
        exceedances.correct(correction);
    }
}
