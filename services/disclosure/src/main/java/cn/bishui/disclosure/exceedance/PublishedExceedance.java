package cn.bishui.disclosure.exceedance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An exceedance as the public sees it.
 *
 * @param status what came of it
 * @param caseNumber number of the case that was filed, null where none was
 * @param cardNumber number of the card that was shown for it, null where none was
 * @param dismissalReason why no case was filed, null unless that is the status
 * @param correctionReason why it was judged anew, null if it was not
 * @param correctedAt when it was judged anew, null if it was not
 * @param publishedAt when it became public
 */
public record PublishedExceedance(
        Exceedance exceedance,
        CaseStatus status,
        @Nullable String caseNumber,
        @Nullable String cardNumber,
        @Nullable String dismissalReason,
        @Nullable String correctionReason,
        @Nullable Instant correctedAt,
        Instant publishedAt) {}
