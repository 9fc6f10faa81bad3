package cn.bishui.monitoring.reading;

import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketNumber;
import cn.bishui.hj212.Received;
import cn.bishui.hj212.RejectedFrame;
import cn.bishui.monitoring.archive.RawPacket;
import cn.bishui.monitoring.archive.RawPackets;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceDirectory;
import cn.bishui.monitoring.device.Devices;
import cn.bishui.monitoring.device.Keyring;
import cn.bishui.monitoring.intake.RawBytes;
import cn.bishui.monitoring.silence.WatchSilence;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
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

    private static final Pattern COMMAND = Pattern.compile("[0-9]{4}");

    private final Progress progress;
    private final RawPackets rawPackets;
    private final Packets packets;
    private final Traffic traffic;
    private final UnusablePackets unusable;
    private final DeviceDirectory directory;
    private final Keyring keyring;
    private final Devices devices;
    private final WatchSilence watchSilence;
    private final List<ReadingWatch> watches;

    TakeReadings(
            Progress progress,
            RawPackets rawPackets,
            Packets packets,
            Traffic traffic,
            UnusablePackets unusable,
            DeviceDirectory directory,
            Keyring keyring,
            Devices devices,
            WatchSilence watchSilence,
            List<ReadingWatch> watches) {
        this.progress = progress;
        this.rawPackets = rawPackets;
        this.packets = packets;
        this.traffic = traffic;
        this.unusable = unusable;
        this.directory = directory;
        this.keyring = keyring;
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
        archive(topicId, fresh, known);
        List<Taken> taken = new ArrayList<>(fresh.size());
        Frames frames = new Frames(keyring);
        Map<String, String> layouts = new HashMap<>();
        for (Delivery delivery : fresh) {
            switch (read(frames, delivery, known)) {
                case Unusable(String reason) -> unusable.keep(delivery, reason);
                case Taken each -> taken.add(each.sharing(layouts));
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
        List<Delivery> fresh = fresh(topicId, List.of(delivery));
        if (!fresh.isEmpty()) {
            archive(topicId, fresh, new HashMap<>());
            unusable.keep(delivery, "failed");
        }
    }

    /** Keeps them as they came, whatever is to be read from them. */
    private void archive(String topicId, List<Delivery> fresh, Map<String, Optional<Device>> known) {
        rawPackets.keep(
                topicId,
                fresh.stream()
                        .map(each -> new RawPacket(
                                each.partition(),
                                each.offset(),
                                known.computeIfAbsent(each.mn(), this::device)
                                        .map(Device::id)
                                        .orElse(0),
                                each.receivedAt(),
                                each.remote(),
                                RawBytes.masked(each.frame())))
                        .toList());
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

    private Read read(Frames frames, Delivery delivery, Map<String, Optional<Device>> known) {
        Packet packet = frames.packet(delivery.frame());
        if (packet == null) {
            return new Unusable("malformed");
        }
        Optional<Device> device = known.computeIfAbsent(packet.mn(), this::device);
        if (device.isEmpty()) {
            return new Unusable("unknown-device");
        }
        Optional<LocalDateTime> dataTime = packet.dataTime();
        if (dataTime.isEmpty()) {
            return new Unusable("no-data-time");
        }
        PacketNumber number = packet.number();
        if (number != null && number.number() > Short.MAX_VALUE) {
            return new Unusable("malformed");
        }
        Content content = Content.of(packet.items());
        if (content.layout().indexOf('\0') >= 0 || content.numbers().indexOf('\0') >= 0) {
            return new Unusable("malformed"); // PostgreSQL has no text with a NUL in it
        }
        return new Taken(
                device.get(),
                new Reading(
                        device.get().id(),
                        Integer.parseInt(packet.cn()),
                        dataTime.get(),
                        number == null ? 0 : number.number(),
                        delivery.receivedAt(),
                        content,
                        packet.resent()));
    }

    /** As it is in memory; another replica may know a device a moment earlier, so the table is asked for others. */
    private Optional<Device> device(String mn) {
        return directory.find(mn).or(() -> devices.find(mn));
    }

    /** Reads frames one after the other with one decoder, as long as nothing is left of one. */
    private static final class Frames {

        private final List<Received> received = new ArrayList<>(1);
        private final Keyring keyring;
        private FrameDecoder decoder;

        Frames(Keyring keyring) {
            this.keyring = keyring;
            this.decoder = new FrameDecoder(keyring);
        }

        @Nullable
        Packet packet(byte[] bytes) {
            received.clear();
            decoder.feed(ByteBuffer.wrap(bytes), received::add);
            boolean whole = !decoder.pending();
            if (!whole) {
                decoder = new FrameDecoder(keyring);
            }
            Frame frame = whole && received.size() == 1 ? frame(bytes, received.getFirst()) : null;
            return frame != null
                            && Packet.parse(frame) instanceof Packet packet
                            && COMMAND.matcher(packet.cn()).matches()
                    ? packet
                    : null;
        }

        /** Another replica may know a key a moment earlier, so the table is asked for what does not open. */
        private @Nullable Frame frame(byte[] bytes, Received only) {
            return switch (only) {
                case Frame frame -> frame;
                case RejectedFrame unopened
                when unopened.head().isPresent() ->
                    FrameDecoder.only(bytes, keyring::reread).orElse(null);
                case RejectedFrame _ -> null;
            };
        }
    }

    private sealed interface Read {}

    /** What was taken. The packet itself is not held on to: with its items it is the largest part of a batch. */
    private record Taken(Device device, Reading reading) implements Read {

        /** The same with a layout that is there once in a batch, however many packets have it. */
        Taken sharing(Map<String, String> layouts) {
            Content content = reading.content();
            String layout = layouts.computeIfAbsent(content.layout(), Function.identity());
            return new Taken(
                    device,
                    new Reading(
                            reading.device(),
                            reading.cn(),
                            reading.dataTime(),
                            reading.part(),
                            reading.receivedAt(),
                            new Content(layout, content.numbers()),
                            reading.resent()));
        }
    }

    private record Unusable(String reason) implements Read {}
}
