package cn.bishui.complaints.hotline;

/** The clocks of a complaint, by their ids in {@code libs/clocks}, where their length, source and doubt are. */
public final class HotlineClocks {

    /** To tell the reporter whether it is accepted. */
    public static final String TELL = "CMP-TELL";

    /** To accept it by a platform's own target, where a profile sets one. */
    public static final String PLATFORM = "CMP-PLATFORM";

    /** To assign it. */
    public static final String ASSIGN = "CMP-ASSIGN";

    /** To have somebody in the bureau take it up. */
    public static final String PASS = "CMP-PASS";

    /** To finish it; the head may add to it once. */
    public static final String FINISH = "CMP-FINISH";

    /** The bureau's right to object to the assignment. */
    public static final String OBJECT = "CMP-OBJECT";

    /** The reporter's right to ask for re-examination (复查). */
    public static final String REEXAMINE = "CMP-REEX";

    /** To answer a request for re-examination. */
    public static final String REEXAMINATION = "CMP-REEX-ANS";

    /** The reporter's right to ask for review (复核). */
    public static final String REVIEW = "CMP-REVIEW";

    /** To answer a request for review. */
    public static final String REVIEW_ANSWER = "CMP-REVIEW-ANS";

    /** The step of {@link #FINISH} by which the head of the bureau adds time. */
    public static final String BY_HEAD = "head";

    private HotlineClocks() {}
}
