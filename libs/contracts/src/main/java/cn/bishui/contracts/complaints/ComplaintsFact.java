package cn.bishui.contracts.complaints;

import cn.bishui.contracts.Fact;

/**
 * A fact told by complaints. None carries who complained, where that person can be reached, or text that the person
 * wrote (Order 15 of the environment ministry, 环保举报热线工作管理办法; 信访工作条例 2022).
 */
public sealed interface ComplaintsFact extends Fact
        permits ComplaintReceived,
                ComplaintCorrected,
                ComplaintAccepted,
                ComplaintRefused,
                ComplaintAssigned,
                ComplaintExtended,
                ComplaintActFound,
                ComplaintAnswered,
                ComplaintRated,
                ComplaintOverdue,
                ComplaintReopened,
                ComplaintClosed {

    /** The topic of all these facts. */
    String TOPIC = "complaints.v1";

    /** Id of the complaint, a UUID: everything that happens to one complaint is told in order. */
    String complaint();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return complaint();
    }
}
