package cn.bishui.disclosure.card;

import cn.bishui.disclosure.publication.NotePublication;
import cn.bishui.disclosure.publication.Notice;
import cn.bishui.disclosure.publication.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a card to the public. */
@Service
public class ShowCard {

    private final Cards cards;
    private final NotePublication note;

    ShowCard(Cards cards, NotePublication note) {
        this.cards = cards;
        this.note = note;
    }

    /** Shows it. */
    @Transactional
    public void show(Card card, Source source) {
        String about = card.unitName() + " · " + card.number();
        cards.put(card, note.note(source, new Notice(Notice.Kind.CARD, about, card.unit(), card.shownAt())));
    }
}
