package cn.bishui.disclosure.exceedance;

import cn.bishui.disclosure.publication.NotePublication;
import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes an exceedance public. */
@Service
public class PublishExceedance {

    private final Exceedances exceedances;
    private final NotePublication note;

    PublishExceedance(Exceedances exceedances, NotePublication note) {
        this.exceedances = exceedances;
        this.note = note;
    }

    /** Publishes it; judged again, it is corrected. */
    @Transactional
    public void publish(Exceedance found, Source source) {
        String about = String.join(
                " · ",
                found.unitName(),
                found.outlet(),
                found.pollutantName(),
                found.day().toString());
        exceedances.put(
                found, note.note(source, new Notice(Notice.Kind.EXCEEDANCE, about, found.unit(), found.judgedAt())));
    }
}
