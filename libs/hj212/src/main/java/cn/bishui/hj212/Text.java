package cn.bishui.hj212;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes to text: ASCII or UTF-8 as the standard has it, GB 18030 (of which GBK is a part) as older devices send it. */
final class Text {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private Text() {}

    /** How to read a segment that is not all ASCII; every separator of the protocol is one byte in either. */
    static Charset charset(byte[] bytes, int from, int to, Notes notes) {
        if (readable(bytes, from, to, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        notes.add(Leniency.GBK_TEXT);
        if (!readable(bytes, from, to, GB18030)) {
            notes.add(Leniency.UNREADABLE_TEXT);
        }
        return GB18030;
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

    /** Whether a byte is white space as {@link Character#isWhitespace} has it, of which ASCII has ten. */
    static boolean isSpace(byte each) {
        return each <= ' ' && (each == ' ' || (each >= '\t' && each <= '\r') || (each >= 0x1C && each <= 0x1F));
    }

    private static boolean readable(byte[] bytes, int from, int to, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
