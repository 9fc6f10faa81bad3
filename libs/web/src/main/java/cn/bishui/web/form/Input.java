package cn.bishui.web.form;

import cn.bishui.contracts.RuleBroken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a form or of a JSON body one after the other and notes each that cannot be read, so that the
 * reader learns all faults at once.
 *
 * <pre>{@code
 * Unit read() {
 *     var input = new Input();
 *     var code = input.required("creditCode", creditCode, CreditCode::of);
 *     var name = input.text("name", name(), 100);
 *     return input.read(() -> new Unit(code.get(), name.get()));
 * }
 * }</pre>
 */
public final class Input {

    private final List<InvalidInput.Fault> faults = new ArrayList<>();

    /** A field that must be filled in; codes {@code input.missing} or what the parser throws. */
    public <T> Field<T> required(String name, @Nullable String typed, Function<String, T> parse) {
        if (typed == null || typed.isBlank()) {
            return fault(name, RuleBroken.invalid("input.missing"));
        }
        return parsed(name, typed, parse);
    }

    /** A field that may be left empty. */
    public <T> Field<Optional<T>> optional(String name, @Nullable String typed, Function<String, T> parse) {
        if (typed == null || typed.isBlank()) {
            return new Field<>(Optional.empty());
        }
        return parsed(name, typed, text -> Optional.of(parse.apply(text)));
    }

    /** A text that must be filled in; codes {@code input.missing} or {@code input.too-long}. */
    public Field<String> text(String name, @Nullable String typed, int maxLength) {
        return required(name, typed, text -> {
            if (text.length() > maxLength) {
                throw RuleBroken.invalid("input.too-long", Integer.toString(maxLength));
            }
            return text;
        });
    }

    /** Several fields that are one thing together, read by an input of its own whose names begin with a prefix. */
    public <T> Field<T> part(String prefix, Supplier<T> read) {
        try {
            return new Field<>(read.get());
        } catch (InvalidInput e) {
            e.faults().forEach(f -> faults.add(new InvalidInput.Fault(join(prefix, f.field()), f.broken())));
            return new Field<>(null);
        } catch (RuleBroken e) {
            return fault(prefix, e);
        }
    }

    /** Notes a fault that was found otherwise. */
    public void reject(String name, RuleBroken broken) {
        faults.add(new InvalidInput.Fault(name, broken));
    }

    /**
     * Puts the fields together once all of them are right; a rule about the whole is a fault of the whole.
     *
     * @throws InvalidInput with every fault
     */
    public <T> T read(Supplier<T> whole) {
        if (faults.isEmpty()) {
            try {
                return whole.get();
            } catch (RuleBroken e) {
                reject("", e);
            }
        }
        throw new InvalidInput(faults);
    }

    /** Reads a decimal number; for {@link #required} and {@link #optional}; code {@code input.not-a-number}. */
    public static BigDecimal decimal(String typed) {
        try {
            BigDecimal number = new BigDecimal(typed);
            if (Math.abs((long) number.scale()) > 20 || number.precision() > 30) {
                throw RuleBroken.invalid("input.not-a-number", typed);
            }
            return number;
        } catch (NumberFormatException e) {
            throw RuleBroken.invalid("input.not-a-number", typed);
        }
    }

    /** Reads a date as 2026-11-23; for {@link #required} and {@link #optional}; code {@code input.not-a-date}. */
    public static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw RuleBroken.invalid("input.not-a-date", typed);
        }
    }

    private <T> Field<T> parsed(String name, String typed, Function<String, T> parse) {
        try {
            return new Field<>(parse.apply(typed.strip()));
        } catch (RuleBroken e) {
            return fault(name, e);
        }
    }

    private <T> Field<T> fault(String name, RuleBroken broken) {
        reject(name, broken);
        return new Field<>(null);
    }

    private static String join(String prefix, String field) {
        return field.isEmpty() ? prefix : prefix + "." + field;
    }
}
