package cn.bishui.web.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, in words for the reader.
 *
 * @param status HTTP status
 * @param kind machine-readable: {@code not-found}, {@code stale}, {@code invalid}, {@code rule-broken} …
 * @param code the broken rule's code; for all other kinds the kind again
 * @param title the kind in the reader's language
 * @param detail this case in the reader's language
 * @param fields what is wrong with which field, in the order of the request
 * @param reference under which the log has the cause, null unless it was an unforeseen error
 */
public record Failure(
        HttpStatus status,
        String kind,
        String code,
        String title,
        String detail,
        List<Field> fields,
        @Nullable String reference) {

    public Failure {
        fields = List.copyOf(fields);
    }

    /**
     * What is wrong with one field.
     *
     * @param field its name in the request, as {@code limits[0].value}
     * @param message in the reader's language
     */
    public record Field(String field, String message) {}
}
