package cn.bishui.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A device as the centre has registered it: one line of {@code devices.csv}.
 *
 * @param mn number of the device
 * @param pw its password
 * @param outlet code of the outlet, such as {@code DW001}, or of the site of the network where it stands
 * @param unit credit code of the unit; the site again where it stands at one
 * @param unitNumber which unit of the file, from 1, in the order in which units first come
 * @param discharge whether it measures what a unit discharges; surface water otherwise, which needs no permit
 */
record Registration(String mn, String pw, String outlet, String unit, int unitNumber, boolean discharge) {

    private static final List<String> COLUMNS = List.of("mn", "pw", "outlet", "unit", "permit");

    static List<Registration> read(Path file) throws IOException {
        List<Registration> registrations = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (Map<String, String> row : Csv.read(file.toString(), Files.readAllLines(file), COLUMNS)) {
            String unit = cell(row, "unit");
            if (!units.contains(unit)) {
                units.add(unit);
            }
            registrations.add(new Registration(
                    cell(row, "mn"),
                    cell(row, "pw"),
                    cell(row, "outlet"),
                    unit,
                    units.indexOf(unit) + 1,
                    !cell(row, "permit").isEmpty()));
        }
        return registrations;
    }

    private static String cell(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name));
    }

    /** Names the device; the password is left out. */
    @Override
    public String toString() {
        return "device " + mn + " at " + outlet + " of " + unit;
    }
}
