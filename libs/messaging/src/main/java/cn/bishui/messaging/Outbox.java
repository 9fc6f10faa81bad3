package cn.bishui.messaging;

import cn.bishui.contracts.Fact;

/** Where a use case leaves the facts it wants told: kept in its own transaction, sent to Kafka after it commits. */
public interface Outbox {

    /**
     * Leaves a fact to be told. Facts of one key are told in the order of commit, provided that the caller has locked
     * the aggregate's row before (an update does).
     *
     * @throws IllegalStateException outside a transaction
     */
    void append(Fact fact);
}
