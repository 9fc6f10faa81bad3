package cn.bishui.monitoring.intake;

import java.util.Arrays;

/** Bytes as they came, to be kept: without the password that HJ 212 sends in clear. */
public final class RawBytes {

    private RawBytes() {}

    /** A copy in which the value of every {@code PW=} is asterisks. */
    public static byte[] masked(byte[] raw) {
        byte[] masked = raw.clone();
        for (int i = 0; i + 3 <= masked.length; i++) {
            if (masked[i] == 'P' && masked[i + 1] == 'W' && masked[i + 2] == '=') {
                int end = i + 3;
                while (end < masked.length && masked[end] != ';' && masked[end] != ',' && masked[end] != '&') {
                    end++;
                }
                Arrays.fill(masked, i + 3, end, (byte) '*');
            }
        }
        return masked;
    }
}
