package cn.bishui.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.bishui.contracts.catalogue.Facts;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pins the wire form of every fact: what is on a topic today is read for years. */
class GoldenTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** The settings of the messaging library, whose own test holds it to these files. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<Class<? extends Fact>> facts() {
        return Facts.all();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isWrittenAsEver(Class<? extends Fact> type) {
        CheckedIn golden = golden(type);
        String written = write(Samples.of(type));
        if (CheckedIn.regenerating()) {
            golden.text().ifPresent(before -> assertOnlyAdded(type, before, written));
            golden.write(written);
        }
        assertThat(golden.text()).as(golden.staleness()).contains(written);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isReadAsItWasMeant(Class<? extends Fact> type) {
        assertThat(read(type)).isEqualTo(Samples.of(type));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void showsEveryField(Class<? extends Fact> type) {
        assertNothingIsNull(JSON.readTree(write(Samples.of(type))), type.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isReadFromAnOlderEventThatLacksWhatMayBeAbsent(Class<? extends Fact> type) {
        ObjectNode older = tree(type);
        takeAwayWhatMayBeAbsent(older, type);

        Fact fact = JSON.treeToValue(older, type);

        assertThat(nulls(fact))
                .containsExactlyElementsOf(Stream.of(type.getRecordComponents())
                        .filter(FieldsOfRecord::mayBeAbsent)
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void isReadFromANewerEventThatSaysMore(Class<? extends Fact> type) {
        ObjectNode newer = tree(type);
        newer.putObject("saidFromTomorrowOn").put("any", 1);

        assertThat(JSON.treeToValue(newer, type)).isEqualTo(Samples.of(type));
    }

    @Test
    void noGoldenFileIsLeftBehind() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(facts().stream()
                            .map(type -> type.getSimpleName() + ".json")
                            .toList());
        }
    }

    @Test
    void aFieldThatIsGoneIsNotRegenerated() {
        assertThat(onlyAdded(
                        JSON.readTree("{\"a\":1,\"b\":[{\"c\":2}]}"), JSON.readTree("{\"b\":[{\"c\":2,\"d\":3}]}")))
                .isFalse();
        assertThat(onlyAdded(JSON.readTree("{\"a\":1}"), JSON.readTree("{\"a\":\"1\"}")))
                .isFalse();
        assertThat(onlyAdded(
                        JSON.readTree("{\"b\":[{\"c\":2}]}"), JSON.readTree("{\"a\":1,\"b\":[{\"c\":2,\"d\":3}]}")))
                .isTrue();
    }

    private static CheckedIn golden(Class<? extends Fact> type) {
        return new CheckedIn(GOLDEN.resolve(type.getSimpleName() + ".json"));
    }

    private static String write(Fact fact) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fact) + "\n";
    }

    private static Fact read(Class<? extends Fact> type) {
        CheckedIn golden = golden(type);
        return JSON.readValue(golden.text().orElseThrow(() -> new AssertionError(golden.staleness())), type);
    }

    private static ObjectNode tree(Class<? extends Fact> type) {
        return (ObjectNode) JSON.valueToTree(Samples.of(type));
    }

    private static void assertNothingIsNull(JsonNode node, String where) {
        assertThat(node.isNull())
                .as("%s is null in its sample: fill it in", where)
                .isFalse();
        node.forEachEntry((name, value) -> assertNothingIsNull(value, where + "." + name));
        if (node.isArray()) {
            assertThat(node.size())
                    .as("%s is empty in its sample: fill it in", where)
                    .isPositive();
            node.forEach(element -> assertNothingIsNull(element, where + "[]"));
        }
    }

    private static void takeAwayWhatMayBeAbsent(ObjectNode json, Class<?> type) {
        for (RecordComponent field : type.getRecordComponents()) {
            Class<?> element = FieldsOfRecord.elementType(field);
            if (FieldsOfRecord.mayBeAbsent(field)) {
                json.remove(field.getName());
            } else if (element.isRecord() && FieldsOfRecord.isList(field)) {
                json.get(field.getName()).forEach(each -> takeAwayWhatMayBeAbsent((ObjectNode) each, element));
            } else if (element.isRecord()) {
                takeAwayWhatMayBeAbsent((ObjectNode) json.get(field.getName()), element);
            }
        }
    }

    private static List<String> nulls(Fact fact) {
        return JSON.valueToTree(fact)
                .propertyStream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What was told before must still be there, and must still be readable. */
    private static void assertOnlyAdded(Class<? extends Fact> type, String before, String now) {
        if (!onlyAdded(JSON.readTree(before), JSON.readTree(now))) {
            fail("fields of %s are only ever added, but this one is gone or changed; before it was%n%s"
                    .formatted(type.getSimpleName(), before));
        }
        assertThat(JSON.readValue(before, type))
                .as("events told before lack the new field: let %s do without it (@Nullable)", type.getSimpleName())
                .isNotNull();
    }

    private static boolean onlyAdded(JsonNode before, JsonNode now) {
        if (before instanceof ObjectNode object) {
            return now.isObject()
                    && object.propertyStream()
                            .allMatch(field ->
                                    now.has(field.getKey()) && onlyAdded(field.getValue(), now.get(field.getKey())));
        }
        if (before instanceof ArrayNode array) {
            return now.isArray()
                    && array.size() == now.size()
                    && IntStream.range(0, array.size()).allMatch(i -> onlyAdded(array.get(i), now.get(i)));
        }
        return before.equals(now);
    }
}
