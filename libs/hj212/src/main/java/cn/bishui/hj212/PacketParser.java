package cn.bishui.hj212;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a segment as it was meant, and notes where it departs from the standard. */
final class PacketParser {

    private static final int OPEN = 5;
    private static final int CLOSE = 2;

    private final Frame frame;
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final Charset charset;
    private final boolean ascii;
    private final Notes notes = new Notes();

    private @Nullable String qn;
    private @Nullable String st;
    private @Nullable String cn;
    private @Nullable String pw;
    private @Nullable String mn;
    private @Nullable String flagText;
    private @Nullable Field total;
    private @Nullable Field number;
    private List<Field> others = List.of();

    private PacketParser(Frame frame) {
        this.frame = frame;
        this.bytes = frame.bytes();
        this.from = frame.from();
        this.to = frame.to();
        this.ascii = frame.ascii();
        this.charset = ascii ? StandardCharsets.ISO_8859_1 : Text.charset(bytes, from, to, notes);
        if (frame.lowerCaseChecksum()) {
            notes.add(Leniency.LOWER_CASE_CRC);
        }
    }

    static ParsedPacket parse(Frame frame) {
        return new PacketParser(frame).parse();
    }

    private ParsedPacket parse() {
        int open = header();
        if (open < 0) {
            notes.add(Leniency.MISSING_CP);
        }
        if (cn == null || cn.isEmpty()) {
            return malformed("There is no command number (CN).");
        }
        if (mn == null || mn.isEmpty()) {
            return malformed("There is no device number (MN).");
        }
        if (qn == null || qn.isEmpty()) {
            qn = null;
            notes.add(Leniency.MISSING_QN);
        }
        Flag flag = flag();
        PacketNumber packetNumber = packetNumber(flag);
        int dataFrom = open < 0 ? to : open + OPEN;
        int dataTo = open < 0 ? to : close(dataFrom);
        Packet.Place place = new Packet.Place(frame, dataFrom, dataTo, charset);
        return new Packet(qn, st == null ? "" : st, cn, pw, mn, flag, packetNumber, others, place, notes.set());
    }

    private MalformedPacket malformed(String reason) {
        return new MalformedPacket(reason, new String(bytes, from, to - from, charset));
    }

    /** Where the data end: at the last {@code &&}. */
    private int close(int start) {
        for (int i = to - CLOSE; i >= start; i--) {
            if (bytes[i] == '&' && bytes[i + 1] == '&') {
                if (i + CLOSE < to) {
                    notes.add(Leniency.TEXT_AFTER_CP);
                }
                return i;
            }
        }
        notes.add(Leniency.UNCLOSED_CP);
        return to;
    }

    /** Reads the header; returns where {@code CP=&&} begins, negative if it is not there. */
    private int header() {
        int start = from;
        int equals = -1;
        for (int i = from; i < to; i += Long.BYTES) {
            for (long marks = Separators.marks(bytes, i, ascii); marks != 0; marks &= marks - 1) {
                int at = i + Separators.lowest(marks);
                if (at >= to) {
                    break;
                }
                switch (Separators.kind(bytes[at])) {
                    case Separators.EQUALS -> equals = equals < 0 ? at : equals;
                    case Separators.ITEM_ENDS -> {
                        field(start, equals, at);
                        start = at + 1;
                        equals = -1;
                    }
                    case Separators.PART_ENDS -> {
                        notes.add(Leniency.COMMA_IN_HEADER);
                        field(start, equals, at);
                        start = at + 1;
                        equals = -1;
                    }
                    case Separators.AMPERSAND -> {
                        int open = at - OPEN + CLOSE;
                        if (opensAt(open)) {
                            if (start < open) {
                                notes.add(Leniency.MISSING_SEMICOLON_BEFORE_CP);
                                field(start, equals < open ? equals : -1, open);
                            }
                            return open;
                        }
                    }
                    default -> {
                        // a space is looked for around names and values
                    }
                }
            }
        }
        field(start, equals, to);
        return -1;
    }

    private boolean opensAt(int at) {
        return at >= from
                && at + OPEN <= to
                && bytes[at] == 'C'
                && bytes[at + 1] == 'P'
                && bytes[at + 2] == '='
                && bytes[at + 4] == '&';
    }

