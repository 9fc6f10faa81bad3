package cn.bishui.hj212;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes packets as the standard has them, and refuses what it does not allow. */
public final class PacketEncoder {

    /** Longest text between {@code CP=&&} and {@code &&} (HJ 212-2017 table 3), in bytes. */
    public static final int MAX_DATA = 950;

    private static final int QN_LENGTH = 17;
    private static final int ST_LENGTH = 2;
    private static final int CN_LENGTH = 4;
    private static final int LONGEST_NUMBER = 24;
    private static final int LONGEST_NAME = 64;
    private static final int TAIL = Frame.CHECKSUM + 2;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final String OPEN = ";CP=&&";
    private static final String CLOSE = "&&";
    private static final String MASK = "******";
    private static final Set<String> SECRETS = Set.of("NewPW", "NewSK");
    private static final Set<String> OWN_FIELDS = Set.of("QN", "ST", "CN", "PW", "MN", "Flag", "PNUM", "PNO", "CP");

    private PacketEncoder() {}

    /**
     * Writes a frame: {@code ##}, length, segment, checksum, CR LF. Other than ASCII is written as UTF-8.
     *
     * @param packet with QN, ST, CN, PW, MN and Flag; PW and MN may be of other lengths than the standard's 6 and 24, as
     *     devices in the field have them, at most 24
     * @return the bytes to send
     * @throws IllegalArgumentException if a field is missing or not as the standard has it, the data is longer than
     *     {@link #MAX_DATA} or the segment than {@link FrameDecoder#MAX_SEGMENT}
     */
    public static byte[] encode(Packet packet) {
        return frame(packet, null);
    }

    /**
     * Writes a frame whose data are encrypted as HJ 212-2025 6.4 has it: length and checksum are those of the text in
     * clear, and what is left after the last whole block stays in clear.
     *
     * @param packet as for {@link #encode(Packet)}
     * @param cipher the device's; {@link Cn#isEncrypted} tells which commands are to be encrypted
     * @return the bytes to send
     * @throws IllegalArgumentException as for {@link #encode(Packet)}
     */
    public static byte[] encode(Packet packet, BlockCipher cipher) {
        return frame(packet, cipher);
    }

    /** How many bytes items take as data. */
    static int length(List<Item> items) {
        return data(items).getBytes(StandardCharsets.UTF_8).length;
    }

    static String segment(Packet packet) {
        return head(packet, packet.pw()) + OPEN + data(packet.items()) + CLOSE;
    }

    /** The segment with asterisks for passwords and keys. */
    static String masked(Packet packet) {
        List<Item> items = packet.items();
        if (packet.cn().equals(Cn.SET_PASSWORD) || packet.cn().equals(Cn.KEY)) {
            items = items.stream().map(PacketEncoder::masked).toList();
        }
        return head(packet, packet.pw() == null ? null : MASK) + OPEN + data(items) + CLOSE;
    }

    private static Item masked(Item item) {
        return new Item(item.fields().stream()
                .map(field -> SECRETS.contains(field.name()) ? new Field(field.name(), MASK) : field)
                .toList());
    }

    private static byte[] frame(Packet packet, @Nullable BlockCipher cipher) {
        check(packet);
        byte[] data = data(packet.items()).getBytes(StandardCharsets.UTF_8);
        require(data.length <= MAX_DATA, "The data has too many bytes:", data.length);
        String head = head(packet, packet.pw());
        int length = head.length() + OPEN.length() + data.length + CLOSE.length();
        require(length <= FrameDecoder.MAX_SEGMENT, "The segment has too many bytes:", length);
        byte[] frame = new byte[Frame.HEAD + length + TAIL];
        int at = put(frame, 0, "##");
        for (int i = Frame.HEAD - 1, rest = length; i >= at; i--, rest /= 10) {
            frame[i] = (byte) ('0' + rest % 10);
        }
        at = put(frame, Frame.HEAD, head);
        at = put(frame, at, OPEN);
        System.arraycopy(data, 0, frame, at, data.length);
        int end = put(frame, at + data.length, CLOSE);
        int crc = Crc.of(frame, Frame.HEAD, end);
        for (int i = end + Frame.CHECKSUM - 1; i >= end; i--, crc >>= 4) {
            frame[i] = HEX[crc & 0xF];
        }
        frame[end + Frame.CHECKSUM] = '\r';
        frame[end + Frame.CHECKSUM + 1] = '\n';
        if (cipher != null) {
            byte[] encrypted = Encryption.encrypt(data, cipher);
            System.arraycopy(encrypted, 0, frame, at, encrypted.length);
        }
        return frame;
    }

