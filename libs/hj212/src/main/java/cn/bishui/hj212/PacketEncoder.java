package cn.bishui.hj212;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes packets as the standard has them, and refuses what it does not allow. */
public final class PacketEncoder {

    /** Longest text between {@code CP=&&} and {@code &&} (HJ 212-2017 table 2), in bytes. */
    public static final int MAX_DATA = 950;

    private static final Pattern QN = Pattern.compile("\\d{17}");
    private static final Pattern ST = Pattern.compile("[0-9A-Z]{2}");
    private static final Pattern CN = Pattern.compile("\\d{4}");
    private static final Pattern PW = Pattern.compile("[!-~&&[^;,=&#]]{1,24}");
    private static final Pattern MN = Pattern.compile("[0-9A-Za-z]{1,24}");
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_.-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[^;,&#\\p{Cntrl}]*");

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
        check(packet);
        byte[] segment = segment(packet).getBytes(StandardCharsets.UTF_8);
        require(segment.length <= FrameDecoder.MAX_SEGMENT, "The segment has " + segment.length + " bytes");
        byte[] head = "##%04d".formatted(segment.length).getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "%04X\r\n".formatted(Crc.of(segment)).getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[head.length + segment.length + tail.length];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(segment, 0, frame, head.length, segment.length);
        System.arraycopy(tail, 0, frame, head.length + segment.length, tail.length);
        return frame;
    }

    static String segment(Packet packet) {
        StringBuilder text = new StringBuilder(256);
        if (packet.qn() != null) {
            text.append("QN=").append(packet.qn()).append(';');
        }
        text.append("ST=").append(packet.st()).append(";CN=").append(packet.cn());
        if (packet.pw() != null) {
            text.append(";PW=").append(packet.pw());
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
        packet.otherFields().forEach(field -> text.append(';').append(field));
        return text.append(";CP=&&").append(data(packet.items())).append("&&").toString();
    }

    private static String data(List<Item> items) {
        return String.join(";", items.stream().map(Item::toString).toList());
    }

    private static void check(Packet packet) {
        String qn = packet.qn();
        String pw = packet.pw();
        Flag flag = packet.flag();
        require(qn != null && QN.matcher(qn).matches(), "QN is not 17 digits");
        require(ST.matcher(packet.st()).matches(), "ST is not two digits or capitals");
        require(CN.matcher(packet.cn()).matches(), "CN is not 4 digits");
        require(pw != null && PW.matcher(pw).matches(), "PW is not 1 to 24 plain characters");
        require(MN.matcher(packet.mn()).matches(), "MN is not 1 to 24 letters or digits");
        require(flag != null, "Flag is missing");
        require(flag == null || flag.numbered() == (packet.number() != null), "Flag and PNUM, PNO disagree");
        packet.otherFields().forEach(field -> {
            require(!OWN_FIELDS.contains(field.name()), field.name() + " has a place of its own");
            check(field);
        });
        packet.items().forEach(item -> item.fields().forEach(PacketEncoder::check));
        int length = data(packet.items()).getBytes(StandardCharsets.UTF_8).length;
        require(length <= MAX_DATA, "The data has " + length + " bytes");
    }

    private static void check(Field field) {
        require(NAME.matcher(field.name()).matches(), "A name is not plain: " + field.name());
        String value = field.value();
        require(
                VALUE.matcher(value).matches() && value.strip().equals(value),
                "The value of " + field.name() + " has a character that separates");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