    private void field(int start, int equals, int end) {
        int nameEnd = equals < 0 ? end : equals;
        int nameFrom = skip(start, nameEnd);
        int nameTo = skipBack(nameFrom, nameEnd);
        int valueFrom = end;
        int valueTo = end;
        if (equals >= 0) {
            valueFrom = skip(equals + 1, end);
            valueTo = skipBack(valueFrom, end);
        } else if (nameFrom == nameTo) {
            return;
        } else {
            notes.add(Leniency.NAME_WITHOUT_VALUE);
        }
        if (nameFrom != start || nameTo != nameEnd || (equals >= 0 && (valueFrom != equals + 1 || valueTo != end))) {
            notes.add(Leniency.SPACE);
        }
        take(nameFrom, nameTo, valueFrom, valueTo);
    }

    private void take(int nameFrom, int nameTo, int valueFrom, int valueTo) {
        int length = nameTo - nameFrom;
        int key = length == 2 ? bytes[nameFrom] << 8 | bytes[nameFrom + 1] : 0;
        switch (key) {
            case 'Q' << 8 | 'N' -> qn = first(qn, valueFrom, valueTo, false);
            case 'S' << 8 | 'T' -> st = first(st, valueFrom, valueTo, true);
            case 'C' << 8 | 'N' -> cn = first(cn, valueFrom, valueTo, true);
            case 'P' << 8 | 'W' -> pw = first(pw, valueFrom, valueTo, false);
            case 'M' << 8 | 'N' -> mn = first(mn, valueFrom, valueTo, true);
            default -> {
                if (length == 4 && Data.same(bytes, nameFrom, "Flag")) {
                    flagText = first(flagText, valueFrom, valueTo, true);
                } else {
                    other(Names.of(bytes, nameFrom, nameTo, charset), text(valueFrom, valueTo, false));
                }
            }
        }
    }

    private String first(@Nullable String before, int valueFrom, int valueTo, boolean comesAgain) {
        if (before != null) {
            notes.add(Leniency.DUPLICATE_FIELD);
            return before;
        }
        return text(valueFrom, valueTo, comesAgain);
    }

    private String text(int valueFrom, int valueTo, boolean comesAgain) {
        return comesAgain
                ? Names.of(bytes, valueFrom, valueTo, charset)
                : new String(bytes, valueFrom, valueTo - valueFrom, charset);
    }

    private void other(String name, String value) {
        for (Field each : others) {
            if (each.name().equals(name)) {
                notes.add(Leniency.DUPLICATE_FIELD);
                return;
            }
        }
        if (others.isEmpty()) {
            others = new ArrayList<>();
        }
        Field field = new Field(name, value);
        others.add(field);
        if (name.equals("PNUM")) {
            total = field;
        } else if (name.equals("PNO")) {
            number = field;
        }
    }

    private @Nullable Flag flag() {
        int bits = flagText == null ? -1 : smallNumber(flagText);
        if (bits >= 0 && bits <= 255) {
            return Flag.of(bits);
        }
        notes.add(Leniency.MISSING_FLAG);
        if (flagText != null) {
            other("Flag", flagText);
        }
        return null;
    }

    private @Nullable PacketNumber packetNumber(@Nullable Flag flag) {
        if (total == null && number == null) {
            if (flag != null && flag.numbered()) {
                notes.add(Leniency.MISSING_PACKET_NUMBER);
            }
            return null;
        }
        int pnum = total == null ? -1 : smallNumber(total.value());
        int pno = number == null ? -1 : smallNumber(number.value());
        if (pnum < 1 || pno < 1 || pno > pnum) {
            notes.add(Leniency.MISSING_PACKET_NUMBER);
            return null;
        }
        others.remove(total);
        others.remove(number);
        if (flag != null && !flag.numbered()) {
            notes.add(Leniency.UNANNOUNCED_PACKET_NUMBER);
        }
        return new PacketNumber(pnum, pno);
    }

    private int skip(int start, int end) {
        int i = start;
        while (i < end && Text.isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    private int skipBack(int start, int end) {
        int i = end;
        while (i > start && Text.isSpace(bytes[i - 1])) {
            i--;
        }
        return i;
    }

    /** A number of one to five digits; -1 if the text is none. */
    private static int smallNumber(String text) {
        if (text.isEmpty() || text.length() > 5) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }
}
