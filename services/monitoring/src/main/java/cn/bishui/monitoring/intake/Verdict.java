package cn.bishui.monitoring.intake;

/** What becomes of a packet. */
public sealed interface Verdict {

    /** Its data are taken and answered by 9014. */
    record Take() implements Verdict {}

    /** It is a notice, answered by 9013. */
    record Note() implements Verdict {}

    /** It is the answer of a device in service to a command, and gets none itself. */
    record Hear() implements Verdict {}

    /** It is an answer that nobody can vouch for, and gets none itself. */
    record LetPass() implements Verdict {}

    /** It is refused, answered by 9011. */
    record Refuse(RefusalReason reason) implements Verdict {}
}
