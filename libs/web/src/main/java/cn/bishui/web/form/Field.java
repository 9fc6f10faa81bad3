package cn.bishui.web.form;

import org.jspecify.annotations.Nullable;

/**
 * A field that was read, rightly or not.
 *
 * @param <T> what it holds
 */
public final class Field<T> {

    private final @Nullable T value;

    Field(@Nullable T value) {
        this.value = value;
    }

    /** Whether it could be read. */
    public boolean isRead() {
        return value != null;
    }

    /**
     * What it holds.
     *
     * @throws IllegalStateException where it could not be read; never inside {@link Input#read}
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("The field could not be read");
        }
        return value;
    }
}
