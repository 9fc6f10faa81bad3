package cn.bishui.complaints.complaint.jdbc;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chinese has no spaces between words, so texts are kept as the pairs of characters that occur in them: whoever looks for
 * 化工厂 finds what has both 化工 and 工厂. Whether they stand together, the query checks in the text.
 */
final class SearchWords {

    /** So much of a text is searched. */
    private static final int SEARCHED = 1000;

    private SearchWords() {}

    /** The pairs of several texts. */
    static String[] of(@Nullable String... texts) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                pairs.addAll(pairs(text.length() > SEARCHED ? text.substring(0, SEARCHED) : text));
            }
        }
        return pairs.toArray(String[]::new);
    }

    /** A query for what has all pairs of a text; empty where the text is shorter than a pair. */
    static String query(String text) {
        return pairs(text).stream()
                .map(pair -> "'" + pair.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(" & "));
    }

    private static List<String> pairs(String text) {
        String[] characters = text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(each -> !Character.isWhitespace(each) && each != 0)
                .mapToObj(Character::toString)
                .toArray(String[]::new);
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(characters[i] + characters[i + 1]);
        }
        return Arrays.asList(pairs.toArray(String[]::new));
    }
}
