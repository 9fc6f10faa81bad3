package cn.bishui.complaints.complaint;

import cn.bishui.audit.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Has the reporter told what was decided, the way the reporter can be told. */
@Service
class Telling {

    private static final Actor SYSTEM = Actor.system("complaints");

    private final Notices notices;
    private final ReporterMessages messages;

    Telling(Notices notices, ReporterMessages messages) {
        this.notices = notices;
        this.messages = messages;
    }

    /** The tracking page and the platforms' interface tell by themselves; a message says where to look; the rest people do. */
    void tell(ComplaintFile file, NoticeKind kind, String words, Move move) {
        tell(file, kind, words, null, move);
    }

    /**
     * The same.
     *
     * @param words what somebody wrote; empty where the kind and the day say it all
     * @param due the last day that it is about, null if none
     */
    void tell(ComplaintFile file, NoticeKind kind, String words, @Nullable LocalDate due, Move move) {
        Notice notice = new Notice(UUID.randomUUID(), file.id(), kind, file.reach(), words, due, move.at());
        switch (file.reach()) {
            case PAGE, PLATFORM, NONE -> {}
            case SMS -> {
                notices.add(notice);
                notices.done(notice.id(), true, null, SYSTEM, move.at());
                messages.send(file, notice);
            }
            case PHONE, LETTER -> notices.add(notice);
        }
    }
}
