package cn.bishui.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is read quickly, against the same read slowly. */
class ReadingPropertyTests {

    private static final String HEAD = "QN=20260301083000120;ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    @Property
    void computesTheChecksumOfAnnexA(@ForAll byte[] bytes, @ForAll @IntRange(max = 20) int skipped) {
        int from = Math.min(skipped, bytes.length);
        int register = 0xFFFF;
        for (int i = from; i < bytes.length; i++) {
            register = (register >> 8) ^ (bytes[i] & 0xFF);
            for (int bit = 0; bit < 8; bit++) {
                register = (register & 1) == 0 ? register >> 1 : register >> 1 ^ 0xA001;
            }
        }
        assertThat(Crc.of(bytes, from, bytes.length)).isEqualTo(register);
        boolean hash = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).contains("#");
        long scan = Crc.scan(bytes, from, bytes.length);
        assertThat((scan & Crc.HASH_SEEN) != 0).isEqualTo(hash);
        boolean ascii = true;
        for (int i = from; i < bytes.length; i++) {
            ascii &= bytes[i] >= 0;
        }
        assertThat((scan & Crc.NOT_ASCII) == 0).isEqualTo(ascii);
    }

    @Property(tries = 20_000)
    void readsNumbersAsBigDecimalDoes(@ForAll("numbers") String text) {
        PollutantData data = Objects.requireNonNull(
                Wire.packet(HEAD + "x-Rtd=" + text + "&&").pollutants().get("x"));
        assertThat(data.value(Measure.RTD)).isEqualTo(Optional.ofNullable(number(text)));
    }

    @Property(tries = 20_000)
    void readsMomentsAsDateTimeFormatterDoes(@ForAll("moments") String text) {
        assertThat(Timestamps.seconds(text)).isEqualTo(Optional.ofNullable(moment(text)));
        Timestamps.seconds(text)
                .ifPresent(moment -> assertThat(Timestamps.seconds(moment)).isEqualTo(text));
    }

    @Property
    void findsPartsWhereSplittingDoes(@ForAll("data") String data) {
        List<List<Field>> expected = new ArrayList<>();
        for (String item : data.split(";", -1)) {
            List<Field> fields = new ArrayList<>();
            for (String part : item.split(",", -1)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                if (!part.isBlank()) {
                    fields.add(new Field(
                            name.strip(),
                            equals < 0 ? "" : part.substring(equals + 1).strip()));
                }
            }
            if (!fields.isEmpty()) {
                expected.add(fields);
            }
        }
        Packet packet = Wire.packet(HEAD + data + "&&");
        assertThat(packet.items()).extracting(Item::fields).isEqualTo(expected);
        for (Field field : expected.stream().flatMap(List::stream).toList()) {
            String first = expected.stream()
                    .flatMap(List::stream)
                    .filter(each -> each.name().equals(field.name()))
                    .findFirst()
                    .orElseThrow()
                    .value();
            assertThat(packet.value(field.name())).contains(first);
        }
        List<String> names =
                expected.stream().flatMap(List::stream).map(Field::name).toList();
        assertThat(packet.duplicates())
                .hasSize(names.size() - (int) names.stream().distinct().count());
    }

    @Property
    void aBuiltPacketSaysWhatTheSameReadFromTheWireDoes(@ForAll("data") String data) {
        Packet read = Wire.packet(HEAD + data + "&&");
        Packet built = read.toBuilder().build();
        assertThat(built).isEqualTo(read);
        assertThat(built.hashCode()).isEqualTo(read.hashCode());
        assertThat(built.pollutants()).isEqualTo(read.pollutants());
        assertThat(List.copyOf(built.pollutants().keySet()))
                .isEqualTo(List.copyOf(read.pollutants().keySet()));
    }

    @Property
    void aPollutantKeepsWhatItWasGiven(@ForAll @Size(max = 15) List<Measure> measures) {
        PollutantData.Builder builder = PollutantData.builder("w01018");
        for (int i = 0; i < measures.size(); i++) {
            builder.value(measures.get(i), BigDecimal.valueOf(i, 1));
        }
        PollutantData data = builder.build();
        for (int i = 0; i < measures.size(); i++) {
            if (measures.lastIndexOf(measures.get(i)) == i) {
                assertThat(data.value(measures.get(i))).contains(BigDecimal.valueOf(i, 1));
            }
        }
        assertThat(data.values()).hasSize((int) measures.stream().distinct().count());
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.length() > 18 || !text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)")) {
            return null;
        }
        return new BigDecimal(text);
    }

    private static @Nullable LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text, MOMENT);
        } catch (DateTimeException none) {
            return null;
        }
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789.").ofMaxLength(9),
                Arbitraries.strings().withChars("0123456789.-+e/:").ofMaxLength(20),
                Arbitraries.bigDecimals().ofScale(3).map(BigDecimal::toPlainString));
    }

    @Provide
    Arbitrary<String> moments() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofLength(14),
                Arbitraries.strings().withChars("0123").ofLength(14),
                Arbitraries.longs()
                        .between(0, 9_000L * 366 * 86_400)
                        .map(seconds -> LocalDateTime.of(1, 1, 1, 0, 0)
                                .plusSeconds(seconds)
                                .format(MOMENT)),
                Arbitraries.strings()
                        .withChars("012 -:３\uD83D\uDCA7")
                        .ofMinLength(13)
                        .ofMaxLength(15));
    }

    @Provide
    Arbitrary<String> data() {
        Arbitrary<String> piece = Arbitraries.of(
                ";",
                ",",
                "=",
                " ",
                "\t",
                "a",
                "w01018-Rtd",
                "w01018-Flag",
                "w21003-Avg",
                "=38.4",
                "=N",
                "-",
                "+",
                "*",
                "12345678901234567890",
                "w01018-Rtd=1;",
                "x-SampleTime=20260301080000,",
                "!",
                "<",
                "/");
        return piece.list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }
}
