package cn.bishui.hj212;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Bytes to text: ASCII or UTF-8 as the standard has it, GB 18030 (of which GBK is a part) as older devices send it. */
final class Text {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private Text() {}

    static String decode(byte[] bytes, Set<Leniency> leniencies) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            leniencies.add(Leniency.GBK_TEXT);
            return new String(bytes, GB18030);
        }
    }

    /** ASCII as it is, every other byte as {@code \xNN}. */
    static String printable(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            if (each >= ' ' && each < 0x7F) {
                text.append((char) each);
            } else {
                text.append(String.format("\\x%02X", each & 0xFF));
            }
        }
        return text.toString();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
