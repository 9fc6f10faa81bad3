package cn.bishui.hj212;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data of a packet where they stand. The separators are found once, without a branch that depends on where they are;
 * texts and numbers are made when asked for.
 */
final class Data {

    private static final int FIRST_MARKS = 64;

    /** So many bytes before the data of a packet that was not read, so that names have some before them. */
    private static final int LEAD = 8;

    /** HJ 212-2017 6.3.3.2.2: numbers have at most 18 characters, which a long holds. */
    private static final int MAX_NUMBER = 18;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;
    private static final long ZEROS = '0' * ONES;
    private static final long POINTS = '.' * ONES;

    /** Added to a digit, this leaves the top bit clear; added to what comes after the digits, it sets it. */
    private static final long TO_NINE = (0x7F - '9') * ONES;

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final Charset charset;

    /** Where characters stand that may mean something. */
    private final int[] marks;

    private final int count;

    /** What stands between two positions of an array that is not changed any more. */
    Data(byte[] bytes, int from, int to, Charset charset, boolean ascii) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.charset = charset;
        int[] found = new int[FIRST_MARKS];
        int size = 0;
        for (int i = from; i < to; i += Long.BYTES) {
            if (size + Long.BYTES > found.length) {
                found = Arrays.copyOf(found, 2 * found.length);
            }
            long word = Separators.marks(bytes, i, ascii);
            // most words have one or two: to write both costs less than to ask
            long rest = word & (word - 1);
            found[size] = i + Separators.lowest(word);
            found[size + 1] = i + Separators.lowest(rest);
            int more = Long.bitCount(word);
            for (int j = 2; j < more; j++) {
                rest &= rest - 1;
                found[size + j] = i + Separators.lowest(rest);
            }
            size += more;
        }
        while (size > 0 && found[size - 1] >= to) {
            size--;
        }
        this.marks = found;
        this.count = size;
    }

    static Data of(List<Item> items) {
        byte[] text =
                String.join(";", items.stream().map(Item::toString).toList()).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[LEAD + text.length];
        System.arraycopy(text, 0, bytes, LEAD, text.length);
        return new Data(bytes, LEAD, bytes.length, StandardCharsets.UTF_8, false);
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        Parts parts = new Parts();
        while (parts.next()) {
            if (parts.beginsItem && !fields.isEmpty()) {
                items.add(new Item(fields));
                fields.clear();
            }
            fields.add(parts.field());
        }
        if (!fields.isEmpty()) {
            items.add(new Item(fields));
        }
        return List.copyOf(items);
    }

    /** Where the data depart from the standard. */
    Set<Leniency> notes() {
        Notes notes = new Notes();
        Distinct distinct = new Distinct();
        Parts parts = new Parts();
        while (parts.next()) {
            if (parts.spaced) {
                notes.add(Leniency.SPACE);
            }
            if (parts.nameOnly) {
                notes.add(Leniency.NAME_WITHOUT_VALUE);
            }
            if (!distinct.add(parts.nameFrom, parts.nameTo)) {
                notes.add(Leniency.DUPLICATE_DATA);
            }
        }
        return notes.set();
    }

    /** The parts whose name came before, in the order sent. */
    List<Field> duplicates() {
        List<Field> again = new ArrayList<>();
        Distinct distinct = new Distinct();
        Parts parts = new Parts();
        while (parts.next()) {
            if (!distinct.add(parts.nameFrom, parts.nameTo)) {
                again.add(parts.field());
            }
        }
        return List.copyOf(again);
    }

    @Nullable
    String value(String name) {
        Parts parts = new Parts();
        return parts.seek(name) ? parts.text() : null;
    }

    /** The moment that a value is; null if there is no such name, or no moment. */
    @Nullable
    LocalDateTime moment(String name) {
        Parts parts = new Parts();
        return parts.seek(name) ? Timestamps.seconds(bytes, parts.valueFrom, parts.valueTo) : null;
    }

    /** Whether the characters of a text stand there, one byte each. */
    static boolean same(byte[] bytes, int from, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Gathers the parts named {@code code-Suffix} by their code. Of names that came twice the first holds. */
    Map<String, PollutantData> pollutants() {
        PollutantMap pollutants = new PollutantMap();
        PollutantData latest = null;
        int latestFrom = 0;
        int latestLength = 0;
        Parts parts = new Parts();
        while (parts.next()) {
            int nameFrom = parts.nameFrom;
            int hyphen = Separators.find(bytes, nameFrom, parts.nameTo, (byte) '-');
            int length = hyphen - nameFrom;
            if (length == 0 || hyphen == parts.nameTo) {
                continue;
            }
            if (latest == null || length != latestLength || !sameText(nameFrom, latestFrom, length)) {
                latest = pollutants.orNew(Names.of(bytes, nameFrom, hyphen, charset));
                latestFrom = nameFrom;
                latestLength = length;
            }
            add(latest, hyphen + 1, parts);
        }
        return pollutants;
    }

    private boolean sameText(int one, int other, int length) {
        if (length <= Long.BYTES && Math.max(one, other) + Long.BYTES <= bytes.length) {
            long different = (long) LONGS.get(bytes, one) ^ (long) LONGS.get(bytes, other);
            return different << (Long.SIZE - 8 * length) == 0;
        }
        return Arrays.equals(bytes, one, one + length, bytes, other, other + length);
    }

    private void add(PollutantData pollutant, int suffix, Parts parts) {
        Measure measure = Measure.find(bytes, suffix, parts.nameTo);
        if (measure != null) {
            BigDecimal number = number(parts.valueFrom, parts.valueTo);
            if (number != null) {
                pollutant.add(measure, number);
                return;
            }
        } else if (parts.nameTo - suffix == 4 && same(bytes, suffix, "Flag")) {
            pollutant.addFlag(parts.text());
            return;
        } else if (parts.nameTo - suffix == 10 && same(bytes, suffix, "SampleTime")) {
            LocalDateTime moment = Timestamps.seconds(bytes, parts.valueFrom, parts.valueTo);
            if (moment != null) {
                pollutant.addSampleTime(moment);
                return;
            }
        }
        pollutant.addOther(Names.of(bytes, suffix, parts.nameTo, charset), parts.text());
    }

    /** A plain decimal number of at most 18 characters; null if there is none, so an exponent cannot cost memory. */
    private @Nullable BigDecimal number(int start, int end) {
        int length = end - start;
        if (length == 0 || length > MAX_NUMBER) {
            return null;
        }
        return length <= Long.BYTES && end >= Long.BYTES ? shortNumber(length, end) : longNumber(start, end);
    }

    /** A number of at most 8 characters, all of them looked at at once; the last is in the highest byte. */
    private @Nullable BigDecimal shortNumber(int length, int end) {
        int missing = Long.SIZE - 8 * length;
        long digits = (long) LONGS.get(bytes, end - Long.BYTES) >>> missing << missing;
        digits |= ZEROS & ((1L << missing) - 1);
        int scale = 0;
        long different = digits ^ POINTS;
        long point = (different - ONES) & ~different & TOPS;
        if (point != 0) {
            int bit = Long.numberOfTrailingZeros(point) & -8;
            scale = Long.BYTES - 1 - (bit >>> 3);
            // the bytes before the point move up into its place
            long before = (1L << bit) - 1;
            long after = bit == Long.SIZE - 8 ? 0 : digits & (-1L << (bit + 8));
            digits = after | ((digits & before) << 8) | '0';
        }
        boolean anyDigit = length > 1 || point == 0;
        boolean onlyDigits = (((digits + TO_NINE) | (digits - ZEROS)) & TOPS) == 0;
        if (!anyDigit || !onlyDigits) {
            return longNumber(end - length, end);
        }
        long pairs = (digits - ZEROS) * 10 + ((digits - ZEROS) >>> 8);
        long number = (pairs & 0xFF_0000_00FFL) * (100 + (1_000_000L << 32))
                + ((pairs >>> 16) & 0xFF_0000_00FFL) * (1 + (10_000L << 32));
        return BigDecimal.valueOf(number >>> 32, scale);
    }

    private @Nullable BigDecimal longNumber(int start, int end) {
        int i = bytes[start] == '-' || bytes[start] == '+' ? start + 1 : start;
        int point = end;
        int digits = 0;
        long number = 0;
        for (; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                number = 10 * number + digit;
                digits++;
            } else if (bytes[i] == '.' && point == end) {
                point = i + 1;
            } else {
                return null;
            }
        }
        return digits == 0 ? null : BigDecimal.valueOf(bytes[start] == '-' ? -number : number, end - point);
    }

    /** Goes through the parts. */
    private final class Parts {

        private int nameFrom;
        private int nameTo;
        private int valueFrom;
        private int valueTo;
        private boolean beginsItem;
        private boolean nameOnly;
        private boolean spaced;

        private int mark;
        private int start = from;
        private boolean itemEnded = true;

        /** Goes to the next part that is not blank; false if there is none. */
        boolean next() {
            boolean ended = itemEnded;
            while (start <= to) {
                int begin = start;
                int equals = -1;
                int end = to;
                int kind = Separators.ITEM_ENDS;
                boolean space = false;
                while (mark < count) {
                    int at = marks[mark];
                    int found = Separators.kind(bytes[at]);
                    mark++;
                    if (found == Separators.EQUALS) {
                        equals = equals < 0 ? at : equals;
                    } else if (found == Separators.PART_ENDS || found == Separators.ITEM_ENDS) {
                        end = at;
                        kind = found;
                        break;
                    } else {
                        space |= found == Separators.SPACE;
                    }
                }
                start = end + 1;
                beginsItem = ended;
                itemEnded = kind == Separators.ITEM_ENDS;
                ended |= itemEnded;
                if (equals >= 0 && !space) {
                    nameFrom = begin;
                    nameTo = equals;
                    valueFrom = equals + 1;
                    valueTo = end;
                    nameOnly = false;
                    spaced = false;
                    return true;
                }
                if (begin < end && trim(begin, equals, end)) {
                    return true;
                }
            }
            return false;
        }

        /** Takes spaces off; false if there was nothing else. */
        private boolean trim(int begin, int equals, int end) {
            int nameEnd = equals < 0 ? end : equals;
            nameFrom = skip(begin, nameEnd);
            nameTo = skipBack(nameFrom, nameEnd);
            nameOnly = equals < 0;
            valueFrom = nameOnly ? end : skip(equals + 1, end);
            valueTo = skipBack(valueFrom, end);
            spaced = nameFrom != begin
                    || nameTo != nameEnd
                    || (!nameOnly && (valueFrom != equals + 1 || valueTo != end));
            return !nameOnly || nameFrom != nameTo;
        }

        private int skip(int first, int end) {
            int i = first;
            while (i < end && Text.isSpace(bytes[i])) {
                i++;
            }
            return i;
        }

        private int skipBack(int first, int end) {
            int i = end;
            while (i > first && Text.isSpace(bytes[i - 1])) {
                i--;
            }
            return i;
        }

        /** Goes to the part with a name; false if there is none. */
        boolean seek(String name) {
            boolean ascii = true;
            for (int i = 0; i < name.length(); i++) {
                ascii &= name.charAt(i) < 0x80;
            }
            while (next()) {
                boolean found = ascii
                        ? nameTo - nameFrom == name.length() && same(bytes, nameFrom, name)
                        : name.equals(new String(bytes, nameFrom, nameTo - nameFrom, charset));
                if (found) {
                    return true;
                }
            }
            return false;
        }

        Field field() {
            return new Field(Names.of(bytes, nameFrom, nameTo, charset), text());
        }

        String text() {
            int length = valueTo - valueFrom;
            return length == 1 ? Names.of(bytes[valueFrom]) : new String(bytes, valueFrom, length, charset);
        }
    }

    /** The names that came so far. */
    private final class Distinct {

        private static final int FIRST_SLOTS = 128;

        /** Where a name begins and ends, 0 where there is none. */
        private int[] slots = new int[2 * FIRST_SLOTS];

        private int shift = Long.numberOfLeadingZeros(FIRST_SLOTS - 1L);
        private int size;

        /** False if the same name came before. */
        boolean add(int nameFrom, int nameTo) {
            if (8 * size > 3 * slots.length) {
                grow();
            }
            int slot = 2 * (int) (Names.hash(bytes, nameFrom, nameTo) >>> shift);
            while (slots[slot] != 0) {
                if (Arrays.equals(bytes, slots[slot], slots[slot + 1], bytes, nameFrom, nameTo)) {
                    return false;
                }
                slot = (slot + 2) & (slots.length - 1);
            }
            slots[slot] = nameFrom;
            slots[slot + 1] = nameTo;
            size++;
            return true;
        }

        private void grow() {
            int[] old = slots;
            slots = new int[2 * old.length];
            shift--;
            size = 0;
            for (int i = 0; i < old.length; i += 2) {
                if (old[i] != 0) {
                    add(old[i], old[i + 1]);
                }
            }
        }
    }
}
