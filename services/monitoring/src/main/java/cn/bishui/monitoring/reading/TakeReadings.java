package cn.bishui.monitoring.reading;

import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketNumber;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.silence.WatchSilence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a batch of packets and tells who wants to know of them, in one transaction with how far the topic was read.
 *
 * <p>Packets that belong together (Flag's D bit, PNUM and PNO) are kept one by one and put together when they are read
 * back ({@link KeptRecords}): each was acknowledged on its own, so none may wait for another that perhaps never comes.
 */
@Service
public class TakeReadings {

    private final Progress progress;
    private final Packets packets;
    private final Traffic traffic;
    private final UnusablePackets unusable;
    private final Devices devices;
    private final WatchSilence watchSilence;
    private final List<ReadingWatch> watches;

    TakeReadings(
            Progress progress,
            Packets packets,
            Traffic traffic,
            UnusablePackets unusable,
            Devices devices,
            WatchSilence watchSilence,
            List<ReadingWatch> watches) {
        this.progress = progress;
        this.packets = packets;
        this.traffic = traffic;
        this.unusable = unusable;
        this.devices = devices;
        this.watchSilence = watchSilence;
        this.watches = List.copyOf(watches);
    }

    /**
     * Takes what was not taken before; the rest is passed over.
     *
     * @param topicId of the topic as it exists
     */
    @Transactional
    public void take(String topicId, List<Delivery> deliveries) {
        List<Delivery> fresh = fresh(topicId, deliveries);
        Map<String, Optional<Device>> known = new HashMap<>();
        List<Taken> taken = new ArrayList<>(fresh.size());
        for (Delivery delivery : fresh) {
            switch (read(delivery, known)) {
                case Unusable(String reason) -> unusable.keep(delivery, reason);
                case Taken each -> taken.add(each);
            }
        }
        List<Kept> kept = packets.keep(taken.stream().map(Taken::reading).toList());
        Map<Integer, Traffic.Tally> tallies = new TreeMap<>();
        List<ReadingWatch.Fresh> news = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            Taken each = taken.get(i);
            tallies.merge(
                    each.device().id(),
                    Traffic.Tally.of(kept.get(i), each.reading().receivedAt()),
                    Traffic.Tally::plus);
            if (kept.get(i) != Kept.REPEATED) {
                news.add(new ReadingWatch.Fresh(each.device(), each.reading(), kept.get(i)));
            }
        }
        traffic.add(tallies);
        Map<Integer, Instant> last = new TreeMap<>();
        tallies.forEach((device, tally) -> last.put(device, tally.last()));
        watchSilence.heard(last);
        watches.forEach(watch -> watch.kept(news));
    }

    /** Lays a packet aside that could not be taken, for a reason that another try does not mend. */
    @Transactional
    public void layAside(String topicId, Delivery delivery) {
        if (!fresh(topicId, List.of(delivery)).isEmpty()) {
            unusable.keep(delivery, "failed");
        }
    }

    private List<Delivery> fresh(String topicId, List<Delivery> deliveries) {
        Set<Integer> partitions = deliveries.stream().map(Delivery::partition).collect(Collectors.toSet());
        Map<Integer, Long> next = progress.hold(topicId, partitions);
        List<Delivery> fresh = deliveries.stream()
                .filter(each -> each.offset() >= next.getOrDefault(each.partition(), 0L))
                .toList();
        progress.advance(
                topicId,
                fresh.stream()
                        .collect(Collectors.toMap(
                                Delivery::partition, each -> each.offset() + 1, Math::max, TreeMap::new)));
        return fresh;
    }

    private Read read(Delivery delivery, Map<String, Optional<Device>> known) {
        Packet packet = packet(delivery.frame());
        if (packet == null) {
            return new Unusable("malformed");
        }
        Optional<Device> device = known.computeIfAbsent(packet.mn(), devices::find);
        if (device.isEmpty()) {
            return new Unusable("unknown-device");
        }
        Optional<LocalDateTime> dataTime = packet.dataTime();
        if (dataTime.isEmpty()) {
            return new Unusable("no-data-time");
        }
        PacketNumber number = packet.number();
        return new Taken(
                device.get(),
                new Reading(
                        device.get().id(),
                        Integer.parseInt(packet.cn()),
                        dataTime.get(),
                        number == null ? 0 : number.number(),
                        delivery.receivedAt(),
                        Content.of(packet.items())));
    }

    private static @Nullable Packet packet(byte[] bytes) {
        return FrameDecoder.only(bytes).map(Packet::parse).orElse(null) instanceof Packet packet
                        && packet.cn().matches("\\d{4}")
                ? packet
                : null;
    }

    private sealed interface Read {}

    private record Taken(Device device, Reading reading) implements Read {}

    private record Unusable(String reason) implements Read {}
}
