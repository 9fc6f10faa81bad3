package cn.bishui.complaints.hotline;

import static cn.bishui.complaints.hotline.HotlineClocks.ASSIGN;
import static cn.bishui.complaints.hotline.HotlineClocks.FINISH;
import static cn.bishui.complaints.hotline.HotlineClocks.OBJECT;
import static cn.bishui.complaints.hotline.HotlineClocks.PASS;
import static cn.bishui.complaints.hotline.HotlineClocks.PLATFORM;
import static cn.bishui.complaints.hotline.HotlineClocks.REEXAMINATION;
import static cn.bishui.complaints.hotline.HotlineClocks.REEXAMINE;
import static cn.bishui.complaints.hotline.HotlineClocks.REVIEW;
import static cn.bishui.complaints.hotline.HotlineClocks.REVIEW_ANSWER;
import static cn.bishui.complaints.hotline.HotlineClocks.TELL;

import java.util.List;

/**
 * The steps of a complaint that start or stop a clock, and which. This table is all there is: no other step touches a
 * clock, so no edit can start one anew. How long each runs is in {@code libs/clocks}, by the date of law.
 */
public enum HotlineStep {

    /** It came in. Order 15 art. 8: 15 days to tell whether it is accepted; a platform's target where a profile sets one. */
    RECEIVED(List.of(TELL, PLATFORM), List.of()),

    /** It is accepted. Arts. 9, 10, 11: 3 working days to pass it on, 60 days to finish. */
    ACCEPTED(List.of(ASSIGN, PASS, FINISH), List.of(PLATFORM)),

    /** It is not accepted. */
    REFUSED(List.of(), List.of(PLATFORM)),

    /** The reporter knows whether it is accepted, or cannot be reached (art. 8). */
    TOLD(List.of(), List.of(TELL)),

    /** A bureau has it. Regulations on petitions art. 23: 5 working days to object. */
    ASSIGNED(List.of(OBJECT), List.of(ASSIGN)),

    /** The bureau says it is not competent. */
    OBJECTED(List.of(), List.of(OBJECT)),

    /** The common superior has decided who is competent: nobody objects again. */
    SETTLED(List.of(), List.of(OBJECT)),

    /** Somebody in the bureau has it. */
    TAKEN(List.of(), List.of(OBJECT, PASS)),

    /** The head has signed the result. */
    ANSWERED(List.of(), List.of(FINISH)),

    /** The answer was received. Regulations on petitions art. 35: 30 days to ask for re-examination. */
    ANSWER_TOLD(List.of(REEXAMINE), List.of(REEXAMINE)),

    /** The message with an answer never went out: no right has begun yet. */
    UNTOLD(List.of(), List.of(REEXAMINE, REVIEW)),
    /** Re-examination is asked for. Art. 35: 30 days to answer. */
    REEXAMINATION_ASKED(List.of(REEXAMINATION), List.of(REEXAMINE)),

    /** Re-examination is decided. */
    REEXAMINED(List.of(), List.of(REEXAMINATION)),

    /** Its answer was received. Art. 36: 30 days to ask for review. */
    REEXAMINATION_TOLD(List.of(REVIEW), List.of(REVIEW)),

    /** Review is asked for. Art. 36: 30 days to answer. */
    REVIEW_ASKED(List.of(REVIEW_ANSWER), List.of(REVIEW)),

    /** Review is decided: the end. */
    REVIEWED(List.of(), List.of(REVIEW_ANSWER)),

    /** The reporter says it goes on: the bureau has to deal with it again, with a time of its own. */
    REOPENED(List.of(PASS, FINISH), List.of(REEXAMINE, REVIEW)),

    /** Nothing more is to come. */
    CLOSED(List.of(), List.of(REEXAMINE, REVIEW));

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> starts;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> stops;

    HotlineStep(List<String> starts, List<String> stops) {
        this.starts = starts;
        this.stops = stops;
    }

    /** The clocks that it starts. */
    public List<String> starts() {
        return starts;
    }

    /** The clocks that it stops, where they run. */
    public List<String> stops() {
        return stops;
    }
}
