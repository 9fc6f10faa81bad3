package cn.bishui.contracts.audit;

import cn.bishui.contracts.Fact;

/** A fact told by the audit log of any service. */
public sealed interface AuditFact extends Fact permits AuditAnchored {

    /** The topic of all these facts. */
    String TOPIC = "audit.anchors.v1";

    @Override
    default String topic() {
        return TOPIC;
    }
}
