package cn.bishui.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.monitoring.reading.PackedNumbers;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Packets of before their numbers were packed are the same afterwards. */
@MonitoringIT
class PackOldPacketsIT {

    private static final String SCHEMA = "of_before";

    private final DataSource database;
    private final JdbcClient jdbc;
    private final List<JavaMigration> migrations;

    PackOldPacketsIT(DataSource database, JdbcClient jdbc, List<JavaMigration> migrations) {
        this.database = database;
        this.jdbc = jdbc;
        this.migrations = migrations;
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations(
                        "classpath:db/messaging", "classpath:db/audit", "classpath:db/alarms", "classpath:db/migration")
                .javaMigrations(migrations.toArray(JavaMigration[]::new))
                .target(version)
                .load()
                .migrate();
    }

    private List<String> packets() {
        return jdbc.sql("""
                        select concat_ws(' ', device, cn, data_time, part, version, layout, date_trunc('second', received_at), numbers)
                        from of_before.packet order by device, cn, data_time, part, version""").query(String.class).list();
    }

    @Test
    void keepsEveryPacketOfBefore() {
        migrateTo("21");
        jdbc.sql(
                        "create table of_before.packet_2026_02 partition of of_before.packet for values from ('2026-02-01') to ('2026-03-01')")
                .update();
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            jdbc.sql("""
                            insert into of_before.packet (data_time, received_at, device, part, layout, cn, version, numbers)
                            values (timestamp '2026-01-20' + :i * interval '1 hour', timestamptz '2026-03-01 08:30:00.75+08' + :i * interval '1 hour',
                                :device, :part, 7, 2061, :version, :numbers)""")
                    .param("i", i)
                    .param("device", random.nextInt(5))
                    .param("part", i % 10 == 0 ? 2 : 0)
                    .param("version", 1 + i % 2)
                    .param(
                            "numbers",
                            i % 50 == 0 ? "0.025L,-3.50,未检出,,007" : random.nextInt(100_000) / 100.0 + ",16.80," + i)
                    .update();
        }
        List<String> before = packets();

        migrateTo("23");

        assertThat(before).hasSize(300);
        assertThat(packets()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from of_before.packet_2026_02")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select packed from of_before.packet")
                        .query(byte[].class)
                        .list())
                .allSatisfy(each -> assertThat(PackedNumbers.pack(PackedNumbers.unpack(each)))
                        .isEqualTo(each));
        jdbc.sql("drop schema of_before cascade").update();
    }
}
