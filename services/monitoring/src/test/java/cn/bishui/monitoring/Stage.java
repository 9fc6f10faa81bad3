package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.contracts.permits.PermitRegisterEntry.Limit;
import cn.bishui.contracts.permits.PermitRegisterEntry.Outlet;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceDirectory;
import cn.bishui.monitoring.device.DeviceState;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Sets the scene over the service's own interfaces: permits, devices, and people who call pages. */
@TestComponent
final class Stage {

    static final String PASSWORD = "123456";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final FactProbe probe;
    private final Environment environment;
    private final DeviceDirectory devices;
    private final JdbcClient jdbc;

    Stage(FactProbe probe, Environment environment, DeviceDirectory devices, JdbcClient jdbc) {
        this.probe = probe;
        this.environment = environment;
        this.devices = devices;
        this.jdbc = jdbc;
    }

    /** A unit with a permit and an outlet, of numbers that no other test has. */
    record Site(String unit, String permit, String outlet, String mn) {}

    /** Makes up a site; nothing is told yet. */
    Site site() {
        int number = NUMBER.incrementAndGet();
        String unit = "91220202MATEST%04d".formatted(number);
        return new Site(unit, unit + "001P", "DW001", "2202020000%014d".formatted(number));
    }

    static Limit limit(String pollutant, @Nullable String min, @Nullable String max, String unit) {
        return limit(pollutant, min, max, unit, "2026-01-01", "2030-12-31", "1");
    }

    static Limit limit(
            String pollutant,
            @Nullable String min,
            @Nullable String max,
            String unit,
            String from,
            String to,
            String set) {
        return new Limit(
                pollutant,
                min == null ? null : new BigDecimal(min),
                max == null ? null : new BigDecimal(max),
                unit,
                LocalDate.parse(from),
                LocalDate.parse(to),
                set);
    }

    static PermitRegisterEntry entry(Site site, long version, Limit... limits) {
        return new PermitRegisterEntry(
                site.permit(),
                version,
                site.unit(),
                "松江纸业（示例）" + site.unit().substring(14),
                "造纸",
                "key",
                PermitRegisterEntry.IN_FORCE,
                "区环保局",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2030-12-31"),
                List.of(new Outlet(site.outlet(), "废水总排放口", "松花江", null, null, List.of(limits))),
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Tells a permit with these limits, registers a device at its outlet and puts it in service. */
    Site inService(Limit... limits) {
        Site site = registered(limits);
        putInService(site.mn());
        return site;
    }

    /** Tests a registered device and puts it in service, after which it is at version 2. */
    void putInService(String mn) {
        assertThat(test(mn).statusCode()).isEqualTo(200);
        assertThat(post(admin(), "/devices/" + mn + "/in-service", "{\"version\":\"1\"}")
                        .statusCode())
                .isEqualTo(200);
        await().until(() -> devices.find(mn).map(Device::state).orElse(null) == DeviceState.IN_SERVICE);
    }

    /** Notes that a registered device passed its test. */
    HttpResponse<String> test(String mn) {
        return post(
                approver(),
                "/devices/" + mn + "/tests",
                "{\"version\":\"0\",\"testedOn\":\"2026-03-01\",\"report\":\"YS-2026-1\",\"passed\":\"true\"}");
    }

    /** The same, not in service. */
    Site registered(Limit... limits) {
        Site site = site();
        probe.send(entry(site, 1, limits));
        register(site, site.mn(), PASSWORD);
        return site;
    }

    /** A section of the network, put there without the work of its people; its code. */
    String networkSite(String state) {
        String code = "DEV-S%04d".formatted(NUMBER.incrementAndGet());
        jdbc.sql("""
                        with water as (
                            insert into site (code, kind, name, water_type, level, state, proposed_by, valid_from, version)
                            values (:code || 'W', 'water-body', '示例江', 'river', 'district', 'active', 'test', '2026-01-01', 1)
                            returning code)
                        insert into site (code, kind, name, parent, water_type, level, longitude, latitude, target_class,
                            state, proposed_by, valid_from, version)
                        select :code, 'section', '示例断面' || :code, code, 'river', 'district', 126.55, 43.84, 3, :state,
                            'test', '2026-01-01', 1 from water""").param("code", code).param("state", state).update();
        return code;
    }

    /** Registers a device at a site of the network. */
    void registerAt(String code, String mn) {
        assertThat(post(admin(), "/devices", """
                {"mn":"%s","password":"%s","site":"%s","reportIntervalSeconds":"30"}""".formatted(mn, PASSWORD, code)).statusCode())
                .isEqualTo(201);
        await().until(() -> devices.find(mn).isPresent());
    }

    /** Registers a device, as soon as its permit has arrived. */
    void register(Site site, String mn, String password) {
        String body = """
                {"mn":"%s","password":"%s","unit":"%s","outlet":"%s","permit":"%s","reportIntervalSeconds":"30"}""".formatted(mn, password, site.unit(), site.outlet(), site.permit());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> post(admin(), "/devices", body).statusCode(), status -> status == 201);
        await().until(() -> devices.find(mn).isPresent());
    }

    static String admin() {
        return Tokens.as("env-device-engineer", Bureau.ENV, "monitoring.device-admin", "monitoring.reader");
    }

    static String approver() {
        return Tokens.as("env-device-approver", Bureau.ENV, "monitoring.device-approver", "monitoring.reader");
    }

    static String duty() {
        return Tokens.as("env-duty-officer", Bureau.ENV, "monitoring.duty", "monitoring.reader");
    }

    static String reader() {
        return Tokens.as("env-head", Bureau.ENV, "monitoring.reader");
    }

    HttpResponse<String> post(String token, String path, String json) {
        return send(request(token, "/api/monitoring/v1" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(String token, String path, String json) {
        return send(request(token, "/api/monitoring/v1" + path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> api(String token, String path) {
        return send(request(token, "/api/monitoring/v1" + path));
    }

    HttpResponse<String> page(String token, String path) {
        return send(request(token, path));
    }

    HttpResponse<String> submit(String token, String path, String form) {
        return send(request(token, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends a form with a file in it. */
    HttpResponse<String> upload(String token, String path, Map<String, String> fields, String fileName, byte[] file) {
        String boundary = "a-boundary-of-parts";
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, fileName));
        return send(request(token, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString()),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    /** The bytes that are downloaded from a page. */
    byte[] download(String token, String path) {
        try {
            return HTTP.send(request(token, path).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static JsonMapper json() {
        return JsonMapper.shared();
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
