package cn.bishui.standards;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The pollutants of HJ 212-2017 table B.1, water. */
public final class Pollutants {

    private static final List<Pollutant> ALL = read();
    private static final Map<String, Pollutant> BY_CODE = byCode();

    private Pollutants() {}

    /** All of them, in the order of the table. */
    public static List<Pollutant> all() {
        return ALL;
    }

    /** The pollutant of a code of 2017 or 2005; empty if the table has no such code. */
    public static Optional<Pollutant> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /**
     * The pollutant of a code of 2017 or 2005.
     *
     * @throws IllegalArgumentException if the table has no such code
     */
    public static Pollutant of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No pollutant has the code " + code));
    }

    private static Map<String, Pollutant> byCode() {
        Map<String, Pollutant> byCode = new HashMap<>();
        for (Pollutant each : ALL) {
            byCode.put(each.code(), each);
            if (each.oldCode() != null) {
                byCode.put(each.oldCode(), each);
            }
        }
        return Map.copyOf(byCode);
    }

    /** The file has no quotes: a cell never holds a comma. */
    private static List<Pollutant> read() {
        String name = "hj212-pollutants.csv";
        try (InputStream in = Objects.requireNonNull(Pollutants.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> Pollutant.of(List.of(line.split(",", -1))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
