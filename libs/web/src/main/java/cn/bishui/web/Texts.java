package cn.bishui.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * A service's texts in one reader's language. A controller method takes it as an argument.
 *
 * <p>A text that is asked for and not there is a fault of ours: {@link org.springframework.context.NoSuchMessageException}.
 */
public final class Texts {

    private final MessageSource messages;
    private final Locale locale;

    public Texts(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** The text of a key; its arguments stand in it as they are, a number without thousands apart. */
    public String of(String key, Object... arguments) {
        return messages.getMessage(
                key, Stream.of(arguments).map(String::valueOf).toArray(), locale);
    }

    /** The text of a key that is made of what somebody else calls a thing; his word where we have none. */
    public String orWord(String prefix, String word) {
        return String.valueOf(messages.getMessage(prefix + word, null, word, locale));
    }

    /** The texts of several keys, for a table's heads. */
    public String[] all(String... keys) {
        return Stream.of(keys).map(this::of).toArray(String[]::new);
    }

    /** Values with their texts, in order, for a choice; the key of a value's text is {@code prefix + value}. */
    public Map<String, String> options(String prefix, Collection<String> values) {
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach(value -> options.put(value, of(prefix + value)));
        return options;
    }

    /** What fits the reader of two names that are no texts of ours. */
    public String either(String chinese, String english) {
        return locale.getLanguage().equals("en") ? english : chinese;
    }

    public Locale locale() {
        return locale;
    }
}
