package cn.bishui.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the source says about a record, for readers who do not read Java.
 *
 * @param summary the first sentence or sentences
 * @param fields what it says about each field, by its name
 */
record Docs(String summary, Map<String, String> fields) {

    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) ([^@]*)");

    static Docs of(Class<?> type) {
        Pattern comment = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+public record " + type.getSimpleName() + "\\b", Pattern.DOTALL);
        Matcher found = comment.matcher(source(type));
        if (!found.find()) {
            throw new AssertionError(type.getName() + " has no comment that says what it is");
        }
        String text = plain(found.group(1));
        Map<String, String> fields = new LinkedHashMap<>();
        PARAMETER
                .matcher(text)
                .results()
                .forEach(each -> fields.put(each.group(1), each.group(2).strip()));
        return new Docs(text.replaceFirst("@param [\\s\\S]*", "").strip(), fields);
    }

    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\{@(?:code|link) #?([^}]*)}", "$1")
                .replace("<p>", "")
                .replaceAll("\\s+", " ");
    }

    private static String source(Class<?> type) {
        Class<?> file = type.getNestHost();
        try {
            return Files.readString(Path.of("src/main/java", file.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
