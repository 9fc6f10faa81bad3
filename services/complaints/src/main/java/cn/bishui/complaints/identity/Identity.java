package cn.bishui.complaints.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who reported, as far as the reporter said.
 *
 * @param name at most 60 characters
 * @param phone as the reporter gave it, at most 30 characters
 * @param address at most 200 characters
 * @param contact another way to reach the reporter, at most 100 characters
 */
public record Identity(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String contact) {

    /** Blank fields are null. */
    public boolean isEmpty() {
        return name == null && phone == null && address == null && contact == null;
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
