package cn.bishui.monitoring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.bishui.hj212.Measure;
import cn.bishui.monitoring.archive.RawPacket;
import cn.bishui.monitoring.archive.RawPackets;
import cn.bishui.monitoring.reading.Content;
import cn.bishui.monitoring.reading.Kept;
import cn.bishui.monitoring.reading.KeptRecord;
import cn.bishui.monitoring.reading.KeptRecords;
import cn.bishui.monitoring.reading.Packets;
import cn.bishui.monitoring.reading.Reading;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the tables of readings and of raw packets through the service's own ports, and measures what they take and how
 * quickly they are read. Run by {@code deploy/bench/storage}, with a PostgreSQL that is there already.
 */
final class StorageRun {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final int FACTORS = 8;
    private static final int BATCH = 5000;
    private static final int PARTITIONS = 12;
    private static final int DAYS = 365;
    private static final int REPEATED = 100;
    private static final int ASKED_DEVICES = 30;

    private final PrintStream out = new PrintStream(System.out, true, UTF_8);
    private final JdbcClient jdbc;
    private final Packets packets;
    private final RawPackets rawPackets;
    private final KeptRecords records;
    private final TransactionTemplate transactions;
    private final long points;
    private final Station[] stations;
    private final LocalDateTime end = LocalDateTime.now(CHINA).truncatedTo(ChronoUnit.HOURS);
    private final List<Reading> readings = new ArrayList<>(BATCH);
    private final List<List<RawPacket>> raw = Stream.generate(() -> (List<RawPacket>) new ArrayList<RawPacket>())
            .limit(PARTITIONS)
            .toList();
    private final long[] offsets = new long[PARTITIONS];
    private long kept;
    private long rawBytes;
    private long keepNanos;
    private long archiveNanos;
    private long compactNanos;
    private int before;
    private int after;

