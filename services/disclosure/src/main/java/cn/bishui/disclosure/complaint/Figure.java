package cn.bishui.disclosure.complaint;

/** What is counted: complaints to which something happened in a month. */
public enum Figure {
    /** Came in. */
    RECEIVED(false),
    /** Were accepted. */
    ACCEPTED(false),
    /** Were not accepted. */
    REFUSED(false),
    /** Of these, were not accepted for repeating another. */
    REPEATS(false),
    /** Were given to a bureau for the first time. */
    ASSIGNED(true),
    /** Were answered for the first time. */
    ANSWERED(true),
    /** Were rated for the first time. */
    RATED(true);

    private final boolean ofBureaus;

    Figure(boolean ofBureaus) {
        this.ofBureaus = ofBureaus;
    }

    /** Whether it is counted by bureau too. */
    public boolean ofBureaus() {
        return ofBureaus;
    }
}
