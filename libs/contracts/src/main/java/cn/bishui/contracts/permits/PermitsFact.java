package cn.bishui.contracts.permits;

import cn.bishui.contracts.Fact;

/** A fact told by permits. */
public sealed interface PermitsFact extends Fact permits PermitGranted {

    /** The topic of all these facts. */
    String TOPIC = "permits.v1";

    @Override
    default String topic() {
        return TOPIC;
    }
}
