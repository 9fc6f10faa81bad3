package cn.bishui.complaints.statistics;

/** What is counted of complaints. */
public enum Figure {
    RECEIVED("received"),
    ACCEPTED("accepted"),

    /** The sum of the four that follow. */
    REFUSED("refused"),
    REFUSED_OTHER_DEPARTMENT("refused-other-department"),
    REFUSED_LEGAL_ROUTE("refused-legal-route"),
    REFUSED_REPEAT("refused-repeat"),
    REFUSED_UNSATISFIED("refused-unsatisfied"),

    /** Of the accepted ones. */
    ANSWERED("answered"),

    /** Of the answered ones: within the time to finish. */
    IN_TIME("in-time"),

    /** Of the answered ones: true or partly true. */
    TRUE("true"),

    /** Of the answered ones. */
    RATED("rated"),

    /** Of the rated ones: 4 or 5 of 5. */
    SATISFIED("satisfied"),

    /** Of the received ones: refused or answered as a repeat. */
    REPEATS("repeats");

    private final String id;

    Figure(String id) {
        this.id = id;
    }

    /** Its name in messages and JSON. */
    public String id() {
        return id;
    }
}
