package cn.bishui.web;

import org.jspecify.annotations.Nullable;

/** A part of the platform that the answer needs is down or too slow: the answer is 503, and asking again is right. */
public class Unavailable extends RuntimeException {

    private final String part;

    /**
     * @param part a service's name, as {@code permits}, or {@code keycloak}
     * @param cause why it is held to be down, null where it was found out otherwise
     */
    public Unavailable(String part, @Nullable Throwable cause) {
        super(part + " does not answer", cause);
        this.part = part;
    }

    /** The part that is down. */
    public String part() {
        return part;
    }
}
