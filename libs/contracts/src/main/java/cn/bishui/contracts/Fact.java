package cn.bishui.contracts;

/**
 * Something that happened in one service and that others may act on.
 *
 * <p>A fact is a record in the past tense. Its JSON form is pinned by a golden file; fields are only ever added, and a
 * reader ignores fields and facts that it does not know. On the wire it is a CloudEvent in Kafka binary mode whose
 * {@code ce_type} is {@link #type()}.
 */
public interface Fact {

    /** The topic on which this fact is told. */
    String topic();

    /** The id of the aggregate: facts of one key arrive in the order in which they were committed. */
    String key();

    /** The CloudEvents type: the simple name of the record. */
    default String type() {
        return getClass().getSimpleName();
    }
}
