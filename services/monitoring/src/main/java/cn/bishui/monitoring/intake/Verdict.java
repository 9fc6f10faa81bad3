package cn.bishui.monitoring.intake;

/** What becomes of a packet. */
public sealed interface Verdict {

    /** Its data are taken and answered by 9014. */
    record Take() implements Verdict {}

    /** It is a notice, answered by 9013. */
    record Note() implements Verdict {}

    /** It is an answer itself and gets none. */
    record LetPass() implements Verdict {}

    /** It is refused, answered by 9011. */
    record Refuse(RefusalReason reason) implements Verdict {}
}