    private StorageRun(ConfigurableApplicationContext context, long points) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.packets = context.getBean(Packets.class);
        this.rawPackets = context.getBean(RawPackets.class);
        this.records = context.getBean(KeptRecords.class);
        this.transactions = context.getBean(TransactionTemplate.class);
        this.points = points;
        this.stations = IntStream.range(0, Math.clamp(points / 200_000, 4, 500))
                .mapToObj(Station::new)
                .toArray(Station[]::new);
    }

    /** What of the service is needed. */
    @SpringBootConfiguration
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @ComponentScan({"cn.bishui.monitoring.reading.jdbc", "cn.bishui.monitoring.archive.jdbc"})
    static class Store {

        @Bean
        Clock clock() {
            return Clock.system(CHINA);
        }
    }

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Store.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--logging.level.root=warn",
                        "--spring.flyway.locations=classpath:db/messaging,classpath:db/audit,classpath:db/alarms,classpath:db/migration")) {
            new StorageRun(context, Long.parseLong(arguments[0])).run();
        }
    }

    private void run() {
        makeMonths();
        fill();
        size("as it came");
        read("as it came");
        long begin = System.nanoTime();
        out.printf("%n%d indexes were built anew in %.1f s%n", packets.tidy(), seconds(begin));
        size("after the night");
        read("after the night");
        smallBatches();
        partitions();
    }

    private void makeMonths() {
        LocalDate month = end.toLocalDate().withDayOfMonth(1);
        for (int i = -13; i <= 2; i++) {
            packets.prepareMonth(month.plusMonths(i));
            rawPackets.prepareMonth(month.plusMonths(i));
        }
    }

    /** A year of hours and days of all stations, and real-time values every 30 s for as many of the last days as it takes. */
    private void fill() {
        long records = (long) stations.length * DAYS * 25;
        long realtime = Math.max(0, points / FACTORS - records);
        LocalDateTime since = end.minusSeconds(30 * (realtime / stations.length));
        long begin = System.nanoTime();
        for (LocalDateTime hour = end.minusDays(DAYS); hour.isBefore(end); hour = hour.plusHours(1)) {
            for (LocalDateTime at = hour; at.isBefore(hour.plusHours(1)); at = at.plusSeconds(30)) {
                if (!at.isBefore(since)) {
                    for (Station station : stations) {
                        station.send(2011, at, at);
                    }
                }
            }
            // a day of UTC is over
            if (hour.getHour() == 8) {
                compact(hour.plusHours(1));
            }
            for (Station station : stations) {
                station.send(2061, hour, hour.plusHours(1));
                if (hour.getHour() == 23) {
                    station.send(2031, hour.truncatedTo(ChronoUnit.DAYS), hour.plusHours(1));
                }
            }
        }
        compact(end.plusDays(2));
        out.printf(
                "%d packets of %d: %d stations, hours and days of %d days, real-time values every 30 s since %s%n"
                        + "filled in %.0f s: %.0f packets/s into the table while it was written, %.0f packets/s into the archive%n"
                        + "%d blocks of raw packets were put together to %d in %.0f s%n",
                kept,
                FACTORS,
                stations.length,
                DAYS,
                since,
                seconds(begin),
                kept / (keepNanos / 1e9),
                kept / (archiveNanos / 1e9),
                before,
                after,
                compactNanos / 1e9);
    }

    private void add(Reading reading, byte[] frame, int device) {
        readings.add(reading);
        int partition = device % PARTITIONS;
        raw.get(partition)
                .add(new RawPacket(
                        partition,
                        offsets[partition]++,
                        device,
                        reading.receivedAt(),
                        "10.0.0." + device % 250,
                        frame));
        if (readings.size() == BATCH) {
            write();
        }
    }

    /** What the service does every hour, here once a day. */
    private void compact(LocalDateTime now) {
        write();
        long begin = System.nanoTime();
        RawPackets.Compacted done = rawPackets.compact(now.toInstant(CHINA));
        before += done.before();
        after += done.after();
        if (now.getDayOfMonth() % 5 == 0) {
            // PostgreSQL does so by itself, in less of a hurry
            jdbc.sql("vacuum raw_block").update();
        }
        compactNanos += System.nanoTime() - begin;
    }

    private void write() {
        transactions.executeWithoutResult(_ -> {
            long begin = System.nanoTime();
            if (packets.keep(readings).stream().anyMatch(each -> each != Kept.NEW)) {
                throw new IllegalStateException("a packet came twice");
            }
            keepNanos += System.nanoTime() - begin;
            begin = System.nanoTime();
            rawPackets.keep("bench", raw.stream().flatMap(List::stream).toList());
            archiveNanos += System.nanoTime() - begin;
        });
        kept += readings.size();
        readings.clear();
        raw.forEach(List::clear);
    }

    private void size(String when) {
        jdbc.sql("vacuum analyze").update();
        long table = number("select sum(pg_table_size(relid)) from pg_partition_tree('packet_kept') where isleaf");
        long index = number("select sum(pg_indexes_size(relid)) from pg_partition_tree('packet_kept') where isleaf");
        long layouts = number("select pg_total_relation_size('packet_layout')");
        long archive =
                number("select sum(pg_total_relation_size(relid)) from pg_partition_tree('raw_block') where isleaf");
        long blocks = number("select sum(length(bytes)) from raw_block");
        double all = (double) kept * FACTORS;
        out.printf(
                "%n%s, bytes a data point: table %.2f, index %.2f, layouts %.3f: %.2f; raw packets %.2f (%.2f in blocks; %.1f as sent)%n",
                when,
                table / all,
                index / all,
                layouts / all,
                (table + index + layouts) / all,
                archive / all,
                blocks / all,
                rawBytes / all);
        out.printf(
                "bytes a packet: row %.1f, index %.1f; database %.2f GB; %d blocks%n",
                (double) table / kept,
                (double) index / kept,
                number("select pg_database_size(current_database())") / 1e9,
                number("select count(*) from raw_block"));
    }

    private void read(String when) {
        List<Integer> ids = IntStream.rangeClosed(1, stations.length).boxed().toList();
        double[] latest = new double[REPEATED];
        for (int i = -REPEATED / 4; i < REPEATED; i++) {
            long begin = System.nanoTime();
            if (records.latest(ids, 2011, end).size() != ids.size()) {
                throw new IllegalStateException("a station has no latest value");
            }
            if (i >= 0) {
                latest[i] = seconds(begin);
            }
        }
        show(when + ", latest real-time values of " + ids.size() + " stations", latest);
        double[] year = new double[ASKED_DEVICES];
        double[] first = new double[ASKED_DEVICES];
        for (int i = 0; i < 2 * ASKED_DEVICES; i++) {
            int device = 1 + i % ASKED_DEVICES * stations.length / ASKED_DEVICES;
            long begin = System.nanoTime();
            List<BigDecimal> values = records.between(device, 2061, end.minusDays(DAYS), end).stream()
                    .map(each -> value(each))
                    .toList();
            if (values.size() != DAYS * 24) {
                throw new IllegalStateException("hours are missing: " + values.size());
            }
            (i < ASKED_DEVICES ? first : year)[i % ASKED_DEVICES] = seconds(begin);
        }
        show(when + ", a year of hours of one factor, each station for the first time", first);
        show(when + ", a year of hours of one factor, again", year);
        double[] sql = new double[ASKED_DEVICES];
        for (int i = 0; i < ASKED_DEVICES; i++) {
            long begin = System.nanoTime();
            jdbc.sql(
                            "select count(packed), sum(length(packed)) from packet where device = :device and cn = 2061 and data_time >= :from and data_time < :until")
                    .param("device", 1 + i % ASKED_DEVICES * stations.length / ASKED_DEVICES)
                    .param("from", end.minusDays(DAYS))
                    .param("until", end)
                    .query()
                    .listOfRows();
            sql[i] = seconds(begin);
        }
        show(when + ", the same rows in SQL only", sql);
    }

    private static BigDecimal value(KeptRecord record) {
        return record.values().get("w21003").value(Measure.AVG).orElseThrow();
    }

    /** Raw packets as a calm day brings them: three in a batch. */
    private void smallBatches() {
        LocalDateTime at = end.plusDays(10);
        rawPackets.prepareMonth(at.toLocalDate().withDayOfMonth(1));
        int count = 0;
        long begin = System.nanoTime();
        for (int second = 0; second < 1200; second += 30) {
            for (Station station : stations) {
                station.archiveOnly = true;
                station.send(2011, at.plusSeconds(second), at.plusSeconds(second));
                count++;
                if (count % 3 == 0) {
                    transactions.executeWithoutResult(_ -> rawPackets.keep(
                            "bench", raw.stream().flatMap(List::stream).toList()));
                    raw.forEach(List::clear);
                }
            }
        }
        long before =
                number("select sum(length(bytes)) from raw_block where received_from >= '" + at.minusDays(1) + "'");
        double took = seconds(begin);
        begin = System.nanoTime();
        RawPackets.Compacted compacted = rawPackets.compact(at.plusHours(2).toInstant(CHINA));
        double compacting = seconds(begin);
        long after =
                number("select sum(length(bytes)) from raw_block where received_from >= '" + at.minusDays(1) + "'");
        out.printf(
                "%n20 minutes of raw packets, three in a batch (%.1f s): %.2f bytes a data point in %d blocks; put together within the hour to %d in %.1f s: %.2f%n",
                took,
                before / (double) (count * FACTORS),
                compacted.before(),
                compacted.after(),
                compacting,
                after / (double) (count * FACTORS));
        raw.forEach(List::clear);
    }

    private void partitions() {
        LocalDate month = end.toLocalDate().withDayOfMonth(1);
        double[] make = new double[12];
        for (int i = 0; i < make.length; i++) {
            long begin = System.nanoTime();
            packets.prepareMonth(month.plusMonths(3L + i));
            make[i] = seconds(begin);
        }
        out.println();
        show("a month's partition made", make);
        double[] drop = new double[3];
        for (int i = 0; i < drop.length; i++) {
            String name = "packet_" + DateTimeFormatter.ofPattern("yyyy_MM").format(month.minusMonths(i));
            long rows = number("select count(*) from " + name);
            long begin = System.nanoTime();
            jdbc.sql("drop table " + name).update();
            drop[i] = seconds(begin);
            out.printf("%s with %d packets dropped in %.1f ms%n", name, rows, 1000 * drop[i]);
        }
    }

    private void show(String what, double[] took) {
        double[] sorted = took.clone();
        Arrays.sort(sorted);
        out.printf(
                "%s: p50 %.1f ms, p95 %.1f, max %.1f (%d times)%n",
                what,
                1000 * sorted[sorted.length / 2],
                1000 * sorted[(int) (sorted.length * 0.95)],
                1000 * sorted[sorted.length - 1],
                sorted.length);
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** A station of a river, or an outlet; its values wander. */
    private final class Station {

        private static final String[] RIVER = {
            "w01001", "w01009", "w01014", "w01003", "w01019", "w21003", "w21011", "w21001"
        };
        private static final int[] RIVER_DECIMALS = {2, 2, 1, 1, 2, 3, 3, 2};
        private static final int[] RIVER_START = {766, 842, 4210, 185, 312, 345, 88, 214};
        private static final String[] OUTLET = {
            "w00000", "w01001", "w01010", "w01018", "w21003", "w21011", "w21001", "w01012"
        };
        private static final int[] OUTLET_DECIMALS = {2, 2, 1, 1, 3, 3, 2, 1};
        private static final int[] OUTLET_START = {6052, 766, 168, 384, 1234, 345, 1102, 53};
        private static final String[] OUTLET_RECORD = {
            "w00000-Cou",
            "w01018-Cou",
            "w01018-Min",
            "w01018-Avg",
            "w01018-Max",
            "w21003-Min",
            "w21003-Avg",
            "w21003-Max"
        };
        private static final int[] OUTLET_RECORD_DECIMALS = {2, 3, 1, 1, 1, 3, 3, 3};

        private final int id;
        private final boolean river;
        private final String mn;
        private final Random random;
        private final int[] values;
        private boolean archiveOnly;

        Station(int number) {
            this.id = number + 1;
            this.river = number % 2 == 0;
            this.mn = "010000A8900016F00%07d".formatted(number);
            this.random = new Random(number);
            this.values = (river ? RIVER_START : OUTLET_START).clone();
        }

        void send(int cn, LocalDateTime dataTime, LocalDateTime sent) {
            LocalDateTime moment = sent.plusNanos(1_000_000L * random.nextInt(4000));
            StringBuilder data = new StringBuilder(300);
            StringBuilder layout = new StringBuilder(220);
            StringBuilder numbers = new StringBuilder(60);
            boolean odd = random.nextInt(500) == 0;
            for (int i = 0; i < FACTORS; i++) {
                values[i] = Math.max(1, values[i] + random.nextInt(11) - 5);
                String name = cn == 2011
                        ? (river ? RIVER : OUTLET)[i] + "-Rtd"
                        : river ? RIVER[i] + "-Avg" : OUTLET_RECORD[i];
                int decimals = (river ? RIVER_DECIMALS : cn == 2011 ? OUTLET_DECIMALS : OUTLET_RECORD_DECIMALS)[i];
                String number = BigDecimal.valueOf(values[i], decimals).toPlainString();
                boolean last = i == FACTORS - 1
                        || cn == 2011
                        || river
                        || !OUTLET_RECORD[i + 1].startsWith(name.substring(0, 6));
                String flag = last ? "," + name.substring(0, 6) + "-Flag=" + (odd && i == 3 ? "D" : "N") : "";
                boolean begins =
                        i == 0 || cn == 2011 || river || !OUTLET_RECORD[i - 1].startsWith(name.substring(0, 6));
                String separator = begins ? ";" : ",";
                data.append(separator).append(name).append('=').append(number).append(flag);
                layout.append(i == 0 ? "" : separator).append(name).append(flag);
                numbers.append(i == 0 ? "" : ",").append(number);
            }
            String segment = "QN=" + MILLIS.format(moment) + ";ST=" + (river ? "21" : "32") + ";CN=" + cn
                    + ";PW=******;MN=" + mn + ";Flag=5;CP=&&DataTime=" + SECONDS.format(dataTime) + data + "&&";
            byte[] frame = "##%04d%s%04X"
                    .formatted(segment.length(), segment, segment.hashCode() & 0xFFFF)
                    .getBytes(ISO_8859_1);
            Instant receivedAt = moment.plus(Duration.ofNanos(1000L * random.nextInt(900_000)))
                    .toInstant(CHINA);
            if (archiveOnly) {
                int partition = id % PARTITIONS;
                raw.get(partition)
                        .add(new RawPacket(
                                partition, offsets[partition]++, id, receivedAt, "10.0.0." + id % 250, frame));
                return;
            }
            rawBytes += frame.length;
            add(
                    new Reading(id, cn, dataTime, 0, receivedAt, new Content(layout.toString(), numbers.toString())),
                    frame,
                    id);
        }
    }
}
