package cn.bishui.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A move that a rule of the domain does not allow. Services throw it; the web library answers with a problem detail
 * whose type ends in {@link #code()}, and pages show the message of that code in the reader's language, so a code is
 * part of a service's interface and does not change.
 */
public final class RuleBroken extends RuntimeException {

    /** What the caller can do about it. */
    public enum Kind {
        /** What was handed in cannot be right: mend it (HTTP 422). */
        INVALID,
        /** There is no such thing (HTTP 404). */
        MISSING,
        /** It does not fit what is on file, or the file has moved on: look again (HTTP 409). */
        CONFLICT,
        /** Somebody else must do it (HTTP 403). */
        FORBIDDEN,
        /** It was asked for too often: wait (HTTP 429). */
        TOO_MANY
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Optional<Duration> wait;

    private RuleBroken(Kind kind, String code, List<Object> arguments) {
        this(kind, code, arguments, Optional.empty());
    }

    private RuleBroken(Kind kind, String code, List<Object> arguments, Optional<Duration> wait) {
        super(arguments.isEmpty() ? code : code + " " + arguments);
        this.kind = kind;
        this.code = code;
        this.arguments = arguments;
        this.wait = wait;
    }

    /**
     * What was handed in cannot be right.
     *
     * @param code such as {@code credit-code.check-character}
     * @param arguments what the message names, in its order
     */
    public static RuleBroken invalid(String code, Object... arguments) {
        return new RuleBroken(Kind.INVALID, code, List.of(arguments));
    }

    /** There is no such thing; see {@link #invalid} for the parameters. */
    public static RuleBroken missing(String code, Object... arguments) {
        return new RuleBroken(Kind.MISSING, code, List.of(arguments));
    }

    /** It does not fit what is on file; see {@link #invalid} for the parameters. */
    public static RuleBroken conflict(String code, Object... arguments) {
        return new RuleBroken(Kind.CONFLICT, code, List.of(arguments));
    }

    /** Somebody else must do it; see {@link #invalid} for the parameters. */
    public static RuleBroken forbidden(String code, Object... arguments) {
        return new RuleBroken(Kind.FORBIDDEN, code, List.of(arguments));
    }

    /**
     * It was asked for too often; see {@link #invalid} for the other parameters.
     *
     * @param wait after which asking again is right
     */
    public static RuleBroken tooMany(String code, Duration wait, Object... arguments) {
        return new RuleBroken(Kind.TOO_MANY, code, List.of(arguments), Optional.of(wait));
    }

    public Kind kind() {
        return kind;
    }

    /** Names the rule: lower-case words, {@code thing.rule}; the key of its message. */
    public String code() {
        return code;
    }

    /** What the message names, in its order. */
    public List<Object> arguments() {
        return arguments;
    }

    /** How long to wait before asking again; empty for all kinds but {@link Kind#TOO_MANY}. */
    public Optional<Duration> retryAfter() {
        return wait;
    }
}
