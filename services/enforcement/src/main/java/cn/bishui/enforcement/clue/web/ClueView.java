package cn.bishui.enforcement.clue.web;

import cn.bishui.enforcement.card.CardSheet;
import cn.bishui.enforcement.clue.ClueFile;
import cn.bishui.enforcement.clue.ClueSheet;
import cn.bishui.enforcement.clue.Exceedance;
import cn.bishui.enforcement.clue.ReportedAct;
import cn.bishui.enforcement.clue.Suspicion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A clue as JSON, with its evidence and its card. {@code version} is the clue's own, {@code card.version} the card's. */
record ClueView(
        UUID id,
        String number,
        String state,
        long version,
        String unit,
        String unitName,
        @Nullable String outlet,
        @Nullable String outletName,
        Instant openedAt,
        LocalDate due,
        boolean dueProvisional,
        String dueLaw,
        boolean overdue,
        @Nullable ProposalView proposal,
        @Nullable AnswerView sentBack,
        @Nullable AnswerView agreed,
        @Nullable String caseNumber,
        List<Exceedance> exceedances,
        List<ReportedAct> acts,
        List<Suspicion> suspicions,
        @Nullable CardSheet card,
        @Nullable String suggestedReason) {

    record ProposalView(
            @Nullable String decision,
            @Nullable String reason,
            String by,
            @Nullable Instant at) {}

    record AnswerView(
            @Nullable String reason, String by, @Nullable Instant at) {}

    static ClueView of(CompleteFile complete, LocalDate today) {
        ClueSheet sheet = complete.clue();
        ClueFile file = sheet.file();
        return new ClueView(
                file.id(),
                file.number(),
                sheet.state(),
                file.version(),
                file.suspect().unit(),
                file.suspect().unitName(),
                file.suspect().outlet(),
                file.suspect().outletName(),
                file.openedAt(),
                file.clock().due(),
                file.clock().provisional(),
                file.clock().source(),
                sheet.undecided() && file.clock().due().isBefore(today),
                sheet.proposedBy() == null
                        ? null
                        : new ProposalView(
                                sheet.decision(), sheet.proposalReason(), sheet.proposedBy(), sheet.proposedAt()),
                answer(sheet.sentBackReason(), sheet.sentBackBy(), sheet.sentBackAt()),
                answer(null, sheet.agreedBy(), sheet.agreedAt()),
                sheet.caseNumber(),
                complete.exceedances(),
                complete.acts(),
                complete.suspicions(),
                complete.card(),
                complete.suggestedReason());
    }

    private static @Nullable AnswerView answer(@Nullable String reason, @Nullable String by, @Nullable Instant at) {
        return by == null ? null : new AnswerView(reason, by, at);
    }
}
