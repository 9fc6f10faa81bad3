package cn.bishui.hj212;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts the data of a packet (HJ 212-2025 6.4.2 and annex A.2): whole blocks are encrypted, what is left
 * stays in clear, so the length does not change; the checksum is that of the text in clear.
 */
final class Encryption {

    private static final byte[] OPEN = "CP=&&".getBytes(StandardCharsets.US_ASCII);
    private static final int CLOSE = 2;

    private Encryption() {}

    static byte[] encrypt(byte[] data, BlockCipher cipher) {
        int whole = data.length - data.length % BlockCipher.BLOCK;
        return whole == 0 ? data : with(data, cipher.encrypt(Arrays.copyOf(data, whole)), whole);
    }

    private static byte[] decrypt(byte[] data, BlockCipher cipher) {
        int whole = data.length - data.length % BlockCipher.BLOCK;
        return whole == 0 ? data : with(data, cipher.decrypt(Arrays.copyOf(data, whole)), whole);
    }

    private static byte[] with(byte[] data, byte[] blocks, int whole) {
        if (blocks.length != whole) {
            throw new IllegalStateException("The cipher made " + blocks.length + " bytes of " + whole);
        }
        byte[] all = data.clone();
        System.arraycopy(blocks, 0, all, 0, whole);
        return all;
    }

    /**
     * Whether a segment is of a device that encrypts (HJ 212-2025, a command whose data are encrypted) and its blocks are no
     * text in ASCII or UTF-8: what has merely a wrong checksum is text still.
     */
    static boolean isEncrypted(byte[] bytes, int from, int to) {
        int open = find(bytes, from, to, OPEN);
        int data = open + OPEN.length;
        int whole = (to - CLOSE - data) / BlockCipher.BLOCK * BlockCipher.BLOCK;
        return open >= 0
                && whole > 0
                && bytes[to - 2] == '&'
                && bytes[to - 1] == '&'
                && !value(bytes, from, open, ";MN=").isEmpty()
                && Cn.isEncrypted(value(bytes, from, open, ";CN="))
                && isOf2025(value(bytes, from, open, ";Flag="))
                && !isText(bytes, data, data + whole);
    }

    /** Whether bytes are UTF-8 without control characters. */
    private static boolean isText(byte[] bytes, int from, int to) {
        boolean ascii = true;
        for (int i = from; i < to; i++) {
            if ((bytes[i] >= 0 && bytes[i] < ' ') || bytes[i] == 0x7F) {
                return false;
            }
            ascii &= bytes[i] >= 0;
        }
        return ascii || isUtf8(bytes, from, to);
    }

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        CharBuffer characters = CharBuffer.allocate(to - from);
        // a character that is cut at the end is no error here
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, from, to - from), characters, false)
                .isError();
    }

    /** A frame of what is in clear before the data, with none of them. */
    static Frame head(byte[] raw) {
        int end = find(raw, Frame.HEAD, raw.length, OPEN) + OPEN.length;
        byte[] head = Arrays.copyOf(raw, end + CLOSE + Frame.CHECKSUM);
        Arrays.fill(head, end, end + CLOSE, (byte) '&');
        Arrays.fill(head, end + CLOSE, head.length, (byte) '0');
        return Frame.clear(head, false);
    }

    /** The segment in clear, if the device's key makes one of it to which the checksum belongs; else null. */
    static byte @Nullable [] decrypt(byte[] bytes, int from, int to, int checksum, DeviceKeys keys) {
        int open = find(bytes, from, to, OPEN);
        int data = open + OPEN.length;
        if (open < 0 || to - CLOSE < data || bytes[to - 2] != '&' || bytes[to - 1] != '&') {
            return null;
        }
        String mn = value(bytes, from, open, ";MN=");
        if (mn.isEmpty()
                || !Cn.isEncrypted(value(bytes, from, open, ";CN="))
                || !isOf2025(value(bytes, from, open, ";Flag="))) {
            return null;
        }
        byte[] encrypted = Arrays.copyOfRange(bytes, data, to - CLOSE);
        for (BlockCipher cipher : keys.of(mn)) {
            byte[] plain = decrypt(encrypted, cipher);
            byte[] segment = Arrays.copyOfRange(bytes, from, to);
            System.arraycopy(plain, 0, segment, data - from, plain.length);
            if (Crc.of(segment) == checksum) {
                return segment;
            }
        }
        return null;
    }

    private static boolean isOf2025(String flag) {
        return flag.equals("8") || flag.equals("9") || flag.equals("10") || flag.equals("11");
    }

    private static String value(byte[] bytes, int from, int to, String name) {
        int at = find(bytes, from, to, name.getBytes(StandardCharsets.US_ASCII));
        if (at < 0) {
            return "";
        }
        int start = at + name.length();
        int end = start;
        while (end < to && bytes[end] != ';') {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static int find(byte[] bytes, int from, int to, byte[] wanted) {
        for (int i = from; i + wanted.length <= to; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
