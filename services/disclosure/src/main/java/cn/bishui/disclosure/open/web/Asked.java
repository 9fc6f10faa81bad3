package cn.bishui.disclosure.open.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

/** What the parameters of open data have in common. */
final class Asked {

    /** Items a page when the address says nothing. */
    static final String LIMIT = "100";

    /** Items a page at most. */
    static final int LARGEST = 1000;

    private Asked() {}

    /** A parameter that says something, null where it is left out or empty. */
    static @Nullable String text(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }

    /** A parameter that cannot be right: answered with 400 that names it, in the words of a message. */
    static BindException wrongly(String parameter, String message) {
        BindException wrong = new BindException(new MapBindingResult(Map.of(), "query"));
        wrong.addError(new FieldError("query", parameter, null, false, new String[] {message}, null, message));
        return wrong;
    }
}