    @SuppressWarnings("deprecation") // the text is ASCII, and this is the quickest way to copy it
    private static int put(byte[] bytes, int at, String text) {
        text.getBytes(0, text.length(), bytes, at);
        return at + text.length();
    }

    private static String head(Packet packet, @Nullable String pw) {
        StringBuilder text = new StringBuilder(128);
        if (packet.qn() != null) {
            text.append("QN=").append(packet.qn()).append(';');
        }
        text.append("ST=").append(packet.st()).append(";CN=").append(packet.cn());
        if (pw != null) {
            text.append(";PW=").append(pw);
        }
        text.append(";MN=").append(packet.mn());
        Flag flag = packet.flag();
        if (flag != null) {
            text.append(";Flag=").append(flag.bits());
        }
        PacketNumber number = packet.number();
        if (number != null) {
            text.append(";PNUM=").append(number.total()).append(";PNO=").append(number.number());
        }
        for (Field each : packet.otherFields()) {
            text.append(';').append(each.name()).append('=').append(each.value());
        }
        return text.toString();
    }

    private static String data(List<Item> items) {
        if (items.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(512);
        for (Item item : items) {
            if (!text.isEmpty()) {
                text.append(';');
            }
            List<Field> fields = item.fields();
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                if (i > 0) {
                    text.append(',');
                }
                text.append(field.name()).append('=').append(field.value());
            }
        }
        return text.toString();
    }

    private static void check(Packet packet) {
        String qn = packet.qn();
        String pw = packet.pw();
        String mn = packet.mn();
        Flag flag = packet.flag();
        require(qn != null && qn.length() == QN_LENGTH && all(qn, PacketEncoder::isDigit), "QN is not 17 digits");
        require(
                packet.st().length() == ST_LENGTH && all(packet.st(), each -> isDigit(each) || isCapital(each)),
                "ST is not two digits or capitals");
        require(packet.cn().length() == CN_LENGTH && all(packet.cn(), PacketEncoder::isDigit), "CN is not 4 digits");
        require(
                pw != null && !pw.isEmpty() && pw.length() <= LONGEST_NUMBER && all(pw, PacketEncoder::isPlain),
                "PW is not 1 to 24 plain characters");
        require(
                !mn.isEmpty() && mn.length() <= LONGEST_NUMBER && all(mn, PacketEncoder::isAlphanumeric),
                "MN is not 1 to 24 letters or digits");
        require(flag != null, "Flag is missing");
        require(flag == null || flag.numbered() == (packet.number() != null), "Flag and PNUM, PNO disagree");
        for (Field field : packet.otherFields()) {
            if (OWN_FIELDS.contains(field.name())) {
                throw new IllegalArgumentException(field.name() + " has a place of its own");
            }
            check(field);
            require(all(field.value(), PacketEncoder::isAscii), "A header field is not ASCII");
        }
        for (Item item : packet.items()) {
            for (Field field : item.fields()) {
                check(field);
            }
        }
    }

    private static void check(Field field) {
        String name = field.name();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !all(name, PacketEncoder::isNameCharacter)) {
            throw new IllegalArgumentException("A name is not plain: " + name);
        }
        String value = field.value();
        if (!all(value, PacketEncoder::isValueCharacter) || !value.strip().equals(value) || hasHalfCharacter(value)) {
            throw new IllegalArgumentException("The value of " + name + " has a character that cannot be sent");
        }
    }

    private static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean all(String text, CharacterClass wanted) {
        for (int i = 0; i < text.length(); i++) {
            if (!wanted.has(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static boolean isCapital(char each) {
        return each >= 'A' && each <= 'Z';
    }

    private static boolean isAlphanumeric(char each) {
        return isDigit(each) || isCapital(each) || (each >= 'a' && each <= 'z');
    }

    private static boolean isNameCharacter(char each) {
        return isAlphanumeric(each) || each == '-' || each == '_' || each == '.';
    }

    private static boolean isPlain(char each) {
        return each > ' ' && each < 0x7F && each != '=' && isValueCharacter(each);
    }

    private static boolean isAscii(char each) {
        return each < 0x80;
    }

    private static boolean isValueCharacter(char each) {
        return each >= ' ' && each != 0x7F && each != ';' && each != ',' && each != '&' && each != '#';
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    private static void require(boolean holds, String sentence, int number) {
        if (!holds) {
            throw new IllegalArgumentException(sentence + " " + number);
        }
    }

    /** Characters that are allowed somewhere. */
    @FunctionalInterface
    private interface CharacterClass {
        boolean has(char each);
    }
}
