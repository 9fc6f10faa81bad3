package cn.bishui.monitoring.archive.jdbc;

import static cn.bishui.web.rows.Columns.instant;
import static cn.bishui.web.rows.Columns.text;

import cn.bishui.monitoring.archive.RawPacket;
import cn.bishui.monitoring.archive.RawPackets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Blocks in a table by month of receipt. A block holds packets of one partition and one UTC day. What is put together is
 * compared with what it is made of before that goes, all in one transaction.
 */
@Repository
class JdbcRawPackets implements RawPackets {

    /** A block of fewer packets is put together with others. */
    static final int SMALL = 2048;

    /** A block has about so many packets, unless one batch brought more. */
    static final int FULL = 4096;

    /** So many blocks are looked at in one go. */
    private static final int MOST_BLOCKS = 4096;

    private static final int FETCHED = 16;

    /** Any number; held by the replica that puts blocks together. */
    private static final long COMPACTING = 0x0072_6177_626C_6F63L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcRawPackets(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void keep(String topicId, List<RawPacket> packets) {
        insert(
                topicId,
                List.copyOf(packets.stream()
                        .collect(Collectors.groupingBy(Place::of, TreeMap::new, Collectors.toList()))
                        .values()),
                Block.QUICK);
    }

    /** Whose packets share a block. */
    private record Place(int partition, LocalDate day) implements Comparable<Place> {

        static Place of(RawPacket packet) {
            return new Place(packet.partition(), LocalDate.ofInstant(packet.receivedAt(), ZoneOffset.UTC));
        }

        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::partition)
                    .thenComparing(Place::day)
                    .compare(this, other);
        }
    }

    private void insert(String topicId, List<List<RawPacket>> blocks, int level) {
        jdbc.sql("""
                        insert into raw_block
                            (received_from, received_until, first_offset, next_offset, partition, packets, topic_id, devices, bytes)
                        select received_from, received_until, first_offset, next_offset, partition, packets, :topic,
                            string_to_array(devices, ' ')::int[], bytes
                        from unnest(cast(:from as timestamptz[]), cast(:until as timestamptz[]), cast(:first as bigint[]),
                            cast(:next as bigint[]), cast(:partitions as int[]), cast(:packets as int[]),
                            cast(:devices as text[]), cast(:bytes as bytea[]))
                            as new (received_from, received_until, first_offset, next_offset, partition, packets, devices,
                                bytes)""")
                .param("topic", topicId)
                .param("from", texts(blocks, each -> moments(each).min(Comparator.naturalOrder())))
                .param("until", texts(blocks, each -> moments(each).max(Comparator.naturalOrder())))
                .param(
                        "first",
                        blocks.stream()
                                .mapToLong(each -> each.getFirst().offset())
                                .toArray())
                .param(
                        "next",
                        blocks.stream()
                                .mapToLong(each -> each.getLast().offset() + 1)
                                .toArray())
                .param(
                        "partitions",
                        blocks.stream()
                                .mapToInt(each -> each.getFirst().partition())
                                .toArray())
                .param("packets", blocks.stream().mapToInt(List::size).toArray())
                .param("devices", blocks.stream().map(JdbcRawPackets::devices).toArray(String[]::new))
                .param(
                        "bytes",
                        blocks.stream().map(each -> Block.pack(each, level)).toArray(byte[][]::new))
                .update();
    }

    private static String[] texts(List<List<RawPacket>> blocks, Function<List<RawPacket>, Optional<Instant>> of) {
        return blocks.stream()
                .map(each -> of.apply(each).orElseThrow().toString())
                .toArray(String[]::new);
    }

    private static Stream<Instant> moments(List<RawPacket> block) {
        return block.stream().map(each -> each.receivedAt().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String devices(List<RawPacket> block) {
        return block.stream()
                .mapToInt(RawPacket::device)
                .sorted()
                .distinct()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    @Override
    public void each(int device, Instant from, Instant until, long most, Consumer<RawPacket> reader) {
        List<Instant> days = new ArrayList<>();
        for (Instant day = from.truncatedTo(ChronoUnit.DAYS); day.isBefore(until); day = day.plus(Duration.ofDays(1))) {
            days.add(day);
        }
        long told = 0;
        for (Instant day : days) {
            List<RawPacket> packets = ofDay(device, day, from, until, most - told);
            packets.forEach(reader);
            told += packets.size();
        }
    }

    private List<RawPacket> ofDay(int device, Instant day, Instant from, Instant until, long most) {
        List<RawPacket> found = new ArrayList<>();
        // in a transaction, since only there the driver takes a few blocks at a time
        transactions.executeWithoutResult(_ -> jdbc.sql("""
                        select partition, bytes from raw_block
                        where received_from >= :day and received_from < :until and received_from < :nextDay
                            and received_until >= :from and :device = any(devices)
                        order by received_from, first_offset""")
                .withFetchSize(FETCHED)
                .param("day", Timestamp.from(day))
                .param("nextDay", Timestamp.from(day.plus(Duration.ofDays(1))))
                .param("until", Timestamp.from(until))
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("device", device)
                .query(row -> {
                    for (RawPacket packet : Block.unpack(row.getBytes("bytes"), row.getInt("partition"))) {
                        if (found.size() < most
                                && packet.device() == device
                                && !packet.receivedAt().isBefore(from)
                                && packet.receivedAt().isBefore(until)) {
                            found.add(packet);
                        }
                    }
                }));
        found.sort(Comparator.comparing(RawPacket::receivedAt).thenComparingLong(RawPacket::offset));
        return found;
    }

    @Override
    public Compacted compact(Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        Compacted hours = compact("hour", day, hour);
        Compacted days = compact("day", day.minus(Duration.ofDays(400)), day);
        return new Compacted(hours.before() + days.before(), hours.after() + days.after());
    }

    private Compacted compact(String period, Instant from, Instant until) {
        List<Heap> heaps = jdbc.sql("""
                        select topic_id, partition, date_trunc(:period, received_from, 'UTC') as since
                        from raw_block
                        where received_from >= :from and received_from < :until and packets < :small
                        group by 1, 2, 3 having count(*) > 1 order by 3, 2, 1""")
                .param("period", period)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("small", SMALL)
                .query((row, _) -> new Heap(
                        text(row, "topic_id"),
                        row.getInt("partition"),
                        instant(row, "since"),
                        Duration.of(1, period.equals("hour") ? ChronoUnit.HOURS : ChronoUnit.DAYS)))
                .list();
        int before = 0;
        int after = 0;
        for (Heap heap : heaps) {
            boolean more = true;
            while (more) {
                int blocks = compact(heap);
                before += blocks;
                after += blocks > 0 ? 1 : 0;
                more = blocks > 0;
            }
        }
        return new Compacted(before, after);
    }

    /** Small blocks that may become one. */
    private record Heap(String topicId, int partition, Instant since, Duration period) {}

    /** Makes one block of the first ones of a heap; tells of how many, 0 if there is nothing to do. */
    private int compact(Heap heap) {
        Integer blocks = transactions.execute(_ -> {
            boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                    .param("lock", COMPACTING)
                    .query(Boolean.class)
                    .single();
            List<Small> small = alone ? small(heap) : List.of();
            if (small.size() < 2) {
                return 0;
            }
            List<RawPacket> packets = read(heap, small);
            byte[] together = Block.pack(packets, Block.THOROUGH);
            if (!same(packets, Block.unpack(together, heap.partition()))) {
                throw new IllegalStateException("raw packets are not what they were once they are packed together");
            }
            delete(heap, small);
            insert(heap.topicId(), List.of(packets), Block.THOROUGH);
            return small.size();
        });
        return blocks == null ? 0 : blocks;
    }

    /** A small block. */
    private record Small(Instant from, long firstOffset, int packets) {}

    /** As many of a heap's small blocks as fill one. */
    private List<Small> small(Heap heap) {
        List<Small> all = jdbc.sql("""
                        select received_from, first_offset, packets from raw_block
                        where topic_id = :topic and partition = :partition and packets < :small
                            and received_from >= :since and received_from < :until
                        order by first_offset limit :most""")
                .param("topic", heap.topicId())
                .param("partition", heap.partition())
                .param("small", SMALL)
                .param("since", Timestamp.from(heap.since()))
                .param("until", Timestamp.from(heap.since().plus(heap.period())))
                .param("most", MOST_BLOCKS)
                .query((row, _) ->
                        new Small(instant(row, "received_from"), row.getLong("first_offset"), row.getInt("packets")))
                .list();
        List<Small> first = new ArrayList<>();
        int packets = 0;
        for (Small each : all) {
            if (packets >= FULL) {
                break;
            }
            first.add(each);
            packets += each.packets();
        }
        return first;
    }

    private List<RawPacket> read(Heap heap, List<Small> blocks) {
        List<RawPacket> packets = new ArrayList<>();
        jdbc.sql("select bytes from raw_block where " + OF_HEAP)
                .params(params(heap, blocks))
                .query(row -> {
                    packets.addAll(Block.unpack(row.getBytes("bytes"), heap.partition()));
                });
        if (packets.size() != blocks.stream().mapToInt(Small::packets).sum()) {
            throw new IllegalStateException("blocks of raw packets hold other packets than they say");
        }
        packets.sort(Comparator.comparingLong(RawPacket::offset));
        return packets;
    }

    private static final String OF_HEAP = """
            topic_id = :topic and partition = :partition
                and (received_from, first_offset) in
                    (select * from unnest(cast(:times as timestamptz[]), cast(:offsets as bigint[])))
                and received_from >= :since and received_from < :until""";

    private static Map<String, Object> params(Heap heap, List<Small> blocks) {
        return Map.of(
                "topic",
                heap.topicId(),
                "partition",
                heap.partition(),
                "times",
                blocks.stream().map(each -> each.from().toString()).toArray(String[]::new),
                "offsets",
                blocks.stream().mapToLong(Small::firstOffset).toArray(),
                "since",
                Timestamp.from(heap.since()),
                "until",
                Timestamp.from(heap.since().plus(heap.period())));
    }

    private void delete(Heap heap, List<Small> blocks) {
        int deleted = jdbc.sql("delete from raw_block where " + OF_HEAP)
                .params(params(heap, blocks))
                .update();
        if (deleted != blocks.size()) {
            throw new IllegalStateException("other blocks of raw packets are there than were just read");
        }
    }

    private static boolean same(List<RawPacket> ones, List<RawPacket> others) {
        if (ones.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            RawPacket one = ones.get(i);
            RawPacket other = others.get(i);
            if (one.offset() != other.offset()
                    || one.device() != other.device()
                    || !one.receivedAt().equals(other.receivedAt())
                    || !one.remote().equals(other.remote())
                    || !Arrays.equals(one.frame(), other.frame())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean prepareMonth(LocalDate firstDay) {
        return jdbc.sql("select make_raw_month(:day)")
                .param("day", firstDay)
                .query(Boolean.class)
                .single();
    }

    @Override
    public int forgetMonthsBefore(LocalDate day) {
        return jdbc.sql("select drop_raw_months(:day)")
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}
