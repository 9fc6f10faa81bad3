package cn.bishui.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.bishui.contracts.catalogue.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicTests {

    static List<Class<? extends Fact>> facts() {
        return Facts.all();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactHasATopicThatSomebodyMayWrite(Class<? extends Fact> type) {
        Fact fact = Samples.of(type);

        assertThat(Topic.all())
                .filteredOn(topic -> topic.name().equals(fact.topic()))
                .singleElement()
                .satisfies(topic -> assertThat(topic.writers()).isNotEmpty());
        assertThat(fact.key()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactIsFoundByItsType(Class<? extends Fact> type) {
        assertThat(Facts.byType(Samples.of(type).type()).<Class<?>>map(found -> found))
                .contains(type);
    }

    @Test
    void aFactOfTomorrowIsNotKnown() {
        assertThat(Facts.byType("SomethingOfTomorrow")).isEmpty();
    }

    @Test
    void namesAreUnique() {
        assertThat(Topic.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void theRegisterIsKeptForEver() {
        assertThat(topic("permits.register.v1")).satisfies(register -> {
            assertThat(register.compacted()).isTrue();
            assertThat(register.retention()).isEmpty();
            assertThat(register.writers()).containsExactly("permits");
        });
    }

    @Test
    void everyReaderHasDeadLettersOfItsOwn() {
        Topic letters = topic("monitoring.v1.enforcement.dlt");

        assertThat(letters.partitions()).isEqualTo(topic("monitoring.v1").partitions());
        assertThat(letters.writers()).containsExactly("enforcement");
        assertThat(letters.retention()).contains(Duration.ofDays(183));
        assertThat(topic("monitoring.v1").deadLetterName("enforcement")).isEqualTo(letters.name());
    }

    @Test
    void needsAPartition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic("none", 0, false, Optional.empty(), List.of("a"), List.of("b")));
    }

    private static Topic topic(String name) {
        return Topic.all().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
