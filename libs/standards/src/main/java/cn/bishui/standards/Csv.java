package cn.bishui.standards;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the tables that travel with this library: a header line, commas, double quotes, one record a line, UTF-8. */
public final class Csv {

    private Csv() {}

    /**
     * One record.
     *
     * @param cells by the names of the header line, in its order
     */
    public record Row(Map<String, String> cells) {

        /** Keeps a copy. */
        public Row {
            cells = Map.copyOf(cells);
        }

        /** A cell; empty if it is empty or the table has no such column. */
        public String text(String column) {
            return cells.getOrDefault(column, "");
        }

        /** A cell as a number; null if it is empty. Its decimals are kept. */
        public @Nullable BigDecimal number(String column) {
            String text = text(column);
            return text.isEmpty() ? null : new BigDecimal(text);
        }

        /** A cell as a day; null if it is empty. */
        public @Nullable LocalDate day(String column) {
            String text = text(column);
            return text.isEmpty() ? null : LocalDate.parse(text);
        }

        /** Whether a cell says {@code yes}. */
        public boolean yes(String column) {
            return text(column).equals("yes");
        }

        /** The parts of a cell between a separator; none if it is empty. */
        public List<String> list(String column, char separator) {
            String text = text(column);
            return text.isEmpty() ? List.of() : Arrays.asList(text.split("[" + separator + "]", -1));
        }
    }

    /** Reads a table of this library, such as {@code rules.csv}. */
    public static List<Row> resource(String name) {
        try (InputStream in = Objects.requireNonNull(Csv.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if there is no header line, or a record has more or fewer cells than it
     */
    public static List<Row> read(Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        String header = lines.readLine();
        if (header == null) {
            throw new IllegalArgumentException("There is no header line");
        }
        List<String> names = cells(header);
        List<Row> rows = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = cells(line);
            if (cells.size() != names.size()) {
                throw new IllegalArgumentException("Not " + names.size() + " cells: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), cells.get(i));
            }
            rows.add(new Row(row));
        }
        return List.copyOf(rows);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '"') {
                boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (escaped) {
                    cell.append(each);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (each == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(each);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
