package cn.bishui.hj212;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One packet of HJ 212 (2017 6.3.2), in either direction.
 *
 * <p>It cannot be changed. One that was read holds the bytes of its frame; its data are read when first asked for, so a
 * centre that only looks who sent what does not pay for them.
 */
public final class Packet implements ParsedPacket {

    private final @Nullable String qn;
    private final String st;
    private final String cn;
    private final @Nullable String pw;
    private final String mn;
    private final @Nullable Flag flag;
    private final @Nullable PacketNumber number;
    private final List<Field> otherFields;
    private final Set<Leniency> leniencies;

    // made when asked for; two threads may make them twice, which does no harm
    private volatile @Nullable Data data;
    private volatile @Nullable List<Item> items;
    private volatile @Nullable Map<String, PollutantData> pollutants;

    /** Where the data of a packet that was read are; null for one that was made. */
    private final @Nullable Place place;

    /** A packet that was read. */
    Packet(
            @Nullable String qn,
            String st,
            String cn,
            @Nullable String pw,
            String mn,
            @Nullable Flag flag,
            @Nullable PacketNumber number,
            List<Field> otherFields,
            Place place,
            Set<Leniency> leniencies) {
        this.qn = qn;
        this.st = st;
        this.cn = cn;
        this.pw = pw;
        this.mn = mn;
        this.flag = flag;
        this.number = number;
        this.otherFields = List.copyOf(otherFields);
        this.place = place;
        this.leniencies = leniencies;
    }

    private Packet(Builder builder) {
        this.qn = builder.qn;
        this.st = builder.st;
        this.cn = builder.cn;
        this.pw = builder.pw;
        this.mn = builder.mn;
        this.flag = builder.flag;
        this.number = builder.number;
        this.otherFields = List.copyOf(builder.otherFields);
        this.items = List.copyOf(builder.items);
        this.place = null;
        this.leniencies = builder.leniencies;
    }

    /** Reads the segment of a frame; never throws. */
    public static ParsedPacket parse(Frame frame) {
        return PacketParser.parse(frame);
    }

    /** Moment of the request, {@code yyyyMMddHHmmssSSS}, which names the exchange; null in some uploads of 2005. */
    public @Nullable String qn() {
        return qn;
    }

    /** System code of table 5, such as {@code 32} for discharges to surface water; empty if it was not sent. */
    public String st() {
        return st;
    }

    /** Command number of table 9, see {@link Cn}. */
    public String cn() {
        return cn;
    }

    /** The device's password; null if it was not sent. Keep it out of logs. */
    public @Nullable String pw() {
        return pw;
    }

    /** The device's number, 24 characters in 2017, 14 in 2005. */
    public String mn() {
        return mn;
    }

    /** Version, whether numbered, whether an answer is wanted; null in some uploads of 2005. */
    public @Nullable Flag flag() {
        return flag;
    }

    /** Which of several packets; null if it is the only one. */
    public @Nullable PacketNumber number() {
        return number;
    }

    /** Further header fields as sent, such as {@code RF} of HJ 212-2025. */
    public List<Field> otherFields() {
        return otherFields;
    }

    /** The data between {@code CP=&&} and {@code &&}. */
    public List<Item> items() {
        List<Item> known = items;
        if (known == null) {
            known = data().items();
            items = known;
        }
        return known;
    }

    /** Where the text departed from the standard; empty for packets made here. */
    public Set<Leniency> leniencies() {
        return place == null ? leniencies : Notes.union(leniencies, data().notes());
    }

    /** The version of the standard that the device speaks. */
    public ProtocolVersion version() {
        return flag == null ? ProtocolVersion.V2005 : flag.version();
    }

    /** Whether the sender waits for an answer and can match it, which takes a QN; what is an answer itself gets none. */
    public boolean answerWanted() {
        return flag != null && flag.answerWanted() && qn != null && !Cn.isAnswer(cn);
    }

    /** Whether the packet is a re-sent one by the mark of HJ 212-2025 ({@code RF=1}). */
    public boolean resent() {
        return otherFields.contains(new Field("RF", "1"));
    }

    /** The first value of a name in the data, such as {@code RestartTime}. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(data().value(name));
    }

    /** DataTime: the moment of a real-time value, the start of the period of a record; local time of the device. */
    public Optional<LocalDateTime> dataTime() {
        return moment("DataTime");
    }

    /** The first value of a name in the data, if it is a moment, such as {@code RestartTime}. */
    public Optional<LocalDateTime> moment(String name) {
        return Optional.ofNullable(data().moment(name));
    }

    /** What is said about each pollutant, by code as sent, in the order sent. Of names that came twice the first holds. */
    public Map<String, PollutantData> pollutants() {
        Map<String, PollutantData> known = pollutants;
        if (known == null) {
            known = data().pollutants();
            pollutants = known;
        }
        return known;
    }

    /** The parts of the data whose name came before, as sent: what {@link Leniency#DUPLICATE_DATA} is about. */
    public List<Field> duplicates() {
        return data().duplicates();
    }

    private Data data() {
        Data known = data;
        if (known == null) {
            known = place == null ? Data.of(items()) : place.read();
            data = known;
        }
        return known;
    }

    /** Begins a packet; QN, PW and Flag may be added, data too. */
    public static Builder builder(String st, String cn, String mn) {
        return new Builder(st, cn, mn);
    }

    /** The segment as text; passwords and keys are masked. */
    @Override
    public String toString() {
        return PacketEncoder.masked(this);
    }

    /** Begins a packet that says the same. */
    public Builder toBuilder() {
        Builder builder = new Builder(st, cn, mn);
        builder.qn = qn;
        builder.pw = pw;
        builder.flag = flag;
        builder.number = number;
        builder.otherFields.addAll(otherFields);
        builder.items.addAll(items());
        builder.leniencies = leniencies();
        return builder;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Packet that
                && cn.equals(that.cn)
                && mn.equals(that.mn)
                && st.equals(that.st)
                && Objects.equals(qn, that.qn)
                && Objects.equals(pw, that.pw)
                && Objects.equals(flag, that.flag)
                && Objects.equals(number, that.number)
                && otherFields.equals(that.otherFields)
                && items().equals(that.items())
                && leniencies().equals(that.leniencies());
    }

    @Override
    public int hashCode() {
        return Objects.hash(qn, st, cn, mn, flag, number, items());
    }

    /** Where data are, between two positions of a frame's bytes, and how to read text there. */
    record Place(Frame frame, int from, int to, Charset charset) {

        Data read() {
            return new Data(frame.bytes(), from, to, charset, frame.ascii());
        }
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
        private Set<Leniency> leniencies = Set.of();
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
        public Builder number(@Nullable PacketNumber which) {
            this.number = which;
            return this;
        }

        /** The mark of HJ 212-2025 that the data are sent again or late ({@code RF=1}). */
        public Builder resent() {
            return otherField("RF", "1");
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

        /** Items. */
        public Builder items(List<Item> more) {
            items.addAll(more);
            return this;
        }

        Builder clearItems() {
            items.clear();
            return this;
        }

        Builder noted(Set<Leniency> departures) {
            leniencies = Set.copyOf(departures);
            return this;
        }

        /** The packet. */
        public Packet build() {
            return new Packet(this);
        }
    }
}
