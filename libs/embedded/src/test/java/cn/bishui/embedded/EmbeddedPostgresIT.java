package cn.bishui.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    private static final Path CACHE = Path.of("..", "..", ".bishui", "cache");

    @TempDir
    Path temporary;

    private Path directory;
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        directory = temporary.resolve("a path with spaces").resolve("数据");
        postgres = server(Ports.free());
        postgres.start();
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    private EmbeddedPostgres server(int port) {
        return new EmbeddedPostgres(
                directory, CACHE, temporary.resolve("postgres.log"), port, "it's a secret", Map.of());
    }

    @Test
    void isDurableAndKeepsItsDataOverARestart() throws SQLException {
        postgres.createDatabase("permits", "first");
        postgres.createDatabase("permits", "second");
        try (Connection connection = connect("permits", "second")) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT '碧水' AS name");
        }
        postgres.stop();
        assertThat(postgres.isAlive()).isFalse();
        postgres.start();

        try (Connection connection = connect("permits", "second")) {
            assertThat(text(connection, "SELECT name FROM kept")).isEqualTo("碧水");
            assertThat(text(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(text(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(connection, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void letsNobodyInWithoutTheRightPasswordOrIntoAnothersDatabase() {
        postgres.createDatabase("permits", "secret");
        postgres.createDatabase("monitoring", "other");
        assertThatThrownBy(() -> connect("permits", "wrong")).hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("permits"), "monitoring", "other"))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void stopsTheOrphanOfAKilledRunBeforeItStarts() throws Exception {
        postgres.createDatabase("permits", "secret");
        long orphan = Long.parseLong(Files.readString(directory.resolve("postgres.pid"))
                .lines()
                .findFirst()
                .orElseThrow());
        Files.delete(directory.resolve("postgres.pid")); // only PostgreSQL's own file knows it now

        try (EmbeddedPostgres next = server(Ports.free())) {
            next.start();
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            try (Connection connection = DriverManager.getConnection(next.jdbcUrl("permits"), "permits", "secret")) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        EmbeddedPostgres second = second(postgres.port(), Map.of());
        assertThatThrownBy(second::start)
                .isInstanceOf(ServerFailed.class)
                .hasMessage("Port " + postgres.port() + " is taken by another program, and PostgreSQL needs it.");
    }

    @Test
    void showsTheEndOfItsLogWhenItCannotStart() {
        EmbeddedPostgres second = second(Ports.free(), Map.of("max_connections", "many"));
        assertThatThrownBy(second::start)
                .isInstanceOf(ServerFailed.class)
                .hasMessageContaining("second.log")
                .hasMessageContaining("invalid value for parameter \"max_connections\"");
    }

    private EmbeddedPostgres second(int port, Map<String, String> settings) {
        return new EmbeddedPostgres(
                temporary.resolve("second"), CACHE, temporary.resolve("second.log"), port, "x", settings);
    }

    private Connection connect(String database, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), database, password);
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
