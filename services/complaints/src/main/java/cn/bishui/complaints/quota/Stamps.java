package cn.bishui.complaints.quota;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Stamps a form: a challenge that the browser solves by itself while the person writes ({@code
 * /assets/complaints/stamp.js}). Without JavaScript, some seconds and a small allowance do instead.
 *
 * <pre>{@code
 * <form … data-stamp>
 *   <input type="hidden" name="stamp" th:value="${stamp}">
 *   <input type="hidden" name="solution">
 * }</pre>
 */
@Service
public class Stamps {

    Stamps() {}

    /** A new challenge, for the form's hidden field; holds for two hours. */
    public String issue() {
        throw new UnsupportedOperationException();
    }

    /**
     * Accepts a stamped form, each challenge once; call it last, after the form's own faults were found, and not inside a
     * transaction. Codes {@code stamp.invalid}, {@code stamp.over}, {@code stamp.used}, {@code stamp.too-quick},
     * {@code quota.unsolved}.
     *
     * @param solution what the browser found; null or blank where it did not look
     */
    public void accept(String challenge, @Nullable String solution, Client client) {
        throw new UnsupportedOperationException();
    }

    /**
     * The challenge's own id, the same for a form that is sent twice: use it as the form's idempotency key, and look for an
     * earlier answer under it before {@link #accept}. Code {@code stamp.invalid}.
     */
    public UUID id(String challenge) {
        throw new UnsupportedOperationException();
    }
}
