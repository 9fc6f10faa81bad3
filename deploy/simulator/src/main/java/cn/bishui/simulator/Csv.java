package cn.bishui.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads lines of comma-separated cells without quotes, named by the first line. */
final class Csv {

    private Csv() {}

    /**
     * @throws IllegalArgumentException if a column is missing or a line has another number of cells
     */
    static List<Map<String, String>> read(String file, List<String> lines, List<String> columns) {
        List<String> names = lines.isEmpty() ? List.of() : cells(lines.getFirst());
        if (!names.containsAll(columns)) {
            throw new IllegalArgumentException(file + " must begin with the columns " + String.join(",", columns));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.isBlank()) {
                continue;
            }
            List<String> cells = cells(line);
            if (cells.size() != names.size()) {
                throw new IllegalArgumentException(
                        "%s, line %d: not %d cells".formatted(file, lines.indexOf(line) + 1, names.size()));
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
