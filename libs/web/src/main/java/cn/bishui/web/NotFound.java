package cn.bishui.web;

/** There is no such thing, or the reader may not know of it: the answer is 404. */
public class NotFound extends RuntimeException {

    /**
     * @param what kind of thing, for the log, as {@code permit}
     * @param id what was asked for
     */
    public NotFound(String what, Object id) {
        super("no " + what + " " + id);
    }
}
