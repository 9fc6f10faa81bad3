package cn.bishui.bench;

import cn.bishui.hj212.DataFlag;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.hj212.PollutantData;
import cn.bishui.hj212.ProtocolVersion;
import cn.bishui.hj212.Upload;
import cn.bishui.hj212.Uploads;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Packets as a waste water outlet sends them, no two alike: real-time values of thirteen substances, or hour records of
 * five, about 500 bytes each, from a thousand devices.
 */
final class Packets212 {

    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 1, 0, 0);
    private static final List<String> CODES = List.of(
            "w00000", "w01018", "w21003", "w21011", "w21001", "w01001", "w01010", "w20117", "w20121", "w20122",
            "w01012");

    private Packets212() {}

    /** So many packets, of which every other is an hour record. */
    static List<Packet> make(int count, long seed) {
        Random random = new Random(seed);
        List<Packet> packets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Uploads device = new Uploads(
                    "32",
                    "010000A8900016F000%06X".formatted(random.nextInt(1000)),
                    "%06d".formatted(random.nextInt(1_000_000)),
                    ProtocolVersion.V2017);
            LocalDateTime time = START.plusMinutes(random.nextInt(500_000));
            Upload upload = i % 2 == 0
                    ? new Upload.Measured(Upload.Measured.Kind.REALTIME, time, realtime(random))
                    : new Upload.Measured(Upload.Measured.Kind.HOUR, time.withMinute(0), hour(random));
            packets.add(device.packet(upload, time.plusNanos(1_000_000L * random.nextInt(1000)), true));
        }
        return packets;
    }

    /** The same as bytes, one after the other. */
    static byte[] wire(List<Packet> packets) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        packets.forEach(each -> wire.writeBytes(PacketEncoder.encode(each)));
        return wire.toByteArray();
    }

    private static Map<String, PollutantData> realtime(Random random) {
        return CODES.stream()
                .map(code -> PollutantData.builder(code)
                        .value(Measure.RTD, number(random))
                        .flag(flag(random))
                        .build())
                .collect(Collectors.toMap(PollutantData::code, each -> each));
    }

    private static Map<String, PollutantData> hour(Random random) {
        return CODES.stream()
                .limit(5)
                .map(code -> PollutantData.builder(code)
                        .value(Measure.COU, number(random))
                        .value(Measure.MIN, number(random))
                        .value(Measure.AVG, number(random))
                        .value(Measure.MAX, number(random))
                        .flag(flag(random))
                        .build())
                .collect(Collectors.toMap(PollutantData::code, each -> each));
    }

    private static BigDecimal number(Random random) {
        int digits = 1 + random.nextInt(4);
        return BigDecimal.valueOf(random.nextInt((int) Math.pow(10, digits)), random.nextInt(4));
    }

    private static DataFlag flag(Random random) {
        return random.nextInt(50) == 0 ? DataFlag.MAINTENANCE : DataFlag.NORMAL;
    }
}
