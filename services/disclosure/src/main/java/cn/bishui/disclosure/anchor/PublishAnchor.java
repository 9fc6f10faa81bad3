package cn.bishui.disclosure.anchor;

import cn.bishui.disclosure.publication.NotePublication;
import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the head of an audit chain public. */
@Service
public class PublishAnchor {

    private final Anchors anchors;
    private final NotePublication note;

    PublishAnchor(Anchors anchors, NotePublication note) {
        this.anchors = anchors;
        this.note = note;
    }

    /** Publishes it. */
    @Transactional
    public void publish(Anchor anchor, Source source) {
        String about = anchor.service() + " · " + anchor.entries();
        anchors.put(anchor, note.note(source, new Notice(Notice.Kind.ANCHOR, about, null, anchor.anchoredAt())));
    }
}
