package cn.bishui.complaints.citizen;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.ComplaintFile;
import cn.bishui.complaints.complaint.Notice;
import cn.bishui.complaints.complaint.ReporterMessages;
import cn.bishui.complaints.contact.TextReporter;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Tells reporters by short message what was decided; to a phone that nobody here gets to see. In Chinese: which language a
 * reporter read is not kept.
 */
@Service
class MessagesByPhone implements ReporterMessages {

    private static final Actor SYSTEM = Actor.system("complaints");

    private final TextReporter texts;

    MessagesByPhone(TextReporter texts) {
        this.texts = texts;
    }

    @Override
    public boolean areOffered() {
        return texts.isOffered();
    }

    @Override
    public boolean reach(UUID complaint) {
        return texts.reaches(complaint);
    }

    @Override
    public void send(ComplaintFile file, Notice notice) {
        if (!texts.tell(file.id(), text(file, notice), notice.kind().id(), notice.id(), SYSTEM)) {
            throw new IllegalStateException("no message reaches the reporter of " + file.number());
        }
    }

    private static String text(ComplaintFile file, Notice notice) {
        ResourceBundle words = ResourceBundle.getBundle(
                "privacy",
                Locale.CHINESE,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String form = "contact.sms."
                + switch (notice.kind()) {
                    case ACCEPTED -> "accepted";
                    case EXTENDED -> "extended";
                    case ANSWERED -> "answered";
                    case REEXAMINED -> "reexamined";
                    case REFUSED, REVIEWED -> "told";
                };
        return MessageFormat.format(words.getString(form), file.number(), notice.words(), String.valueOf(notice.due()));
    }
}
