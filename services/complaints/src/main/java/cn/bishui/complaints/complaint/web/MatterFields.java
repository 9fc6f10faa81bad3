package cn.bishui.complaints.complaint.web;

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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what a complaint is about; each fault is noted at its field. */
final class MatterFields {

    private final Field<String> content;
    private final Field<String> address;
    private final Field<Optional<String>> street;
    private final Field<Optional<Position>> position;
    private final Field<Optional<String>> subjectName;
    private final Field<PollutionType> type;
    private final Field<Optional<WaterSubtype>> subtype;
    private final Field<Optional<LocalDate>> occurredOn;
    private final Field<Optional<String>> wish;

    /**
     * Reads it.
     *
     * @param known takes the name of a street, or refuses it
     * @param today no day after it is believed
     */
    MatterFields(
            Input input,
            @Nullable String content,
            @Nullable String address,
            @Nullable String street,
            @Nullable String longitude,
            @Nullable String latitude,
            @Nullable String subjectName,
            @Nullable String pollutionType,
            @Nullable String waterSubtype,
            @Nullable String occurredOn,
            @Nullable String wish,
            UnaryOperator<String> known,
            LocalDate today) {
        this.content = input.text("content", content, Matter.CONTENT);
        this.address = input.text("address", address, Matter.ADDRESS);
        this.street = input.optional("street", street, known);
        this.position = position(input, longitude, latitude);
        this.subjectName = FileInput.optionalText(input, "subjectName", subjectName, Matter.NAME);
        this.type = input.required("pollutionType", pollutionType, PollutionType::of);
        this.subtype = input.optional("waterSubtype", waterSubtype, WaterSubtype::of);
        this.occurredOn = input.optional("occurredOn", occurredOn, text -> Matter.occurredBy(today, Input.date(text)));
        this.wish = FileInput.optionalText(input, "wish", wish, Matter.WISH);
    }

    private static Field<Optional<Position>> position(
            Input input, @Nullable String longitude, @Nullable String latitude) {
        Field<Optional<BigDecimal>> east = input.optional("longitude", longitude, Input::decimal);
        Field<Optional<BigDecimal>> north = input.optional("latitude", latitude, Input::decimal);
        return input.part("longitude", () -> {
            if (!east.isRead() || !north.isRead()) {
                return Optional.empty();
            }
            if (east.get().isPresent() != north.get().isPresent()) {
                throw RuleBroken.invalid("complaint.position");
            }
            return east.get().flatMap(lon -> north.get().map(lat -> new Position(lon, lat)));
        });
    }

    /** All of it; within {@link Input#read}. A kind of water pollution is kept where water is polluted. */
    Matter matter() {
        return new Matter(
                content.get(),
                address.get(),
                street.get().orElse(null),
                position.get().orElse(null),
                subjectName.get().orElse(null),
                type.get(),
                type.get() == PollutionType.WATER ? subtype.get().orElse(null) : null,
                occurredOn.get().orElse(null),
                wish.get().orElse(null));
    }
}
