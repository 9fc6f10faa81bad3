package cn.bishui.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the characters that mean something in a segment, eight at a time. */
final class Separators {

    static final int ORDINARY = 0;
    static final int ITEM_ENDS = 1;
    static final int PART_ENDS = 2;
    static final int EQUALS = 3;
    static final int AMPERSAND = 4;
    static final int SPACE = 5;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;

    /** Added to ASCII bytes, these set the top bit of those from the character on. */
    private static final long FROM_HYPHEN = (0x80 - '-') * ONES;

    private static final long FROM_SEMICOLON = (0x80 - ';') * ONES;
    private static final long AFTER_EQUALS = (0x80 - '=' - 1) * ONES;

    private static final byte[] KINDS = kinds();

    private Separators() {}

    static int kind(byte each) {
        return KINDS[each & 0xFF];
    }

    /**
     * Which of eight bytes may be no ordinary ones, by their top bits, the first byte lowest; those past the array's end are
     * marked. All that are not ordinary are marked, few others are.
     */
    static long marks(byte[] bytes, int at, boolean ascii) {
        if (ascii && at + Long.BYTES <= bytes.length) {
            long word = (long) LONGS.get(bytes, at);
            return (~(word + FROM_HYPHEN) | ((word + FROM_SEMICOLON) & ~(word + AFTER_EQUALS))) & TOPS;
        }
        long marks = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            if (at + i >= bytes.length || kind(bytes[at + i]) != ORDINARY) {
                marks |= 0x80L << (8 * i);
            }
        }
        return marks;
    }

    /** How many bytes after the first of the eight the lowest mark stands. */
    static int lowest(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** Where a character stands in a part of an array; its end if it does not. */
    static int find(byte[] bytes, int from, int to, byte wanted) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long different = (long) LONGS.get(bytes, i) ^ wanted * ONES;
            long found = (different - ONES) & ~different & TOPS;
            if (found != 0) {
                return i + lowest(found);
            }
        }
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int i = 0; i < 256; i++) {
            kinds[i] = (byte) (Text.isSpace((byte) i) ? SPACE : ORDINARY);
        }
        kinds[';'] = ITEM_ENDS;
        kinds[','] = PART_ENDS;
        kinds['='] = EQUALS;
        kinds['&'] = AMPERSAND;
        return kinds;
    }
}
