package cn.bishui.hj212;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits what is too long for one packet (HJ 212-2017 annex C.49 and C.50): each part has a QN of its own, repeats DataTime
 * and is numbered. Items are kept whole.
 */
public final class PacketSplitter {

    private static final String DATA_TIME = "DataTime";

    /** {@code ;CP=&&}, {@code &&} and the longest {@code ;PNUM=} and {@code ;PNO=}. */
    private static final int AROUND = 6 + 2 + 11 + 10;

    private PacketSplitter() {}

    /**
     * Splits a packet.
     *
     * @param packet not numbered, with a QN that is a moment
     * @return the packet itself if it is short enough; else parts whose QNs are one millisecond apart
     * @throws IllegalArgumentException if one item alone is too long, or the packet is numbered already
     */
    public static List<Packet> split(Packet packet) {
        Values.require(packet.number() == null, "The packet is a part already");
        String head = PacketEncoder.segment(packet.toBuilder().clearItems().build());
        int room = Math.min(
                PacketEncoder.MAX_DATA,
                FrameDecoder.MAX_SEGMENT - AROUND - head.getBytes(StandardCharsets.UTF_8).length);
        if (PacketEncoder.length(packet.items()) <= room) {
            return List.of(packet);
        }
        List<List<Item>> groups = groups(packet.items(), room);
        LocalDateTime qn = Timestamps.qn(String.valueOf(packet.qn()))
                .orElseThrow(() -> new IllegalArgumentException("The QN is no moment"));
        Flag flag = packet.flag();
        Values.require(flag != null, "Flag is missing");
        List<Packet> parts = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            Packet.Builder part = packet.toBuilder()
                    .clearItems()
                    .qn(qn.plusNanos(1_000_000L * i))
                    .number(new PacketNumber(groups.size(), i + 1))
                    .items(groups.get(i));
            if (flag != null) {
                part.flag(flag.withNumber(true));
            }
            parts.add(part.build());
        }
        return parts;
    }

    private static List<List<Item>> groups(List<Item> items, int room) {
        List<Item> repeated =
                items.stream().filter(PacketSplitter::isDataTime).limit(1).toList();
        List<List<Item>> groups = new ArrayList<>();
        List<Item> group = new ArrayList<>(repeated);
        int start = PacketEncoder.length(repeated);
        int length = start;
        for (Item item : items) {
            if (isDataTime(item)) {
                continue;
            }
            int more = PacketEncoder.length(List.of(item)) + (length == 0 ? 0 : 1);
            if (length + more > room && group.size() > repeated.size()) {
                groups.add(group);
                group = new ArrayList<>(repeated);
                length = start;
                more = PacketEncoder.length(List.of(item)) + (length == 0 ? 0 : 1);
            }
            Values.require(length + more <= room, "One item alone is too long");
            group.add(item);
            length += more;
        }
        groups.add(group);
        return groups;
    }

    /** Whether an item is nothing but DataTime. */
    static boolean isDataTime(Item item) {
        return item.fields().size() == 1 && item.fields().getFirst().name().equals(DATA_TIME);
    }
}
