package cn.bishui.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.embedded.EmbeddedPostgres;
import cn.bishui.embedded.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job {@code databases} of docker-compose.yml on a real PostgreSQL. */
class DatabasesIT {

    @TempDir
    private static Path temporary;

    private static EmbeddedPostgres postgres;
    private static int port;
    private static Path services;
    private static Path script;

    @BeforeAll
    static void start() throws IOException {
        Programs.require("psql");
        port = Ports.free();
        postgres = new EmbeddedPostgres(
                temporary.resolve("postgres"),
                Repository.file(".bishui/cache"),
                temporary.resolve("postgres.log"),
                port,
                "of the superuser",
                Map.of());
        postgres.start();
        services = temporary.resolve("services.csv");
        Path secrets = temporary.resolve("secrets");
        write(secrets.resolve("postgres-password"), "of the superuser");
        for (String name : new String[] {"keycloak", "permits", "complaints"}) {
            write(secrets.resolve(name).resolve("BISHUI_DB_PASSWORD"), "it's of " + name);
        }
        script = Programs.scriptForHere(
                "create-databases",
                temporary,
                Map.of(
                        "-h postgres",
                        "-h 127.0.0.1 -p " + port,
                        "/secrets/",
                        secrets + "/",
                        "/services.csv",
                        services.toString()));
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.stop();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void makesADatabaseForEveryServiceThatKeepsOneEvenWhenItCameLater() throws Exception {
        write(services, "service,port,database,kafka\npermits,8082,true,true\nportal,8080,false,false\n");
        assertThat(Programs.run("bash", script.toString())).isEqualTo(new Programs.Ended(0, ""));
        try (Connection permits = connect("permits", "permits")) {
            permits.createStatement().execute("create table kept (id int)");
        }

        write(services, "service,port,database,kafka\npermits,8082,true,true\ncomplaints,8084,true,true\n");
        assertThat(Programs.run("bash", script.toString())).isEqualTo(new Programs.Ended(0, ""));
        try (Connection complaints = connect("complaints", "complaints");
                Connection permits = connect("permits", "permits");
                Connection keycloak = connect("keycloak", "keycloak")) {
            assertThat(complaints.isValid(1)).isTrue();
            assertThat(keycloak.isValid(1)).isTrue();
            permits.createStatement().execute("insert into kept values (1)");
        }
        assertThatThrownBy(() -> connect("complaints", "permits"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> connect("portal", "portal")).isInstanceOf(SQLException.class);
    }

    private static Connection connect(String user, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, "it's of " + user);
    }
}
