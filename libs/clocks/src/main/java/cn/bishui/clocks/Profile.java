package cn.bishui.clocks;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;

/**
 * What a province or city sets stricter than the law: rows over those of {@code legal-clocks.csv}. A row is never taken
 * out again, because clocks that run were started under it; it is ended with {@code valid_to}.
 */
public final class Profile {

    private final List<Map<String, String>> rows;

    private Profile(List<Map<String, String>> rows) {
        this.rows = rows;
    }

    /** The law as it is. */
    public static Profile none() {
        return new Profile(List.of());
    }

    /**
     * Reads a profile: CSV with the columns {@code clock}, {@code id} (of this version, its own), {@code valid_from},
     * {@code valid_to}, {@code value}, {@code unit}, {@code day_kind}, {@code holiday_shift}, {@code reminders},
     * {@code note}, {@code source}. An empty cell leaves what the law says.
     *
     * @throws IllegalArgumentException if a row has no clock or no id
     * @throws IOException if the reader throws it
     */
    public static Profile read(Reader csv) throws IOException {
        List<Map<String, String>> rows = Csv.read(csv);
        for (Map<String, String> row : rows) {
            if (Csv.text(row, "clock").isEmpty() || Csv.text(row, "id").isEmpty()) {
                throw new IllegalArgumentException("A profile's row names a clock and has an id: " + row);
            }
        }
        return new Profile(rows);
    }

    List<Map<String, String>> rows() {
        return rows;
    }
}
