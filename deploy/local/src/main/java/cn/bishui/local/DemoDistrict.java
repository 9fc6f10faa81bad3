package cn.bishui.local;

import cn.bishui.keycloak.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Three fictional units with outlets, granted permits and devices, put in through the services' own interfaces by the
 * posts whose work it is. What is there already stays as it is, so a run that was cut short is finished by the next.
 */
final class DemoDistrict {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DEVICE_PASSWORD_LENGTH = 6;

    private final Path devicesFile;
    private final Tokens tokens;
    private final String permitsUrl;
    private final String monitoringUrl;

    DemoDistrict(Path devicesFile, Tokens tokens, String permitsUrl, String monitoringUrl) {
        this.devicesFile = devicesFile;
        this.tokens = tokens;
        this.permitsUrl = permitsUrl + "/api/permits/v1";
        this.monitoringUrl = monitoringUrl + "/api/monitoring/v1";
    }

    /** Puts in what is missing. */
    void load() {
        List<Map<String, String>> units = rows("demo/units.csv");
        List<Map<String, String>> limits = rows("demo/limits.csv");
        try (var clerk = new Api(permitsUrl, tokens.of("env-permit-clerk"));
                var approver = new Api(permitsUrl, tokens.of("env-permit-approver"));
                var engineer = new Api(monitoringUrl, tokens.of("env-device-engineer"));
                var tester = new Api(monitoringUrl, tokens.of("env-device-approver"))) {
            for (Map<String, String> unit : units) {
                registerUnit(clerk, unit);
                grant(clerk, approver, unit, limits);
            }
            for (Map<String, String> device : devices(units)) {
                if (!isStation(device)) {
                    registerDevice(engineer, tester, device);
                }
            }
        }
    }

    /** Devices at sites of the network, as soon as the sites are there. */
    void loadStations() {
        try (var engineer = new Api(monitoringUrl, tokens.of("env-device-engineer"));
                var tester = new Api(monitoringUrl, tokens.of("env-device-approver"))) {
            for (Map<String, String> device : devices(rows("demo/units.csv"))) {
                if (isStation(device)) {
                    registerDevice(engineer, tester, device);
                }
            }
        }
    }

    private static boolean isStation(Map<String, String> device) {
        return text(device, "permit").isEmpty();
    }

    private static void registerUnit(Api clerk, Map<String, String> unit) {
        String path = "/units/" + unit.get("creditCode");
        JsonNode present = clerk.get(path)
                .orElseGet(() -> clerk.post(
                        "/units", fields(unit, "creditCode", "name", "trade", "address", "longitude", "latitude")));
        for (JsonNode outlet : present.path("outlets")) {
            if (outlet.path("code").asText().equals(unit.get("outlet"))) {
                return;
            }
        }
        clerk.post(
                path + "/outlets",
                Map.of(
                        "code", text(unit, "outlet"),
                        "name", text(unit, "outletName"),
                        "receiving", text(unit, "receiving"),
                        "longitude", text(unit, "longitude"),
                        "latitude", text(unit, "latitude")));
    }

    private static void grant(Api clerk, Api approver, Map<String, String> unit, List<Map<String, String>> limits) {
        String number = text(unit, "permit");
        JsonNode permit = clerk.get("/permits/" + number)
                .orElseGet(() -> clerk.post(
                        "/permits",
                        Map.of(
                                "number", number,
                                "managementType", text(unit, "managementType"),
                                "issuedBy", "区环保局",
                                // In force during the days that the simulator tells of.
                                "validFrom",
                                        LocalDate.now(ZONE)
                                                .minusMonths(6)
                                                .withDayOfMonth(1)
                                                .toString(),
                                "limits", limitsOf(unit, limits))));
        String path = "/permits/" + permit.path("id").asText();
        if (List.of("draft", "returned").contains(permit.path("state").asText())) {
            permit = clerk.post(path + "/submit", version(permit));
        }
        if (permit.path("state").asText().equals("submitted")) {
            approver.post(path + "/grant", version(permit));
        }
    }

    private static List<Map<String, String>> limitsOf(Map<String, String> unit, List<Map<String, String>> limits) {
        return limits.stream()
                .filter(limit -> text(limit, "creditCode").equals(unit.get("creditCode")))
                .map(limit -> {
                    var row = new LinkedHashMap<>(fields(limit, "outlet", "pollutant", "min", "max"));
                    row.values().removeIf(String::isEmpty);
                    return (Map<String, String>) row;
                })
                .toList();
    }

    private static void registerDevice(Api engineer, Api tester, Map<String, String> device) {
        String path = "/devices/" + device.get("mn");
        JsonNode present =
                engineer.get(path).orElseGet(() -> patiently(() -> engineer.post("/devices", registration(device))));
        if (present.path("state").asText().equals("registered")) {
            present = tester.post(
                    path + "/tests",
                    Map.of(
                            "version",
                            present.path("version").asText(),
                            "testedOn",
                            LocalDate.now(ZONE).toString(),
                            "report",
                            "YS-" + text(device, "outlet") + "（示例）",
                            "passed",
                            "true"));
        }
        if (present.path("state").asText().equals("tested")) {
            engineer.post(path + "/in-service", version(present));
        }
    }

    private static Map<String, Object> registration(Map<String, String> device) {
        var registration = new LinkedHashMap<String, Object>(fields(device, "mn"));
        registration.put("password", text(device, "pw"));
        if (isStation(device)) {
            registration.put("site", text(device, "unit"));
        } else {
            registration.putAll(fields(device, "unit", "outlet", "permit"));
        }
        registration.put("reportIntervalSeconds", "30");
        registration.put("factors", factorsOf(device));
        return registration;
    }

    private static List<Map<String, String>> factorsOf(Map<String, String> device) {
        return rows("demo/factors.csv").stream()
                .filter(row -> text(row, "unit").equals(device.get("unit")))
                .map(row -> fields(row, "pollutant", "low", "high", "resolution", "analyser", "serial"))
                .toList();
    }

    /** Monitoring learns of a permit a moment after it was granted and refuses its devices until then. */
    private static JsonNode patiently(Supplier<JsonNode> call) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (ApiRefused e) {
                if (e.status() >= 500 || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    /** The devices' file, which is made once: their passwords are nowhere else. */
    private List<Map<String, String>> devices(List<Map<String, String>> units) {
        if (!Files.exists(devicesFile)) {
            Home.writePrivate(
                    devicesFile,
                    Stream.concat(units.stream(), rows("demo/stations.csv").stream())
                            .map(unit -> String.join(
                                            ",",
                                            text(unit, "mn"),
                                            Secrets.random(DEVICE_PASSWORD_LENGTH),
                                            text(unit, "outlet"),
                                            text(unit, "creditCode"),
                                            text(unit, "permit"))
                                    + "\n")
                            .collect(Collectors.joining("", "mn,pw,outlet,unit,permit\n", "")));
        }
        try {
            return table(Files.readString(devicesFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> version(JsonNode seen) {
        return Map.of("version", seen.path("version").asText());
    }

    private static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), () -> "no column " + column);
    }

    private static Map<String, String> fields(Map<String, String> row, String... columns) {
        var fields = new LinkedHashMap<String, String>();
        Arrays.stream(columns).forEach(column -> fields.put(column, text(row, column)));
        return fields;
    }

    static List<Map<String, String>> rows(String resource) {
        try (var stream = Objects.requireNonNull(DemoDistrict.class.getResourceAsStream(resource), resource)) {
            return table(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> table(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String[] columns = lines.getFirst().split(",", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], values[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
