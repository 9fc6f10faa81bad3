package cn.bishui.monitoring.duty.web;

import cn.bishui.web.form.Input;
import org.jspecify.annotations.Nullable;

/** How an alert was seen to, as it is typed. */
record AlertForm(
        @Nullable String kind,
        @Nullable String ref,
        @Nullable String note) {

    private static final int LONGEST = 500;
    private static final int NAME = 200;

    static final AlertForm EMPTY = new AlertForm(null, null, null);

    /** What is to be noted. */
    record Seen(String kind, String ref, String note) {}

    Seen read() {
        Input input = new Input();
        var which = input.text("kind", kind, NAME);
        var name = input.text("ref", ref, NAME);
        var how = input.text("note", note, LONGEST);
        return input.read(() -> new Seen(which.get(), name.get(), how.get()));
    }
}
