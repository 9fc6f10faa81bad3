package cn.bishui.web;

/** Somebody else changed the thing since the reader saw it: the answer is 409, and nothing was changed. */
public class StaleVersion extends RuntimeException {

    /**
     * @param subject what was to be changed, for the log, as {@code permit/12}
     * @param expected the version the reader had seen
     */
    public StaleVersion(String subject, long expected) {
        super(subject + " is no longer at version " + expected);
    }
}
