package cn.bishui.disclosure.unit;

import cn.bishui.disclosure.publication.NotePublication;
import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a permit, as it now stands, in the public register. */
@Service
public class RegisterPermit {

    private final Units units;
    private final NotePublication note;

    RegisterPermit(Units units, NotePublication note) {
        this.units = units;
        this.note = note;
    }

    /** Registers it; a version that is older than the one that is shown changes nothing. */
    @Transactional
    public void register(Permit permit, Source source) {
        String about = permit.unitName() + " · " + permit.number();
        note.note(source, new Notice(Notice.Kind.PERMIT, about, permit.unit(), permit.changedAt()));
        units.put(permit);
    }
}
