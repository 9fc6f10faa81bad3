package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.complaint.Matter;
import cn.bishui.complaints.complaint.Position;
import cn.bishui.complaints.hotline.PollutionType;
import cn.bishui.complaints.hotline.WaterSubtype;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a complaint is about, as it is typed or sent; the names of the fields are those of the form and of the interface. */
record TypedMatter(
        @Nullable String content,
        @Nullable String address,
        @Nullable String street,
        @Nullable String longitude,
        @Nullable String latitude,
        @Nullable String subjectName,
        @Nullable String pollutionType,
        @Nullable String waterSubtype,
        @Nullable String occurredOn,
        @Nullable String wish) {

    /**
     * Reads it; faults are noted in the input.
     *
     * @param today no day after it is believed
     * @param known takes the name of a street, or refuses it
     * @return read only after {@link Input#read} has found no fault
     */
    Field<Matter> read(Input input, LocalDate today, UnaryOperator<String> known) {
        Field<String> what = input.text("content", content, Matter.CONTENT);
        Field<String> where = input.text("address", address, Matter.ADDRESS);
        Field<Optional<String>> along = input.optional("street", street, known);
        Field<Optional<Position>> position = position(input);
        Field<Optional<String>> who = input.optional("subjectName", subjectName, shorterThan(Matter.NAME));
        Field<Optional<PollutionType>> type = input.optional("pollutionType", pollutionType, PollutionType::of);
        Field<Optional<WaterSubtype>> subtype = input.optional("waterSubtype", waterSubtype, WaterSubtype::of);
        Field<Optional<LocalDate>> day =
                input.optional("occurredOn", occurredOn, text -> Matter.occurredBy(today, Input.date(text)));
        Field<Optional<String>> wanted = input.optional("wish", wish, shorterThan(Matter.WISH));
        boolean read = what.isRead()
                && where.isRead()
                && along.isRead()
                && position.isRead()
                && who.isRead()
                && type.isRead()
                && subtype.isRead()
                && day.isRead()
                && wanted.isRead();
        return input.part("", () -> {
            if (!read) {
                return NOWHERE;
            }
            PollutionType kind = type.get().orElse(PollutionType.WATER);
            return new Matter(
                    what.get(),
                    where.get(),
                    along.get().orElse(null),
                    position.get().orElse(null),
                    who.get().orElse(null),
                    kind,
                    kind == PollutionType.WATER ? subtype.get().orElse(null) : null,
                    day.get().orElse(null),
                    wanted.get().orElse(null));
        });
    }

    /** Stands where something could not be read, and is never seen. */
    private static final Matter NOWHERE = new Matter("", "", null, null, null, PollutionType.OTHER, null, null, null);

    private Field<Optional<Position>> position(Input input) {
        Field<Optional<BigDecimal>> east = input.optional("longitude", longitude, Input::decimal);
        Field<Optional<BigDecimal>> north = input.optional("latitude", latitude, Input::decimal);
        return input.part("longitude", () -> {
            if (!east.isRead() || !north.isRead()) {
                return Optional.empty();
            }
            if (east.get().isPresent() != north.get().isPresent()) {
                throw RuleBroken.invalid("citizen.position-half");
            }
            return east.get().map(degrees -> new Position(degrees, north.get().orElseThrow()));
        });
    }

    static Function<String, String> shorterThan(int characters) {
        return text -> {
            if (text.length() > characters) {
                throw RuleBroken.invalid("input.too-long", Integer.toString(characters));
            }
            return text;
        };
    }
}
