package cn.bishui.complaints.complaint;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** Has the reporter told what was decided, the way the reporter can be told. */
@Service
class Telling {

    private final Notices notices;
    private final ReporterMessages messages;

    Telling(Notices notices, ReporterMessages messages) {
        this.notices = notices;
        this.messages = messages;
    }

    /** The tracking page and the platforms' interface tell by themselves; a message says where to look; the rest people do. */
    void tell(ComplaintFile file, NoticeKind kind, String words, Move move) {
        switch (file.reach()) {
            case PAGE, PLATFORM, NONE -> {}
            case SMS -> messages.send(file.id(), "【环保举报】" + file.number() + "：" + words);
            case PHONE, LETTER ->
                notices.add(new Notice(UUID.randomUUID(), file.id(), kind, file.reach(), words, move.at()));
        }
    }
}
