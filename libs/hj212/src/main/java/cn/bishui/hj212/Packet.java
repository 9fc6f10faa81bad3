package cn.bishui.hj212;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One packet of HJ 212 (2017 6.3.2), in either direction.
 *
 * @param qn moment of the request, {@code yyyyMMddHHmmssSSS}, which names the exchange; null in some uploads of 2005
 * @param st system code of table 5, such as {@code 32} for discharges to surface water; empty if it was not sent
 * @param cn command number of table 9, see {@link Cn}
 * @param pw the device's password; null if it was not sent. Keep it out of logs
 * @param mn the device's number, 24 characters in 2017, 14 in 2005
 * @param flag null in some uploads of 2005
 * @param number which of several packets; null if it is the only one
 * @param otherFields further header fields as sent, such as {@code RF} of HJ 212-2025
 * @param items the data between {@code CP=&&} and {@code &&}
 * @param leniencies where the text departed from the standard; empty for packets made here
 */
public record Packet(
        @Nullable String qn,
        String st,
        String cn,
        @Nullable String pw,
        String mn,
        @Nullable Flag flag,
        @Nullable PacketNumber number,
        List<Field> otherFields,
        List<Item> items,
        Set<Leniency> leniencies)
        implements ParsedPacket {

    /** Copies the collections. */
    public Packet {
        otherFields = List.copyOf(otherFields);
        items = List.copyOf(items);
        leniencies = Set.copyOf(leniencies);
    }

    /** Reads the segment of a frame; never throws. */
    public static ParsedPacket parse(Frame frame) {
        EnumSet<Leniency> leniencies = EnumSet.noneOf(Leniency.class);
        if (frame.lowerCaseChecksum()) {
            leniencies.add(Leniency.LOWER_CASE_CRC);
        }
        String text = Text.decode(frame.segment(), leniencies);
        return new PacketParser(text, leniencies).parse();
    }

    /** The version of the standard that the device speaks. */
    public ProtocolVersion version() {
        return flag == null ? ProtocolVersion.V2005 : flag.version();
    }

    /** Whether the sender waits for an answer and can match it, which takes a QN. */
    public boolean answerWanted() {
        return flag != null && flag.answerWanted() && qn != null;
    }

    /** Whether the packet is a re-sent one by the mark of HJ 212-2025 ({@code RF=1}). */
    public boolean resent() {
        return otherFields.contains(new Field("RF", "1"));
    }

    /** The first value of a name in the data, such as {@code RestartTime}. */
    public Optional<String> value(String name) {
        return items.stream()
                .flatMap(item -> item.fields().stream())
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    /** DataTime: the moment of a real-time value, the start of the period of a record; local time of the device. */
    public Optional<LocalDateTime> dataTime() {
        return value("DataTime").flatMap(Timestamps::seconds);
    }

    /** What is said about each pollutant, by code as sent, in the order sent. Of names that came twice the first holds. */
    public Map<String, PollutantData> pollutants() {
        return PollutantParser.parse(items);
    }

    /** Begins a packet; QN, PW and Flag may be added, data too. */
    public static Builder builder(String st, String cn, String mn) {
        return new Builder(st, cn, mn);
    }

    /** The segment as text; the password is masked. */
    @Override
    public String toString() {
        return PacketEncoder.segment(pw == null ? this : withPassword("******"));
    }

    private Packet withPassword(String other) {
        return new Packet(qn, st, cn, other, mn, flag, number, otherFields, items, leniencies);
    }

    /** Collects the parts of a packet. */
    public static final class Builder {

        private final String st;
        private final String cn;
        private final String mn;
        private @Nullable String qn;
        private @Nullable String pw;
        private @Nullable Flag flag;
        private @Nullable PacketNumber number;
        private final List<Field> otherFields = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();

        private Builder(String st, String cn, String mn) {
            this.st = st;
            this.cn = cn;
            this.mn = mn;
        }

        /** The QN as text, as a reply repeats it. */
        public Builder qn(@Nullable String text) {
            this.qn = text;
            return this;
        }

        /** The QN made of a local moment. */
        public Builder qn(LocalDateTime moment) {
            return qn(Timestamps.qn(moment));
        }

        /** The device's password. */
        public Builder pw(@Nullable String password) {
            this.pw = password;
            return this;
        }

        /** Version, whether numbered, whether an answer is wanted. */
        public Builder flag(Flag bits) {
            this.flag = bits;
            return this;
        }

        /** Which of several packets; Flag must say so too. */
        public Builder number(PacketNumber which) {
            this.number = which;
            return this;
        }

        /** A further header field. */
        public Builder otherField(String name, String value) {
            otherFields.add(new Field(name, value));
            return this;
        }

        /** An item of one part. */
        public Builder item(String name, String value) {
            return item(Item.of(name, value));
        }

        /** An item. */
        public Builder item(Item item) {
            items.add(item);
            return this;
        }

        /** The packet. */
        public Packet build() {
            return new Packet(qn, st, cn, pw, mn, flag, number, otherFields, items, Set.of());
        }
    }
}
