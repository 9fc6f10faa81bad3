package cn.bishui.complaints.complaint;

import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.complaints.hotline.HotlineStep;
import cn.bishui.complaints.hotline.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint has in every state.
 *
 * @param number such as {@code JB-2026-0000123}
 * @param reach how the reporter is told; who it is, is not here
 * @param realName whether the reporter's name is known to the hotline
 * @param superiorDue last day that a superior has set, null if none
 * @param hint an earlier complaint that the reporter thinks is the same, null if none
 * @param version counts every move
 */
public record ComplaintFile(
        UUID id,
        String number,
        Channel channel,
        Instant receivedAt,
        Matter matter,
        Reach reach,
        boolean realName,
        @Nullable LocalDate superiorDue,
        @Nullable UUID hint,
        ComplaintClocks clocks,
        long version) {

    /** The bureau that keeps the hotline: it holds every clock that no other bureau has been given. */
    public static final String HOTLINE_BUREAU = "ENV";

    /** The file after a move that is a step for its clocks. */
    ComplaintFile after(HotlineStep step, Move move) {
        return moved(clocks.after(step, move, HOTLINE_BUREAU));
    }

    /** The file with a further step in the same move. */
    ComplaintFile and(HotlineStep step, Move move) {
        return withClocks(clocks.after(step, move, HOTLINE_BUREAU));
    }

    /** The file after a message that counted as telling was given up: what it ended runs on, what it began has not begun. */
    ComplaintFile untold(HotlineStep told, Move move) {
        return told == HotlineStep.TOLD
                ? moved(clocks.resume(HotlineClocks.TELL, move.law()))
                : after(HotlineStep.UNTOLD, move);
    }

    /** The file of a reporter who is told in another way. */
    ComplaintFile withReach(Reach other) {
        return new ComplaintFile(
                id, number, channel, receivedAt, matter, other, realName, superiorDue, hint, clocks, version);
    }

    /** The file after a move. */
    ComplaintFile moved(ComplaintClocks changed) {
        return new ComplaintFile(
                id, number, channel, receivedAt, matter, reach, realName, superiorDue, hint, changed, version + 1);
    }

    /** The file after a move that is nothing to its clocks. */
    ComplaintFile moved() {
        return moved(clocks);
    }

    /** The file with its clocks as they are now, which is no move. */
    public ComplaintFile withClocks(ComplaintClocks changed) {
        return new ComplaintFile(
                id, number, channel, receivedAt, matter, reach, realName, superiorDue, hint, changed, version);
    }

    /** The file with what it is about corrected; its clocks run on as they did. */
    ComplaintFile withMatter(Matter corrected) {
        return new ComplaintFile(
                id, number, channel, receivedAt, corrected, reach, realName, superiorDue, hint, clocks, version + 1);
    }
}
