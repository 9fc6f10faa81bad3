package cn.bishui.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to run.
 *
 * @param devices path of {@code devices.csv}
 * @param profiles path of a file like the shipped {@code profiles.csv}; null for the shipped one
 * @param interval between the values of the moment
 * @param patience how long an answer is waited for
 * @param resends how often a packet is sent again before the connection is given up
 * @param pause before the first attempt to connect again; it doubles up to a minute
 * @param firstDay the day on which the simulation began
 * @param tampering which unit changes the slope of an instrument without a calibration, from 1; 0 for none
 */
record Options(
        Path devices,
        @Nullable Path profiles,
        String host,
        int port,
        Duration interval,
        Duration patience,
        int resends,
        Duration pause,
        String seed,
        ZoneId zone,
        LocalDate firstDay,
        int tampering) {

    static final String USAGE = """
            Usage: Simulator DEVICES.CSV HOST:PORT [options]
              --interval=30         seconds between real-time values, 1..3600
              --answer-timeout=10   seconds an answer is waited for, 1..99
              --resends=3           how often a packet is sent again, 0..99
              --profiles=FILE       what the units discharge, instead of what is shipped
              --seed=TEXT           another seed gives other values
              --zone=Asia/Shanghai  local time of the devices
              --first-day=DATE      day from which excesses are counted back (default: the day DEVICES.CSV was written)
              --tampering=0         the unit, from 1, that changes an instrument's slope without a calibration; 0 for none""";

    private static final Set<String> NAMES =
            Set.of("interval", "answer-timeout", "resends", "profiles", "seed", "zone", "first-day", "tampering");

    /**
     * @throws IllegalArgumentException with one sentence for the person at the keyboard
     */
    static Options parse(List<String> arguments) throws IOException {
        Map<String, String> named = new HashMap<>();
        List<String> plain =
                arguments.stream().filter(each -> !each.startsWith("--")).toList();
        for (String each : arguments) {
            if (each.startsWith("--")) {
                int equals = each.indexOf('=');
                String name = equals < 0 ? each.substring(2) : each.substring(2, equals);
                if (equals < 0 || !NAMES.contains(name)) {
                    throw new IllegalArgumentException("Unknown option " + each);
                }
                named.put(name, each.substring(equals + 1));
            }
        }
        if (plain.size() != 2) {
            throw new IllegalArgumentException("Two arguments are needed: the devices and the centre's address");
        }
        Path devices = Path.of(plain.get(0));
        String address = plain.get(1);
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("Not HOST:PORT: " + address);
        }
        try {
            ZoneId zone = ZoneId.of(named.getOrDefault("zone", "Asia/Shanghai"));
            String profiles = named.get("profiles");
            String firstDay = named.get("first-day");
            return new Options(
                    devices,
                    profiles == null ? null : Path.of(profiles),
                    address.substring(0, colon),
                    number("port", address.substring(colon + 1), 1, 65_535),
                    Duration.ofSeconds(number("interval", named.getOrDefault("interval", "30"), 1, 3600)),
                    Duration.ofSeconds(number("answer-timeout", named.getOrDefault("answer-timeout", "10"), 1, 99)),
                    number("resends", named.getOrDefault("resends", "3"), 0, 99),
                    Duration.ofSeconds(1),
                    named.getOrDefault("seed", "bishui"),
                    zone,
                    firstDay == null ? written(devices, zone) : LocalDate.parse(firstDay),
                    number("tampering", named.getOrDefault("tampering", "0"), 0, 999));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static LocalDate written(Path file, ZoneId zone) throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), zone);
    }

    private static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("The " + name + " is not a number: " + text, notANumber);
        }
        throw new IllegalArgumentException("The %s is %d to %d, not %s".formatted(name, least, most, text));
    }
}
