package cn.bishui.checks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.keycloak.PlatformService;
import cn.bishui.keycloak.Secrets;
import cn.bishui.local.LauncherVariables;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of the repository, those of the containers above all. */
class ScriptsTests {

    private static final String SERVICES = "deploy/keycloak/src/main/resources/cn/bishui/keycloak/services.csv";

    @TempDir
    private static Path temporary;

    static Stream<String> scripts() throws IOException {
        try (Stream<Path> images = Files.list(Repository.file("deploy/images"))) {
            return Stream.concat(
                    Stream.of(
                            ".ci/run",
                            ".mvn/find-jdk.sh",
                            "deploy/bench/run",
                            "deploy/local/common.sh",
                            "deploy/local/down",
                            "deploy/local/token",
                            "deploy/local/up"),
                    images
                            .map(path -> path.getFileName().toString())
                            .filter(name -> !name.equals("Dockerfile") && !name.endsWith(".md"))
                            .map(name -> "deploy/images/" + name)
                            .toList()
                            .stream());
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isOneThatBashReads(String script) {
        assertThat(Programs.run("bash", "-n", Repository.file(script).toString()))
                .isEqualTo(new Programs.Ended(0, ""));
        if (!script.endsWith(".sh")) {
            assertThat(Repository.read(script)).startsWith("#!");
            assertThat(Files.isExecutable(Repository.file(script))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void hasNothingThatShellcheckKnowsToBeWrong(String script) {
        Programs.require("shellcheck");
        assertThat(Programs.run(
                        "shellcheck",
                        "--shell=bash",
                        "--severity=warning",
                        "--external-sources",
                        Repository.file(script).toString()))
                .isEqualTo(new Programs.Ended(0, ""));
    }

    @Test
    void makesEveryPasswordOnce() throws IOException {
        Path secrets = Files.createDirectory(temporary.resolve("secrets"));
        // beside the script: the repository may lie in a path with spaces
        Path services = Files.copy(Repository.file(SERVICES), temporary.resolve("services.csv"));
        Path script = Programs.scriptForHere(
                "make-secrets",
                temporary,
                Map.of("/secrets", secrets.toString(), "/services.csv", services.toString()));

        assertThat(Programs.run("bash", script.toString())).isEqualTo(new Programs.Ended(0, ""));
        Map<Path, String> made = contents(secrets);
        assertThat(made.values()).doesNotHaveDuplicates();
        assertThat(made).allSatisfy((file, secret) -> {
            if (file.endsWith(Secrets.COMPLAINTS_KEY) || file.endsWith(Secrets.MONITORING_KEY)) {
                assertThat(Base64.getDecoder().decode(secret)).hasSize(32);
            } else {
                assertThat(secret).matches("[A-Za-z0-9]{32}");
            }
        });

        assertThat(Programs.run("bash", script.toString())).isEqualTo(new Programs.Ended(0, ""));
        assertThat(contents(secrets)).isEqualTo(made);

        // as the job reads them, and as each service does
        var read = new Secrets(secrets, Map.of());
        assertThat(read.read(Secrets.POSTGRES)).isNotEmpty();
        assertThat(read.read(Secrets.KEYCLOAK_ADMIN)).isNotEmpty();
        assertThat(read.read(Secrets.KAFKA_BROKER)).isNotEmpty();
        assertThat(read.databasePassword("keycloak")).isNotEmpty();
        assertThat(read.portalSecret()).isNotEmpty();
        assertThat(read.find(Secrets.COMPLAINTS_KEY)).isPresent();
        assertThat(read.find(Secrets.COMPLAINTS_OLD_KEYS)).isEmpty();
        assertThat(read.kafkaSecrets()).isNotEmpty();
        for (PlatformService service : PlatformService.all()) {
            Path own = secrets.resolve(service.name());
            assertThat(contents(own).keySet().stream().map(Path::toString))
                    .as(service.name())
                    .containsExactlyInAnyOrderElementsOf(
                            LauncherVariables.of(service, temporary.resolve("launcher")).keySet().stream()
                                    .filter(name -> name.matches(".*(PASSWORD|SECRET|KEY)"))
                                    .toList());
        }
    }

    private static Map<Path, String> contents(Path directory) throws IOException {
        var contents = new HashMap<Path, String>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void mountsTheListOfServicesWhereItIsRead() {
        for (String job : List.of("secrets", "databases")) {
            assertThat(Compose.container(job).texts("volumes")).contains("./" + SERVICES + ":/services.csv:ro");
        }
    }

    @Test
    void tellsAHealthyServerFromAnother() throws IOException {
        String script = Repository.file("deploy/images/healthy").toString();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server, "/actuator/health", 200);
        answer(server, "/health/ready", 503);
        server.start();
        String port = Integer.toString(server.getAddress().getPort());
        try {
            assertThat(Programs.run(Map.of("BISHUI_PORT", port), List.of(script))
                            .status())
                    .isZero();
            assertThat(Programs.run(script, port, "/health/ready").status()).isNotZero();
        } finally {
            server.stop(0);
        }
        assertThat(Programs.run(script, port).status()).isNotZero();
    }

    private static void answer(HttpServer server, String path, int status) {
        server.createContext(path, exchange -> {
            byte[] body = "{\"status\":\"DOWN\",\"checks\":[{\"status\":\"UP\"}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Test
    void startsKeycloakWithItsPasswords() throws IOException {
        Path secrets = Files.createDirectories(temporary.resolve("keycloak-secrets/keycloak"));
        Files.writeString(secrets.resolve("BISHUI_DB_PASSWORD"), "of the database");
        Files.writeString(secrets.resolveSibling("keycloak-admin-password"), "of the administrator");
        Path server = Files.createDirectories(temporary.resolve("keycloak-server/bin"));
        Path program = Files.writeString(
                server.resolve("kc.sh"),
                "echo \"$1 $KC_DB_PASSWORD, $KC_BOOTSTRAP_ADMIN_USERNAME $KC_BOOTSTRAP_ADMIN_PASSWORD\"");
        executable(program);
        Path script = Programs.scriptForHere(
                "start-keycloak",
                temporary,
                Map.of(
                        "/secrets/",
                        secrets.getParent() + "/",
                        "/opt/keycloak",
                        server.getParent().toString()));
        assertThat(Programs.run("bash", script.toString()).output().strip())
                .isEqualTo("start of the database, " + Secrets.KEYCLOAK_ADMIN_USER + " of the administrator");
    }

    private static void executable(Path program) {
        try {
            Files.writeString(program, "#!/bin/bash\n" + Files.readString(program));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }
}
