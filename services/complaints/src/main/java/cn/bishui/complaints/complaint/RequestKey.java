package cn.bishui.complaints.complaint;

import cn.bishui.contracts.RuleBroken;

/**
 * By what a request that is sent twice is known.
 *
 * @param key chosen by the sender, 1 to 200 characters
 * @param request all that was asked for, so that another request under the same key is noticed
 */
public record RequestKey(String key, String request) {

    private static final int LONGEST = 200;

    /** Refuses other keys with {@code complaint.request-key}. */
    public RequestKey {
        if (key.isBlank() || key.length() > LONGEST) {
            throw RuleBroken.invalid("complaint.request-key");
        }
    }
}
