package cn.bishui.monitoring.archive.jdbc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.monitoring.archive.RawPacket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BlockTests {

    @Property(tries = 300)
    void givesBackWhatWasPacked(@ForAll("packets") List<RawPacket> packets) {
        for (int level : new int[] {Block.QUICK, Block.THOROUGH}) {
            assertThat(Block.unpack(Block.pack(packets, level), 3))
                    .usingRecursiveComparison()
                    .isEqualTo(packets);
        }
    }

    @Provide
    Arbitrary<List<RawPacket>> packets() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE),
                        Arbitraries.longs().between(-1_000_000_000_000L, 4_000_000_000_000L),
                        Arbitraries.of("127.0.0.1", "::1"),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(1036))
                .as((offset, device, millis, remote, frame) ->
                        new RawPacket(3, offset, device, Instant.ofEpochMilli(millis), remote, frame))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .uniqueElements(RawPacket::offset)
                .map(each -> each.stream()
                        .sorted(Comparator.comparingLong(RawPacket::offset))
                        .toList());
    }

    @Test
    void isSmallWherePacketsAreAlike() {
        List<RawPacket> packets = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] frame =
                    "##0123QN=20260301%09d;ST=32;CN=2011;PW=******;MN=2202020000A;CP=&&w01018-Rtd=38.%d,w01018-Flag=N&&%04X"
                            .formatted(i * 30_000, i % 10, i * 7919 % 65536)
                            .getBytes(ISO_8859_1);
            packets.add(new RawPacket(3, i, 7, Instant.EPOCH.plusSeconds(i * 30L), "127.0.0.1", frame));
            bytes += frame.length;
        }
        assertThat(Block.pack(packets, Block.QUICK).length * 8L).isLessThan(bytes);
    }

    @Test
    void refusesABlockThatIsDamaged() {
        byte[] block = Block.pack(
                List.of(new RawPacket(
                        3, 1, 7, Instant.EPOCH, "b", "frame".repeat(99).getBytes(ISO_8859_1))),
                Block.QUICK);
        byte[] shorter = Arrays.copyOf(block, block.length - 3);
        assertThatThrownBy(() -> Block.unpack(shorter, 3)).isInstanceOf(RuntimeException.class);
        block[0] = 9;
        assertThatThrownBy(() -> Block.unpack(block, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
