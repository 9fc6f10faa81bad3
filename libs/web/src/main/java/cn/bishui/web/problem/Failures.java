package cn.bishui.web.problem;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import cn.bishui.web.StaleVersion;
import cn.bishui.web.Unavailable;
import cn.bishui.web.form.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.databind.DatabindException;

/** Turns an exception into words: the one place that decides status, code and how much is said. */
public final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final MessageSource messages;

    Failures(MessageSource messages) {
        this.messages = messages;
    }

    /** The failure an exception stands for; an unforeseen one is logged under the reference the reader gets. */
    public Failure of(Throwable cause, Locale locale) {
        return switch (cause) {
            case RuleBroken broken -> ruleBroken(broken, locale);
            case InvalidInput input -> invalidInput(input, locale);
            case NotFound _ -> of(HttpStatus.NOT_FOUND, locale);
            case StaleVersion _ -> of(HttpStatus.CONFLICT, locale);
            case Unavailable down -> unavailable(down, locale);
            case BindException invalid -> invalid(fields(invalid.getBindingResult(), locale), locale);
            case HandlerMethodValidationException invalid -> invalid(fields(invalid, locale), locale);
            case MissingServletRequestParameterException missing ->
                invalid(
                        List.of(new Failure.Field(missing.getParameterName(), text("web.field.missing", locale))),
                        locale);
            case MethodArgumentTypeMismatchException mismatch ->
                invalid(List.of(new Failure.Field(mismatch.getName(), text("web.field.form", locale))), locale);
            case TypeMismatchException mismatch ->
                invalid(
                        List.of(new Failure.Field(
                                String.valueOf(mismatch.getPropertyName()), text("web.field.form", locale))),
                        locale);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable, locale);
            case MaxUploadSizeExceededException _ -> of(HttpStatus.CONTENT_TOO_LARGE, locale);
            case ErrorResponse told when !told.getStatusCode().is5xxServerError() -> of(told.getStatusCode(), locale);
            default -> unforeseen(cause, locale);
        };
    }

    /** The failure a bare status stands for. */
    public Failure of(HttpStatusCode status, Locale locale) {
        HttpStatus known = HttpStatus.resolve(status.value());
        HttpStatus shown = known == null || !known.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        String kind = kind(shown);
        return new Failure(
                shown,
                kind,
                kind,
                text("web.failure." + kind, locale),
                text("web.failure." + kind + ".detail", locale),
                List.of(),
                null);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "invalid";
            case UNAUTHORIZED -> "unauthenticated";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method";
            case NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "media-type";
            case CONFLICT -> "stale";
            case CONTENT_TOO_LARGE -> "too-large";
            case UNPROCESSABLE_CONTENT -> "rule-broken";
            case TOO_MANY_REQUESTS -> "too-many";
            case SERVICE_UNAVAILABLE, BAD_GATEWAY, GATEWAY_TIMEOUT -> "unavailable";
            default -> status.is4xxClientError() ? "invalid" : "internal";
        };
    }

    private Failure ruleBroken(RuleBroken broken, Locale locale) {
        Failure plain = of(status(broken.kind()), locale);
        return new Failure(
                plain.status(), plain.kind(), broken.code(), plain.title(), words(broken, locale), List.of(), null);
    }

    private static HttpStatus status(RuleBroken.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    private Failure invalidInput(InvalidInput input, Locale locale) {
        Failure plain = of(HttpStatus.UNPROCESSABLE_CONTENT, locale);
        List<Failure.Field> fields = input.faults().stream()
                .map(fault -> new Failure.Field(fault.field(), words(fault.broken(), locale)))
                .toList();
        return new Failure(plain.status(), plain.kind(), "invalid-input", plain.title(), plain.detail(), fields, null);
    }

    /** The rule's words in the reader's language: the message {@code rule.<code>}; the code where there is none. */
    public String words(RuleBroken broken, Locale locale) {
        return String.valueOf(
                messages.getMessage("rule." + broken.code(), broken.arguments().toArray(), broken.code(), locale));
    }

    private Failure unavailable(Unavailable down, Locale locale) {
        Failure failure = of(HttpStatus.SERVICE_UNAVAILABLE, locale);
        String part = messages.getMessage("web.service." + down.part(), null, down.part(), locale);
        return new Failure(
                failure.status(),
                failure.kind(),
                failure.code(),
                failure.title(),
                messages.getMessage("web.failure.unavailable.part", new Object[] {String.valueOf(part)}, locale),
                List.of(),
                null);
    }

    private Failure invalid(List<Failure.Field> fields, Locale locale) {
        Failure plain = of(HttpStatus.BAD_REQUEST, locale);
        return new Failure(plain.status(), plain.kind(), plain.code(), plain.title(), plain.detail(), fields, null);
    }

    private Failure unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
        if (unreadable.getCause() instanceof DatabindException databind
                && !databind.getPath().isEmpty()) {
            String path = databind.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                    .collect(Collectors.joining("."))
                    .replace(".[", "[");
            return invalid(List.of(new Failure.Field(path, text("web.field.form", locale))), locale);
        }
        Failure plain = of(HttpStatus.BAD_REQUEST, locale);
        return new Failure(
                plain.status(),
                plain.kind(),
                plain.code(),
                plain.title(),
                text("web.failure.unreadable", locale),
                List.of(),
                null);
    }

    private Failure unforeseen(Throwable cause, Locale locale) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("unforeseen, told the reader as {}", reference, cause);
        Failure plain = of(HttpStatus.INTERNAL_SERVER_ERROR, locale);
        return new Failure(
                plain.status(),
                plain.kind(),
                plain.code(),
                plain.title(),
                messages.getMessage("web.failure.internal.reference", new Object[] {reference}, locale),
                List.of(),
                reference);
    }

    private List<Failure.Field> fields(BindingResult result, Locale locale) {
        return result.getAllErrors().stream()
                .map(error -> new Failure.Field(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        message(error, locale)))
                .distinct()
                .toList();
    }

    private List<Failure.Field> fields(HandlerMethodValidationException invalid, Locale locale) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Failure.Field(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : name(result.getMethodParameter()),
                                String.valueOf(messages.getMessage(error, locale)))))
                .toList();
    }

    private static String name(MethodParameter parameter) {
        @Nullable String name = parameter.getParameterName();
        return name == null ? "" : name;
    }

    private String message(ObjectError error, Locale locale) {
        return error instanceof FieldError field && field.isBindingFailure()
                ? text("web.field.form", locale)
                : String.valueOf(messages.getMessage(error, locale));
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
