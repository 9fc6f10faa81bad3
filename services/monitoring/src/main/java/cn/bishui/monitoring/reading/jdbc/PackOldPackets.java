package cn.bishui.monitoring.reading.jdbc;

import cn.bishui.monitoring.reading.PackedNumbers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** V23: takes the packets that V22 has laid aside, with their numbers as text, over into the table that has them packed. */
@Component
class PackOldPackets implements JavaMigration {

    private static final int BATCH = 10_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("23");
    }

    @Override
    public String getDescription() {
        return "pack old packets";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        makeMonths(connection);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery("""
                    select data_time, floor(extract(epoch from received_at))::bigint as received, device, layout, cn, part, version,
                        numbers from packet_as_text""")) {
                List<Old> batch = new ArrayList<>(BATCH);
                while (rows.next()) {
                    batch.add(Old.of(rows));
                    if (batch.size() == BATCH) {
                        insert(connection, batch);
                        batch.clear();
                    }
                }
                insert(connection, batch);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table packet_as_text");
        }
    }

    private static void makeMonths(Connection connection) throws SQLException {
        List<LocalDate> months = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select right(inhrelid::regclass::text, 7) as month from pg_inherits
                        where inhparent = 'packet_as_text'::regclass and inhrelid::regclass::text ~ '\\d{4}_\\d{2}$'""")) {
            while (rows.next()) {
                months.add(LocalDate.parse(rows.getString("month").replace('_', '-') + "-01"));
            }
        }
        try (PreparedStatement make = connection.prepareStatement("select make_packet_month(?)")) {
            for (LocalDate month : months) {
                make.setObject(1, month);
                make.execute();
            }
        }
    }

    private static void insert(Connection connection, List<Old> batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into packet_kept (data_time, received, device, layout, cn, part, version, numbers)
                select * from unnest(cast(? as timestamp[]), cast(? as int[]), cast(? as int[]), cast(? as int[]),
                    cast(? as smallint[]), cast(? as smallint[]), cast(? as smallint[]), cast(? as bytea[]))""")) {
            insert.setObject(
                    1, batch.stream().map(each -> each.dataTime().toString()).toArray(String[]::new));
            insert.setObject(2, batch.stream().mapToInt(Old::received).toArray());
            insert.setObject(3, batch.stream().mapToInt(Old::device).toArray());
            insert.setObject(4, batch.stream().mapToInt(Old::layout).toArray());
            insert.setObject(5, batch.stream().mapToInt(Old::cn).toArray());
            insert.setObject(6, batch.stream().mapToInt(Old::part).toArray());
            insert.setObject(7, batch.stream().mapToInt(Old::version).toArray());
            insert.setObject(
                    8,
                    batch.stream()
                            .map(each -> PackedNumbers.pack(each.numbers()))
                            .toArray(byte[][]::new));
            insert.executeUpdate();
        }
    }

    /** A packet as it was kept. */
    private record Old(
            LocalDateTime dataTime,
            int received,
            int device,
            int layout,
            int cn,
            int part,
            int version,
            String numbers) {

        static Old of(ResultSet row) throws SQLException {
            return new Old(
                    Objects.requireNonNull(row.getObject("data_time", LocalDateTime.class)),
                    JdbcPackets.seconds(Instant.ofEpochSecond(row.getLong("received"))),
                    row.getInt("device"),
                    row.getInt("layout"),
                    row.getInt("cn"),
                    Math.min(row.getInt("part"), Short.MAX_VALUE),
                    row.getInt("version"),
                    Objects.requireNonNull(row.getString("numbers")));
        }
    }
}
