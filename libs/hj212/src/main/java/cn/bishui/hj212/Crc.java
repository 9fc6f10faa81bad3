package cn.bishui.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The checksum of HJ 212 (HJ 212-2017 annex A): start and polynomial of CRC-16/MODBUS, yet another result, because each
 * byte is combined with the register's high byte and the low byte is dropped.
 *
 * <p>So only the high byte is carried from step to step, and it goes through a map that is linear over bits: eight steps
 * are eight lookups that do not wait for each other.
 */
public final class Crc {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;
    private static final long HASHES = '#' * ONES;

    /** Set in a {@link #scan} where {@code #} occurs. */
    static final long HASH_SEEN = 1L << 32;

    /** Set in a {@link #scan} where a byte is no ASCII. */
    static final long NOT_ASCII = 1L << 33;

    /** The register after one step, by the low byte it began with. */
    private static final char[] LAST = last();

    /** At {@code 256 * n + x}: the register's high byte n + 1 steps after x went in and nothing but zeros since. */
    private static final byte[] HIGH = high();

    private Crc() {}

    /**
     * Computes the checksum of a segment.
     *
     * @param bytes holds the segment
     * @param from index of its first byte
     * @param to index after its last byte
     * @return 0..0xFFFF; 0xFFFF for an empty segment
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public static int of(byte[] bytes, int from, int to) {
        return (int) scan(bytes, from, to) & 0xFFFF;
    }

    /** Computes the checksum of a whole array, 0..0xFFFF. */
    public static int of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** The checksum in the lowest 16 bits, and what else one look at the bytes tells. */
    static long scan(byte[] bytes, int from, int to) {
        if (from >= to) {
            return 0xFFFF;
        }
        byte[] high = HIGH;
        int state = 0xFF;
        long hash = 0;
        long any = 0;
        int i = from;
        for (; i < to - 8; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            any |= word;
            long different = word ^ HASHES;
            hash |= (different - ONES) & ~different;
            // what does not depend on the state first, so that a step waits for one lookup only
            int others = high[0x600 + ((int) (word >>> 8) & 0xFF)]
                    ^ high[0x500 + ((int) (word >>> 16) & 0xFF)]
                    ^ high[0x400 + ((int) (word >>> 24) & 0xFF)]
                    ^ high[0x300 + ((int) (word >>> 32) & 0xFF)]
                    ^ high[0x200 + ((int) (word >>> 40) & 0xFF)]
                    ^ high[0x100 + ((int) (word >>> 48) & 0xFF)]
                    ^ high[(int) (word >>> 56)];
            state = high[0x700 + ((state ^ (int) word) & 0xFF)] ^ others;
        }
        boolean seen = (hash & TOPS) != 0;
        for (; i < to - 1; i++) {
            byte each = bytes[i];
            any |= each;
            seen |= each == '#';
            state = high[(state ^ each) & 0xFF];
        }
        byte last = bytes[i];
        any |= last;
        seen |= last == '#';
        return LAST[(state ^ last) & 0xFF] | (seen ? HASH_SEEN : 0) | ((any & TOPS) != 0 ? NOT_ASCII : 0);
    }

    private static char[] last() {
        char[] table = new char[256];
        for (int start = 0; start < 256; start++) {
            int register = start;
            for (int bit = 0; bit < 8; bit++) {
                boolean low = (register & 1) == 1;
                register >>= 1;
                if (low) {
                    register ^= 0xA001;
                }
            }
            table[start] = (char) register;
        }
        return table;
    }

    private static byte[] high() {
        byte[] table = new byte[8 * 256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (LAST[i < 256 ? i : table[i - 256] & 0xFF] >> 8);
        }
        return table;
    }
}
