package cn.bishui.permits.permit.web;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.permits.permit.ManagementType;
import cn.bishui.permits.permit.PermitNumber;
import cn.bishui.permits.permit.PermittedLimit;
import cn.bishui.permits.permit.Terms;
import cn.bishui.permits.permit.Validity;
import cn.bishui.permits.unit.OutletCode;
import cn.bishui.standards.Pollutant;
import cn.bishui.standards.Pollutants;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A permit's terms as they are typed or sent.
 *
 * @param limits rows that hold nothing are passed over
 * @param version what the clerk saw, null for a new permit
 */
record PermitForm(
        @Nullable String number,
        @Nullable String managementType,
        @Nullable String issuedBy,
        @Nullable String validFrom,
        @Nullable List<LimitForm> limits,
        @Nullable Long version) {

    /** A line of the limits. */
    record LimitForm(
            @Nullable String outlet,
            @Nullable String pollutant,
            @Nullable String min,
            @Nullable String max) {

        static final LimitForm EMPTY = new LimitForm(null, null, null, null);

        static LimitForm of(PermittedLimit limit) {
            return new LimitForm(
                    limit.outlet().value(), limit.pollutant().code(), text(limit.min()), text(limit.max()));
        }

        boolean isBlank() {
            return blank(pollutant) && blank(min) && blank(max);
        }

        PermittedLimit read() {
            Input input = new Input();
            var where = input.required("outlet", outlet, OutletCode::new);
            var what = input.required("pollutant", pollutant, LimitForm::pollutant);
            var lowest = input.optional("min", min, Input::decimal);
            var highest = input.optional("max", max, Input::decimal);
            return input.read(() -> new PermittedLimit(
                    where.get(),
                    what.get(),
                    lowest.get().orElse(null),
                    highest.get().orElse(null)));
        }

        private static Pollutant pollutant(String code) {
            return Pollutants.find(code).orElseThrow(() -> RuleBroken.invalid("pollutant.unknown", code));
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }

        private static @Nullable String text(@Nullable BigDecimal bound) {
            return bound == null ? null : bound.toPlainString();
        }
    }

    static PermitForm of(Terms terms, long version) {
        return new PermitForm(
                terms.number().value(),
                terms.managementType().id(),
                terms.issuedBy(),
                terms.validity().from().toString(),
                terms.limits().stream().map(LimitForm::of).toList(),
                version);
    }

    /** The form for the permit of that number, whatever number was sent. */
    PermitForm withNumber(String other) {
        return new PermitForm(other, managementType, issuedBy, validFrom, limits, version);
    }

    /** The form with so many empty lines at its end. */
    PermitForm withRoomFor(int lines) {
        return new PermitForm(
                number,
                managementType,
                issuedBy,
                validFrom,
                Stream.concat(lines().stream(), IntStream.range(0, lines).mapToObj(_ -> LimitForm.EMPTY))
                        .toList(),
                version);
    }

    /** The version the clerk saw; a form without one is refused. */
    long seenVersion() {
        Input input = new Input();
        if (version == null) {
            input.reject("version", RuleBroken.invalid("input.missing"));
        }
        return input.read(() -> Objects.requireNonNull(version));
    }

    Terms read(LegalClocks clocks) {
        Input input = new Input();
        var called = input.required("number", number, PermitNumber::new);
        var type = input.required("managementType", managementType, ManagementType::of);
        var issuer = input.text("issuedBy", issuedBy, 100);
        var validity = input.required("validFrom", validFrom, text -> Validity.beginning(Input.date(text), clocks));
        List<Field<PermittedLimit>> rows = new ArrayList<>();
        for (int i = 0; i < lines().size(); i++) {
            LimitForm line = lines().get(i);
            if (!line.isBlank()) {
                rows.add(input.part("limits[" + i + "]", line::read));
            }
        }
        return input.read(() -> new Terms(
                called.get(),
                type.get(),
                issuer.get(),
                validity.get(),
                rows.stream().map(Field::get).toList()));
    }

    private List<LimitForm> lines() {
        return limits == null ? List.of() : limits;
    }
}
