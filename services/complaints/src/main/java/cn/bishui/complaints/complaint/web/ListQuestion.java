package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.ComplaintList;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.web.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks of the list: what it does not know, it does not ask.
 *
 * @param mine {@code true} for what the reader handles
 */
record ListQuestion(
        @Nullable String q,
        @Nullable String state,
        @Nullable String channel,
        @Nullable String type,
        @Nullable String bureau,
        @Nullable String street,
        @Nullable String from,
        @Nullable String to,
        @Nullable String mine) {

    /** What can be asked of the state. */
    static final List<String> STATES = Stream.concat(
                    Stream.of("open", "overdue"),
                    Arrays.stream(ComplaintSheet.State.values()).map(ComplaintSheet.State::id))
            .toList();

    private static final int LONGEST = 100;

    ComplaintList.Filter read(Person person, Instant now) {
        String words = text(q);
        return new ComplaintList.Filter(
                words.length() > LONGEST ? words.substring(0, LONGEST) : words,
                known(state, STATES),
                known(channel, Choices.CHANNELS),
                known(type, Choices.TYPES),
                text(bureau),
                text(street),
                day(from),
                day(to),
                "true".equals(mine) ? person.username() : "",
                now);
    }

    /** Whether it asks for less than everything. */
    boolean narrows() {
        return Stream.of(q, state, channel, type, bureau, street, from, to, mine)
                .anyMatch(each -> !text(each).isEmpty());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String known(@Nullable String typed, List<String> values) {
        String text = text(typed);
        return values.contains(text) ? text : "";
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
