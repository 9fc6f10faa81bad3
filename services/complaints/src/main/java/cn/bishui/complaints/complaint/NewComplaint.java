package cn.bishui.complaints.complaint;

import cn.bishui.complaints.hotline.Channel;
import cn.bishui.complaints.hotline.Reach;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint that comes in.
 *
 * @param realName whether the reporter's name is given
 * @param superiorDue last day that a superior sets, null if none
 * @param hint an earlier complaint that the reporter thinks is the same, null if none
 */
public record NewComplaint(
        Channel channel,
        Matter matter,
        Reach reach,
        boolean realName,
        @Nullable LocalDate superiorDue,
        @Nullable UUID hint) {}
