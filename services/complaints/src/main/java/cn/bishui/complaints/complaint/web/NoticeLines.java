package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.FileRecord;
import cn.bishui.complaints.complaint.NoticeKind;
import cn.bishui.web.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a reporter was told or is to be told, in the reader's language; what an operator noted of it only the hotline's people see. */
@Component
class NoticeLines {

    private final FileRecord record;
    private final MessageSource messages;

    NoticeLines(FileRecord record, MessageSource messages) {
        this.record = record;
        this.messages = messages;
    }

    /**
     * Newest first.
     *
     * @param seesAll whether the reader sees every complaint
     */
    List<FileRecord.NoticeLine> of(UUID complaint, boolean seesAll) {
        Texts texts = new Texts(messages, LocaleContextHolder.getLocale());
        return record.notices(complaint).stream()
                .map(line -> new FileRecord.NoticeLine(
                        line.id(),
                        line.kind(),
                        line.means(),
                        words(line, texts),
                        line.due(),
                        line.createdAt(),
                        line.doneAt(),
                        line.doneBy(),
                        line.reached(),
                        note(line, seesAll, texts),
                        line.withdrawn()))
                .toList();
    }

    private static String words(FileRecord.NoticeLine line, Texts texts) {
        if (line.due() == null) {
            return line.words();
        }
        return switch (NoticeKind.of(line.kind())) {
            case ACCEPTED -> texts.of("notice.words.accepted", line.due());
            case EXTENDED -> texts.of("notice.words.extended", line.due(), line.words());
            case REFUSED, ANSWERED, REEXAMINED, REVIEWED -> line.words();
        };
    }

    private static @Nullable String note(FileRecord.NoticeLine line, boolean seesAll, Texts texts) {
        if (line.withdrawn()) {
            return texts.of("notice.withdrawn." + line.kind());
        }
        return seesAll ? line.note() : null;
    }
}
