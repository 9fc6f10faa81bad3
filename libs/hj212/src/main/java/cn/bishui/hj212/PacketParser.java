package cn.bishui.hj212;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of a segment as it was meant, and notes where it departs from the standard. */
final class PacketParser {

    private static final String OPEN = "CP=&&";
    private static final String CLOSE = "&&";

    private final String text;
    private final Set<Leniency> leniencies;

    PacketParser(String text, Set<Leniency> leniencies) {
        this.text = text;
        this.leniencies = leniencies;
    }

    ParsedPacket parse() {
        int open = text.indexOf(OPEN);
        if (open < 0) {
            leniencies.add(Leniency.MISSING_CP);
        }
        String head = open < 0 ? text : text.substring(0, open);
        if (open > 0 && head.charAt(open - 1) != ';') {
            leniencies.add(
                    head.charAt(open - 1) == ',' ? Leniency.COMMA_IN_HEADER : Leniency.MISSING_SEMICOLON_BEFORE_CP);
        }
        Map<String, String> header = header(head);
        String cn = header.remove("CN");
        String mn = header.remove("MN");
        if (cn == null || cn.isEmpty()) {
            return new MalformedPacket("There is no command number (CN).", text);
        }
        if (mn == null || mn.isEmpty()) {
            return new MalformedPacket("There is no device number (MN).", text);
        }
        String qn = header.remove("QN");
        if (qn == null || qn.isEmpty()) {
            qn = null;
            leniencies.add(Leniency.MISSING_QN);
        }
        String st = header.remove("ST");
        String pw = header.remove("PW");
        Flag flag = flag(header.remove("Flag"));
        PacketNumber number = number(flag, header);
        List<Item> items = open < 0 ? List.of() : items(data(open + OPEN.length()));
        List<Field> others = new ArrayList<>();
        header.forEach((name, value) -> others.add(new Field(name, value)));
        return new Packet(qn, st == null ? "" : st, cn, pw, mn, flag, number, others, items, leniencies);
    }

    private Map<String, String> header(String head) {
        Map<String, String> fields = new LinkedHashMap<>();
        int start = 0;
        for (int i = 0; i <= head.length(); i++) {
            char end = i == head.length() ? ';' : head.charAt(i);
            if (end == ';' || end == ',') {
                if (end == ',') {
                    leniencies.add(Leniency.COMMA_IN_HEADER);
                }
                if (!head.substring(start, i).isBlank()) {
                    Field field = field(head.substring(start, i));
                    if (fields.putIfAbsent(field.name(), field.value()) != null) {
                        leniencies.add(Leniency.DUPLICATE_FIELD);
                    }
                }
                start = i + 1;
            }
        }
        return fields;
    }

    private @Nullable Flag flag(@Nullable String value) {
        int bits = value == null ? -1 : smallNumber(value);
        if (bits < 0 || bits > 255) {
            leniencies.add(Leniency.MISSING_FLAG);
            return null;
        }
        return new Flag(bits);
    }

    private @Nullable PacketNumber number(@Nullable Flag flag, Map<String, String> header) {
        String total = header.get("PNUM");
        String number = header.get("PNO");
        int pnum = total == null ? -1 : smallNumber(total);
        int pno = number == null ? -1 : smallNumber(number);
        if (pnum >= 1 && pno >= 1 && pno <= pnum) {
            header.remove("PNUM");
            header.remove("PNO");
            return new PacketNumber(pnum, pno);
        }
        if (total != null || number != null || (flag != null && flag.numbered())) {
            leniencies.add(Leniency.MISSING_PACKET_NUMBER);
        }
        return null;
    }

    private String data(int start) {
        int close = text.lastIndexOf(CLOSE);
        if (close < start) {
            leniencies.add(Leniency.UNCLOSED_CP);
            return text.substring(start);
        }
        if (close + CLOSE.length() < text.length()) {
            leniencies.add(Leniency.TEXT_AFTER_CP);
        }
        return text.substring(start, close);
    }

    private List<Item> items(String data) {
        List<Item> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : data.split(";", -1)) {
            List<Field> fields = new ArrayList<>();
            for (String each : part.split(",", -1)) {
                if (!each.isBlank()) {
                    Field field = field(each);
                    if (!names.add(field.name())) {
                        leniencies.add(Leniency.DUPLICATE_DATA);
                    }
                    fields.add(field);
                }
            }
            if (!fields.isEmpty()) {
                items.add(new Item(fields));
            }
        }
        return items;
    }

    private Field field(String part) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            leniencies.add(Leniency.NAME_WITHOUT_VALUE);
        }
        String name = trimmed(equals < 0 ? part : part.substring(0, equals));
        return new Field(name, equals < 0 ? "" : trimmed(part.substring(equals + 1)));
    }

    private String trimmed(String part) {
        String trimmed = part.strip();
        if (trimmed.length() != part.length()) {
            leniencies.add(Leniency.SPACE);
        }
        return trimmed;
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
