package cn.bishui.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who does something: a person in a post, or a service by itself.
 *
 * @param username the account's name, or {@code system:<service>}
 * @param bureau id of the person's bureau, null for a service or a permit holder
 * @param unit unified social credit code of a permit holder, null for everybody else
 */
public record Actor(
        String username, @Nullable String bureau, @Nullable String unit) {

    /** The service itself, acting on a fact or on a clock. */
    public static Actor system(String service) {
        return new Actor("system:" + service, null, null);
    }

    /** Whether this is the same person, for rules that need two. */
    public boolean isSamePersonAs(String otherUsername) {
        return username.equals(otherUsername);
    }
}
