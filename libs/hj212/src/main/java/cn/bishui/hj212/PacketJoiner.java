package cn.bishui.hj212;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Joins what was split into several packets: those of one device, command, DataTime and number of packets belong together,
 * whatever their QN. A part without DataTime belongs to what came last of its device and command.
 *
 * <p>Memory is bounded by a number of parts, each of at most 1 KiB on the wire; what waits too long, or is crowded out, is
 * told. A set that was complete is remembered for as long, by eight bytes for each part, so that a part sent again is not
 * taken for a new set. For one thread at a time.
 */
public final class PacketJoiner {

    private final int maxParts;
    private final Duration patience;

    /** Those that were added to last are last. */
    private final Map<Key, Group> groups = new LinkedHashMap<>();

    private int held;

    /**
     * Begins with nothing.
     *
     * @param maxParts how many parts may wait, or be remembered, altogether
     * @param patience how long to wait for the next part
     */
    public PacketJoiner(int maxParts, Duration patience) {
        if (maxParts < 1) {
            throw new IllegalArgumentException("There must be room for one part");
        }
        this.maxParts = maxParts;
        this.patience = patience;
    }

    /**
     * Takes a packet. One that is not numbered is whole by itself.
     *
     * @param now moment of the call, never before that of the last one
     * @param sink told what comes of it, of what expired, and of what had to make room
     */
    public void add(Packet packet, Instant now, Consumer<? super Joined> sink) {
        expire(now, sink);
        PacketNumber number = packet.number();
        if (number == null || number.total() == 1) {
            Packet only = number == null ? packet : joined(List.of(packet));
            sink.accept(new Joined.Whole(only, List.of(packet)));
            return;
        }
        Key key = key(packet, number);
        Group group = groups.remove(key);
        if (group != null && group.complete) {
            if (group.says(packet, number)) {
                group.latest = now;
                groups.put(key, group);
                sink.accept(new Joined.Repeated(packet));
                return;
            }
            held -= group.size();
            group = null;
        }
        if (group == null) {
            group = new Group(number.total());
        }
        groups.put(key, group);
        group.latest = now;
        put(group, number, packet, sink);
        if (group.parts.size() == number.total()) {
            List<Packet> parts = group.finish();
            sink.accept(new Joined.Whole(joined(parts), parts));
        }
        makeRoom(sink);
    }

    /** Gives up what has waited too long; {@link #add} does so too. */
    public void expire(Instant now, Consumer<? super Joined> sink) {
        Iterator<Group> eldest = groups.values().iterator();
        while (eldest.hasNext()) {
            Group group = eldest.next();
            if (group.latest.plus(patience).isAfter(now)) {
                return;
            }
            eldest.remove();
            giveUp(group, Joined.Reason.EXPIRED, sink);
        }
    }

    /** How many parts wait or are remembered, at most as many as there is room for. */
    public int held() {
        return held;
    }

    private void put(Group group, PacketNumber number, Packet packet, Consumer<? super Joined> sink) {
        Packet before = group.parts.get(number.number());
        if (before != null && before.items().equals(packet.items())) {
            sink.accept(new Joined.Repeated(packet));
            return;
        }
        group.parts.put(number.number(), packet);
        if (before == null) {
            held++;
        } else {
            sink.accept(new Joined.Replaced(before));
        }
    }

    private void makeRoom(Consumer<? super Joined> sink) {
        Iterator<Group> eldest = groups.values().iterator();
        while (held > maxParts && eldest.hasNext()) {
            Group group = eldest.next();
            eldest.remove();
            giveUp(group, Joined.Reason.CROWDED_OUT, sink);
        }
    }

    private void giveUp(Group group, Joined.Reason reason, Consumer<? super Joined> sink) {
        held -= group.size();
        if (!group.complete) {
            sink.accept(new Joined.Incomplete(reason, List.copyOf(group.parts.values()), group.total));
        }
    }

    private Key key(Packet packet, PacketNumber number) {
        String dataTime = packet.value("DataTime").orElse(null);
        Key key = new Key(packet.mn(), packet.cn(), dataTime, number.total());
        if (dataTime == null && !groups.containsKey(key)) {
            Key latest = null;
            for (Map.Entry<Key, Group> each : groups.entrySet()) {
                if (each.getKey().isButForDataTime(key) && each.getValue().lacks(number)) {
                    latest = each.getKey();
                }
            }
            return latest == null ? key : latest;
        }
        return key;
    }

    private static Packet joined(List<Packet> parts) {
        Packet first = parts.getFirst();
        List<Item> items = new ArrayList<>(first.items());
        Set<Leniency> leniencies = EnumSet.noneOf(Leniency.class);
        parts.forEach(part -> leniencies.addAll(part.leniencies()));
        for (Packet part : parts.subList(1, parts.size())) {
            part.items().stream()
                    .filter(item ->
                            !PacketSplitter.isDataTime(item) || !first.items().contains(item))
                    .forEach(items::add);
        }
        Flag flag = first.flag();
        Packet.Builder builder = first.toBuilder().clearItems().items(items).number(null);
        if (flag != null) {
            builder.flag(flag.withNumber(false));
        }
        Packet joined = builder.noted(leniencies).build();
        if (joined.duplicates().isEmpty()) {
            return joined;
        }
        leniencies.add(Leniency.DUPLICATE_DATA);
        return joined.toBuilder().noted(leniencies).build();
    }

    /** What packets have in common that belong together. */
    private record Key(String mn, String cn, @Nullable String dataTime, int total) {

        boolean isButForDataTime(Key other) {
            return total == other.total && mn.equals(other.mn) && cn.equals(other.cn);
        }
    }

    /** Packets that belong together. */
    private static final class Group {

        private final int total;
        private final TreeMap<Integer, Packet> parts = new TreeMap<>();
        private final Map<Integer, Long> remembered = new HashMap<>();
        private boolean complete;
        private Instant latest = Instant.MIN;

        Group(int total) {
            this.total = total;
        }

        int size() {
            return complete ? remembered.size() : parts.size();
        }

        boolean lacks(PacketNumber number) {
            return !complete && !parts.containsKey(number.number());
        }

        boolean says(Packet packet, PacketNumber number) {
            Long before = remembered.get(number.number());
            return before != null && before == hash(packet);
        }

        List<Packet> finish() {
            List<Packet> all = List.copyOf(parts.values());
            parts.forEach((number, packet) -> remembered.put(number, hash(packet)));
            parts.clear();
            complete = true;
            return all;
        }

        private static long hash(Packet packet) {
            long hash = 0;
            for (Item item : packet.items()) {
                String text = item.toString();
                for (int i = 0; i < text.length(); i++) {
                    hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
                }
                hash = (hash ^ ';') * 0x100_0000_01B3L;
            }
            return hash;
        }
    }
}
