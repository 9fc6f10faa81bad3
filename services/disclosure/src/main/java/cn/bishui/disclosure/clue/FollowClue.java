package cn.bishui.disclosure.clue;

import cn.bishui.disclosure.publication.NotePublication;
import cn.bishui.disclosure.publication.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the public what enforcement does about the exceedances of a clue. */
@Service
public class FollowClue {

    private final Clues clues;
    private final NotePublication note;

    FollowClue(Clues clues, NotePublication note) {
        this.clues = clues;
        this.note = note;
    }

    /** Takes in a step, whether or not those before it are known. */
    @Transactional
    public void follow(ClueStep step, Source source) {
        note.note(source, step.notice());
        clues.add(step);
    }
}
