package cn.bishui.enforcement.clue;

import cn.bishui.contracts.RuleBroken;

/** What a clue comes to. */
public enum FilingDecision {
    /** A case is filed (立案). */
    FILE("file"),
    /** No case is filed (不予立案). */
    DISMISS("dismiss");

    private final String id;

    FilingDecision(String id) {
        this.id = id;
    }

    /** {@code file} or {@code dismiss}. */
    public String id() {
        return id;
    }

    /** Reads an {@link #id}; anything else breaks {@code clue.decision}. */
    public static FilingDecision of(String id) {
        return switch (id) {
            case "file" -> FILE;
            case "dismiss" -> DISMISS;
            default -> throw RuleBroken.invalid("clue.decision");
        };
    }
}
