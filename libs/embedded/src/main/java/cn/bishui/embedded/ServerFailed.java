package cn.bishui.embedded;

/** A child process that did not start, ended early or could not be stopped; the message names its log file. */
public final class ServerFailed extends RuntimeException {

    /** A failure without a cause in this JVM. */
    public ServerFailed(String message) {
        super(message);
    }

    /** A failure that an exception in this JVM explains. */
    public ServerFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
