package cn.bishui.bench;

import cn.bishui.hj212.Crc;
import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.hj212.PollutantData;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** How many packets a second one core decodes and encodes: 2,000 different ones, read in pieces of 4 KiB as a socket gives them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx192m"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class DecodeBench {

    private static final int PACKETS = 2000;
    private static final int READ = 4096;

    private final List<ByteBuffer> reads = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private List<Packet> packets = List.of();
    private byte[] wire = {};

    /** Made by JMH. */
    public DecodeBench() {}

    /** Makes the packets. */
    @Setup
    public void makePackets() {
        packets = Packets212.make(PACKETS, 1);
        wire = Packets212.wire(packets);
        for (int from = 0; from < wire.length; from += READ) {
            reads.add(ByteBuffer.wrap(wire, from, Math.min(READ, wire.length - from))
                    .slice());
        }
        new FrameDecoder().feed(ByteBuffer.wrap(wire), each -> frames.add((Frame) each));
        if (frames.size() != PACKETS) {
            throw new IllegalStateException("Not every packet came back");
        }
    }

    /** The checksum alone. */
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public int checksum() {
        return Crc.of(wire);
    }

    /** From bytes to frames whose checksums hold. */
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void frames(Blackhole hole) {
        FrameDecoder decoder = new FrameDecoder();
        for (ByteBuffer each : reads) {
            decoder.feed(each.rewind(), hole::consume);
        }
    }

    /** From bytes to packets whose header is read: what a centre needs to answer. */
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void packets(Blackhole hole) {
        FrameDecoder decoder = new FrameDecoder();
        for (ByteBuffer each : reads) {
            decoder.feed(each.rewind(), received -> hole.consume(Packet.parse((Frame) received)));
        }
    }

    /** From bytes to packets of which everything is known where it stands: DataTime, and where the data depart from the standard. */
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void checked(Blackhole hole) {
        FrameDecoder decoder = new FrameDecoder();
        for (ByteBuffer each : reads) {
            decoder.feed(each.rewind(), received -> {
                Packet packet = (Packet) Packet.parse((Frame) received);
                hole.consume(packet.dataTime());
                hole.consume(packet.leniencies());
            });
        }
    }

    /** From bytes to DataTime and every number. */
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void values(Blackhole hole) {
        FrameDecoder decoder = new FrameDecoder();
        for (ByteBuffer each : reads) {
            decoder.feed(each.rewind(), received -> use((Packet) Packet.parse((Frame) received), hole));
        }
    }

    /** From bytes to every name and value as text. */
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void texts(Blackhole hole) {
        FrameDecoder decoder = new FrameDecoder();
        for (ByteBuffer each : reads) {
            decoder.feed(each.rewind(), received -> hole.consume(((Packet) Packet.parse((Frame) received)).items()));
        }
    }

    /** From packets to bytes. */
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void encode(Blackhole hole) {
        for (Packet each : packets) {
            hole.consume(PacketEncoder.encode(each));
        }
    }

    private static void use(Packet packet, Blackhole hole) {
        hole.consume(packet.dataTime());
        for (PollutantData each : packet.pollutants().values()) {
            hole.consume(each.value(Measure.RTD));
            hole.consume(each.value(Measure.AVG));
        }
    }
}
