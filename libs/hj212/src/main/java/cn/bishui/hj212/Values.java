package cn.bishui.hj212;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The data of a packet by name, as messages need them. */
final class Values {

    private final Packet packet;

    private Values(Packet packet) {
        this.packet = packet;
    }

    /** Reads a message; what is missing or out of range makes it unreadable. */
    static <M> M read(Packet packet, Function<Values, ? extends M> how, Unreadable<? extends M> unreadable) {
        try {
            return how.apply(new Values(packet));
        } catch (IllegalArgumentException wrong) {
            return unreadable.message(packet.cn(), packet.items(), String.valueOf(wrong.getMessage()));
        }
    }

    Packet packet() {
        return packet;
    }

    String text(String name) {
        return packet.value(name).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(name));
    }

    @Nullable
    String textOrNull(String name) {
        return packet.value(name).filter(text -> !text.isEmpty()).orElse(null);
    }

    LocalDateTime moment(String name) {
        return packet.moment(name).orElseThrow(() -> missing(name));
    }

    @Nullable
    LocalDateTime momentOrNull(String name) {
        return packet.value(name).isEmpty() ? null : moment(name);
    }

    LocalTime timeOfDay(String name) {
        return Timestamps.timeOfDay(text(name)).orElseThrow(() -> missing(name));
    }

    int number(String... names) {
        for (String name : names) {
            String text = textOrNull(name);
            if (text != null) {
                return integer(name, text);
            }
        }
        throw missing(names[0]);
    }

    /** What stands after names with a suffix, by what stands before the hyphen. */
    Map<String, String> bySuffix(String suffix) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Item item : packet.items()) {
            for (Field field : item.fields()) {
                String name = field.name();
                if (name.length() > suffix.length() + 1
                        && name.endsWith(suffix)
                        && name.charAt(name.length() - suffix.length() - 1) == '-') {
                    values.putIfAbsent(name.substring(0, name.length() - suffix.length() - 1), field.value());
                }
            }
        }
        return values;
    }

    Map<String, Integer> integersBySuffix(String suffix) {
        Map<String, Integer> values = new LinkedHashMap<>();
        bySuffix(suffix).forEach((code, text) -> values.put(code, integer(code + "-" + suffix, text)));
        return values;
    }

    Map<String, BigDecimal> decimalsBySuffix(String suffix) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        bySuffix(suffix).forEach((code, text) -> values.put(code, decimal(code + "-" + suffix, text)));
        return values;
    }

    /** Every value of a name. */
    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Item item : packet.items()) {
            for (Field field : item.fields()) {
                if (field.name().equals(name)) {
                    values.add(field.value());
                }
            }
        }
        return values;
    }

    static BigDecimal decimal(String name, String text) {
        if (text.isEmpty() || text.length() > 18 || !text.matches("[-+]?[0-9]*\\.?[0-9]*")) {
            throw missing(name);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException noDigits) {
            throw missing(name);
        }
    }

    private static int integer(String name, String text) {
        if (text.length() > 9 || !text.matches("[0-9]+")) {
            throw missing(name);
        }
        return Integer.parseInt(text);
    }

    static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(name + " is missing or not as it should be");
    }

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** Items of one part each, without those whose value is null; names and values in turn. */
    static List<Item> items(@Nullable String... namesAndValues) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            String value = namesAndValues[i + 1];
            if (name != null && value != null) {
                items.add(Item.of(name, value));
            }
        }
        return items;
    }

    static List<Item> and(List<Item> some, List<Item> more) {
        List<Item> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    static List<Item> suffixed(String suffix, Map<String, ?> values) {
        return values.entrySet().stream()
                .map(each -> Item.of(
                        each.getKey() + "-" + suffix,
                        each.getValue() instanceof BigDecimal number
                                ? number.toPlainString()
                                : each.getValue().toString()))
                .toList();
    }

    /** A copy that keeps the order. */
    static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static Map<String, PollutantData> byCode(PollutantData... pollutants) {
        Map<String, PollutantData> byCode = new LinkedHashMap<>();
        Arrays.stream(pollutants).forEach(each -> byCode.put(each.code(), each));
        return byCode;
    }

    /** Makes the message of what cannot be read. */
    @FunctionalInterface
    interface Unreadable<M> {
        M message(String cn, List<Item> items, String reason);
    }
}
