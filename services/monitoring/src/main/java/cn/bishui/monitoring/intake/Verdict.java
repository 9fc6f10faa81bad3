package cn.bishui.monitoring.intake;

/** What becomes of a packet. */
public sealed interface Verdict {

    /** Its data are taken and answered by 9014. */
    record Take() implements Verdict {}

    /** It is a notice, answered by 9013. */
    record Note() implements Verdict {}

    /** The device tells its hardware's numbers, and is told its own (CN 1001, 1002 of HJ 212-2025). */
    record TellNumber() implements Verdict {}

    /** It is the answer of a device in service to a command, and gets none itself. */
    record Hear() implements Verdict {}

    /** It is an answer that nobody can vouch for, and gets none itself. */
    record LetPass() implements Verdict {}

    /** It is refused, answered by 9011. */
    record Refuse(RefusalReason reason) implements Verdict {}
}
