package cn.bishui.complaints.complaint.jdbc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chinese has no spaces between words, so texts are kept as the pairs of characters that occur in them: whoever looks for
 * 化工厂 finds what has both 化工 and 工厂. Whether they stand together, the query checks in the text. A text's last character
 * is kept too: who looks for a single one finds what begins with it.
 */
final class SearchWords {

    private SearchWords() {}

    /** The pairs of several texts, and the last character of each. */
    static String[] of(@Nullable String... texts) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                List<String> characters = characters(text);
                pairs.addAll(pairs(characters));
                if (!characters.isEmpty()) {
                    pairs.add(characters.getLast());
                }
            }
        }
        return pairs.toArray(String[]::new);
    }

    /** A query for what has all pairs of a text, or its only character; empty where it is blank. */
    static String query(String text) {
        List<String> characters = characters(text);
        return characters.size() == 1
                ? quoted(characters.getFirst()) + ":*"
                : pairs(characters).stream().map(SearchWords::quoted).collect(Collectors.joining(" & "));
    }

    /** What stands among the pairs of a bureau's complaints: its code in capitals, which is no pair. */
    static String bureau(String code) {
        return quoted(code);
    }

    private static String quoted(String pair) {
        return "'" + pair.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static List<String> characters(String text) {
        return text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(each -> !Character.isWhitespace(each) && each != 0)
                .mapToObj(Character::toString)
                .toList();
    }

    private static Set<String> pairs(List<String> characters) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < characters.size(); i++) {
            pairs.add(characters.get(i) + characters.get(i + 1));
        }
        return pairs;
    }
}
