package cn.bishui.monitoring.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as they came, to be kept: without the password that HJ 212 sends in clear. */
public final class RawBytes {

    private static final byte[] PW = bytes("PW=");
    private static final byte[] DATA = bytes("CP=&&");
    private static final byte[] END = bytes("&&");
    private static final byte[] HEAD = bytes("##");

    private RawBytes() {}

    /**
     * A copy in which the value of every {@code PW=} is asterisks. Within data it counts only where a name may begin, or as
     * {@code NewPW=}: data may be encrypted, and then the three letters stand there by chance.
     */
    public static byte[] masked(byte[] raw) {
        byte[] masked = raw.clone();
        boolean data = false;
        for (int i = 0; i < masked.length; i++) {
            if (at(masked, i, DATA)) {
                data = true;
                i += DATA.length - 1;
            } else if (data && (at(masked, i, END) || at(masked, i, HEAD))) {
                data = false;
            } else if (at(masked, i, PW) && (!data || beginsName(masked, i))) {
                int end = i + PW.length;
                while (end < masked.length && masked[end] != ';' && masked[end] != ',' && masked[end] != '&') {
                    end++;
                }
                Arrays.fill(masked, i + PW.length, end, (byte) '*');
            }
        }
        return masked;
    }

    private static boolean beginsName(byte[] bytes, int at) {
        int before = at == 0 ? ';' : bytes[at - 1];
        return before == ';' || before == ',' || before == '&' || (before == 'w' && bytes[Math.max(0, at - 3)] == 'N');
    }

    private static boolean at(byte[] bytes, int from, byte[] wanted) {
        return from + wanted.length <= bytes.length
                && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
