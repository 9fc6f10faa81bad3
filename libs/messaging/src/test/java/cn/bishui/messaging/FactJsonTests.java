package cn.bishui.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Fact;
import cn.bishui.contracts.catalogue.Facts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what goes over the wire to the form that the contracts pin. */
class FactJsonTests {

    static List<Class<? extends Fact>> facts() {
        return Facts.all();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void readsAndWritesTheGoldenForm(Class<? extends Fact> type) throws Exception {
        String golden =
                Files.readString(Path.of("../contracts/src/test/resources/golden", type.getSimpleName() + ".json"));

        String written = FactJson.write(FactJson.read(golden.getBytes(StandardCharsets.UTF_8), type));

        assertThat(written).doesNotContain("\n");
        assertThat(golden.replaceAll("\\s+(?=([^\"]*\"[^\"]*\")*[^\"]*$)", ""))
                .as("the golden form without its white space")
                .isEqualTo(written);
    }
}
