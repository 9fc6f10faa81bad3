package cn.bishui.monitoring.assessment.web;

import cn.bishui.web.form.Input;
import org.jspecify.annotations.Nullable;

/** What is said of a decline, as it is typed. */
record DeclineForm(@Nullable String version, @Nullable String words) {

    static final DeclineForm EMPTY = new DeclineForm(null, null);

    private static final int LONGEST = 2000;

    /** With the version that was seen. */
    record Said(long seen, String words) {}

    Said read() {
        Input input = new Input();
        var seen = input.required("version", version, Input::decimal);
        var said = input.text("words", words, LONGEST);
        return input.read(() -> new Said(seen.get().longValue(), said.get()));
    }
}
