package cn.bishui.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Texts that come again and again (codes, command and device numbers, data flags), made once as long as they are
 * remembered.
 *
 * <p>Memory is bounded: so many texts of so many characters. Threads may overwrite each other's, which costs a text made
 * anew.
 */
final class Names {

    private static final int SLOT_BITS = 12;
    private static final int LONGEST = 32;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final @Nullable Name[] REMEMBERED = new Name[1 << SLOT_BITS];

    private static final String[] SINGLE = single();

    private Names() {}

    static String of(byte[] bytes, int from, int to, Charset charset) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(bytes, from, length, charset);
        }
        long hash = hash(bytes, from, to);
        int slot = (int) (hash >>> (Long.SIZE - SLOT_BITS));
        Name remembered = REMEMBERED[slot];
        // up to eight bytes the hash is one to one for each length
        if (remembered != null
                && remembered.hash == hash
                && remembered.length == length
                && (length <= 8 || same(remembered.text, bytes, from, length))) {
            return remembered.text;
        }
        String made = new String(bytes, from, length, charset);
        if (isAscii(bytes, from, to)) {
            REMEMBERED[slot] = new Name(made, length, hash);
        }
        return made;
    }

    /** The text of one byte, U+FFFD if it is none by itself. */
    static String of(byte one) {
        return one < 0 ? "\uFFFD" : SINGLE[one];
    }

    /**
     * A hash of at most the first and the last eight bytes, mixed so that its upper bits serve. Texts of the same length up
     * to eight have different ones: each step can be undone.
     */
    static long hash(byte[] bytes, int from, int to) {
        int length = to - from;
        long key;
        if (length > 8) {
            key = ((long) LONGS.get(bytes, from) * MIX) ^ (long) LONGS.get(bytes, to - 8);
        } else if (to >= 8) {
            key = length == 0 ? 0 : (long) LONGS.get(bytes, to - 8) >>> (Long.SIZE - 8 * length);
        } else {
            key = 0;
            for (int i = to - 1; i >= from; i--) {
                key = key << 8 | (bytes[i] & 0xFF);
            }
        }
        return (key ^ key >>> 32 ^ length) * MIX;
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String text, byte[] bytes, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static String[] single() {
        String[] single = new String[0x80];
        for (int i = 0; i < single.length; i++) {
            single[i] = String.valueOf((char) i);
        }
        return single;
    }

    /** A text that is remembered, and what tells it from others. */
    private record Name(String text, int length, long hash) {}
}
