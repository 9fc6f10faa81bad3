package cn.bishui.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table beside this class: comma-separated, one header line, no quotes. */
final class DataFile {

    private DataFile() {}

    static List<List<String>> rows(String name) {
        try (var stream = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name)) {
            List<List<String>> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            int columns = lines.getFirst().size();
            lines.stream().filter(line -> line.size() != columns).findFirst().ifPresent(line -> {
                throw new IllegalStateException(name + ": " + columns + " columns expected in " + line);
            });
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
