package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.evidence.EvidenceKind;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words and figures that the citizens' templates ask for. */
@Component
class CitizenWords {

    private final MessageSource messages;

    CitizenWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of a key that is put together. */
    public String text(String key, Locale locale) {
        return new Texts(messages, locale).of(key);
    }

    /** The text of a key; another where there is none. */
    public String orWord(String prefix, String key, String otherwise, Locale locale) {
        return String.valueOf(messages.getMessage(prefix + key, null, otherwise, locale));
    }

    /** A bureau's name. */
    public String bureau(String id, Locale locale) {
        return Person.bodyName(id, null, locale);
    }

    /** Photos that a complaint can take. */
    public int photos() {
        return EvidenceKind.PHOTO.most();
    }

    /** Bytes of the largest photo. */
    public long photoBytes() {
        return EvidenceKind.PHOTO.mostBytes();
    }

    /** Bytes of the largest video. */
    public long videoBytes() {
        return EvidenceKind.VIDEO.mostBytes();
    }
}
