package cn.bishui.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the units discharge: {@code profiles.csv}. Its first unit is the first of {@code devices.csv} and so on; with more
 * units than profiles they begin again. Lines that name an outlet hold for that outlet alone.
 */
final class Profiles {

    private static final List<String> COLUMNS =
            List.of("unit", "trade", "outlet", "pollutant", "mean", "spread", "amount", "break_days_ago", "break_mean");

    private final List<Line> lines;
    private final int units;

    private Profiles(List<Line> lines) {
        this.lines = lines;
        this.units = lines.stream().mapToInt(Line::unit).max().orElseThrow();
    }

    /** The profiles that travel with the simulator. */
    static Profiles shipped() throws IOException {
        try (InputStream in = Objects.requireNonNull(Profiles.class.getResourceAsStream("profiles.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of("profiles.csv", reader.readAllLines());
        }
    }

    static Profiles read(Path file) throws IOException {
        return of(file.toString(), Files.readAllLines(file));
    }

    static Profiles of(String file, List<String> text) {
        List<Line> lines = new ArrayList<>();
        for (Map<String, String> row : Csv.read(file, text, COLUMNS)) {
            try {
                lines.add(line(row));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException(file + ": not a number in " + row.values(), notANumber);
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " has no line");
        }
        return new Profiles(lines);
    }

    /** What a device measures, in the order of the file. */
    List<Substance> of(Registration device) {
        int unit = (device.unitNumber() - 1) % units + 1;
        List<Substance> own = substances(unit, device.outlet());
        List<Substance> substances = own.isEmpty() ? substances(unit, "") : own;
        if (substances.isEmpty()) {
            throw new IllegalArgumentException("No profile for unit " + unit + ", outlet " + device.outlet());
        }
        return substances;
    }

    private List<Substance> substances(int unit, String outlet) {
        return lines.stream()
                .filter(line -> line.unit() == unit && line.outlet().equals(outlet))
                .map(Line::substance)
                .toList();
    }

    private static Line line(Map<String, String> row) {
        String daysAgo = cell(row, "break_days_ago");
        Substance.@Nullable Excess excess = daysAgo.isEmpty()
                ? null
                : new Substance.Excess(Integer.parseInt(daysAgo), new BigDecimal(cell(row, "break_mean")));
        return new Line(
                Integer.parseInt(cell(row, "unit")),
                cell(row, "outlet"),
                new Substance(
                        cell(row, "pollutant"),
                        new BigDecimal(cell(row, "mean")),
                        new BigDecimal(cell(row, "spread")),
                        cell(row, "amount").equals("yes"),
                        excess));
    }

    private static String cell(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name));
    }

    private record Line(int unit, String outlet, Substance substance) {}
}
