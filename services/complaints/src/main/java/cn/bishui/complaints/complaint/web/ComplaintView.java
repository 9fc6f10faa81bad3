package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.Act;
import cn.bishui.complaints.complaint.AddedFact;
import cn.bishui.complaints.complaint.Assignment;
import cn.bishui.complaints.complaint.ComplaintFile;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.FileRecord;
import cn.bishui.complaints.complaint.Handling;
import cn.bishui.complaints.complaint.Matter;
import cn.bishui.complaints.complaint.Objection;
import cn.bishui.complaints.complaint.Position;
import cn.bishui.complaints.complaint.Rating;
import cn.bishui.complaints.complaint.Refusal;
import cn.bishui.complaints.complaint.Request;
import cn.bishui.complaints.complaint.Result;
import cn.bishui.complaints.complaint.Ruling;
import cn.bishui.complaints.complaint.SentBack;
import cn.bishui.complaints.complaint.SignedResult;
import cn.bishui.complaints.complaint.WantedTime;
import cn.bishui.complaints.evidence.Evidence;
import cn.bishui.complaints.hotline.WaterSubtype;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as JSON. Who reported is not in it. {@code moves} are what the caller may do now; {@code repeats} are the newest
 * {@link Repeats#MOST} of {@code repeatsTotal}.
 */
record ComplaintView(
        UUID id,
        String number,
        String state,
        long version,
        boolean urgent,
        boolean overdue,
        String channel,
        Instant receivedAt,
        String content,
        String address,
        @Nullable String street,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable String subjectName,
        String pollutionType,
        @Nullable String waterSubtype,
        @Nullable LocalDate occurredOn,
        @Nullable String wish,
        String reach,
        boolean realName,
        @Nullable LocalDate superiorDue,
        @Nullable String bureau,
        List<String> joint,
        @Nullable String handler,
        @Nullable LocalDate due,
        List<ClockLine> clocks,
        @Nullable RefusalView refusal,
        @Nullable Objection objection,
        @Nullable WantedTime timeWanted,
        @Nullable SentBack sentBack,
        @Nullable ResultView draft,
        @Nullable ResultView answer,
        @Nullable Rating rating,
        @Nullable Request request,
        @Nullable Ruling reexamination,
        @Nullable Ruling review,
        List<AddedFact> facts,
        List<Evidence> evidence,
        List<Repeats.Repeat> repeats,
        int repeatsTotal,
        List<FileRecord.NoticeLine> notices,
        @Nullable Act act,
        List<String> moves) {

    /** Why it was not accepted. */
    record RefusalView(String outcome, String told, String by, Instant at) {}

    /** A result; {@code signedBy} is null while it is a draft. */
    record ResultView(
            String finding,
            String checked,
            String found,
            String action,
            String answer,
            String by,
            Instant at,
            @Nullable String signedBy,
            @Nullable Instant signedAt,
            @Nullable Boolean inTime) {

        static ResultView of(Result result) {
            return new ResultView(
                    result.finding().id(),
                    result.checked(),
                    result.found(),
                    result.action(),
                    result.answer(),
                    result.by(),
                    result.at(),
                    null,
                    null,
                    null);
        }

        static ResultView of(SignedResult signed) {
            Result result = signed.result();
            return new ResultView(
                    result.finding().id(),
                    result.checked(),
                    result.found(),
                    result.action(),
                    result.answer(),
                    result.by(),
                    result.at(),
                    signed.by(),
                    signed.at(),
                    signed.inTime());
        }
    }

    /** What is kept beside the complaint itself. */
    record Beside(
            List<ClockLine> clocks,
            List<AddedFact> facts,
            List<Evidence> evidence,
            Repeats.Shown repeats,
            List<FileRecord.NoticeLine> notices,
            @Nullable Act act) {}

    static ComplaintView of(FilePage.Open open, Beside beside, Instant now) {
        ComplaintSheet sheet = open.sheet();
        ComplaintSheet.Parts parts = sheet.parts();
        ComplaintFile file = sheet.file();
        Matter matter = file.matter();
        Position position = matter.position();
        WaterSubtype subtype = matter.subtype();
        Assignment assignment = parts.assignment();
        Handling handling = parts.handling();
        Refusal refusal = parts.refusal();
        Result draft = parts.result();
        SignedResult signed = parts.signed();
        return new ComplaintView(
                file.id(),
                file.number(),
                sheet.state().id(),
                file.version(),
                parts.acceptance() != null && parts.acceptance().urgent(),
                FilePage.late(sheet, now),
                file.channel().id(),
                file.receivedAt(),
                matter.content(),
                matter.address(),
                matter.street(),
                position == null ? null : position.longitude(),
                position == null ? null : position.latitude(),
                matter.subjectName(),
                matter.type().id(),
                subtype == null ? null : subtype.id(),
                matter.occurredOn(),
                matter.wish(),
                file.reach().id(),
                file.realName(),
                file.superiorDue(),
                assignment == null ? null : assignment.bureau(),
                assignment == null ? List.of() : assignment.joint(),
                handling == null ? null : handling.handler(),
                FilePage.due(sheet),
                beside.clocks(),
                refusal == null
                        ? null
                        : new RefusalView(refusal.outcome().id(), refusal.told(), refusal.by(), refusal.at()),
                parts.objection(),
                handling == null ? null : handling.wanted(),
                handling == null ? null : handling.sentBack(),
                draft == null ? null : ResultView.of(draft),
                signed == null ? null : ResultView.of(signed),
                parts.rating(),
                parts.request(),
                parts.reexamination(),
                parts.review(),
                beside.facts(),
                beside.evidence(),
                beside.repeats().newest(),
                beside.repeats().total(),
                beside.notices(),
                beside.act(),
                open.moves().all().stream().map(FileMove::id).toList());
    }
}
