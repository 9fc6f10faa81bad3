package cn.bishui.complaints.citizen;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.ReporterMessages;
import cn.bishui.complaints.contact.TextReporter;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Tells reporters by short message what was decided; to a phone that nobody here gets to see. */
@Service
class MessagesByPhone implements ReporterMessages {

    private static final Actor SYSTEM = Actor.system("complaints");

    private final TextReporter texts;

    MessagesByPhone(TextReporter texts) {
        this.texts = texts;
    }

    @Override
    public void send(UUID complaint, String words) {
        // where no phone is kept the tracking page says the same
        texts.tell(complaint, words, "progress", SYSTEM);
    }
}
