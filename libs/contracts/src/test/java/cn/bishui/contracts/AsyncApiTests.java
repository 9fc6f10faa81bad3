package cn.bishui.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.catalogue.Facts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

class AsyncApiTests {

    private static final CheckedIn DOCUMENT = new CheckedIn(Path.of("asyncapi.yaml"));

    @Test
    void theDocumentSaysWhatTheCodeSays() {
        String fresh = yaml().dump(new AsyncApi().document());
        if (CheckedIn.regenerating()) {
            DOCUMENT.write(fresh);
        }
        assertThat(DOCUMENT.text()).as(DOCUMENT.staleness()).contains(fresh);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Map<String, Object> document = new AsyncApi().document();

        assertThat(references(document))
                .hasSizeGreaterThan(Facts.all().size())
                .allSatisfy(
                        reference -> assertThat(resolve(document, reference)).isNotNull());
    }

    private static Object resolve(Object node, String reference) {
        Object at = node;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            at = ((Map<?, ?>) at).get(step);
            assertThat(at).as("%s in %s", step, reference).isNotNull();
        }
        return at;
    }

    private static List<String> references(Object node) {
        return switch (node) {
            case Map<?, ?> map when map.get("$ref") instanceof String reference -> List.of(reference);
            case Map<?, ?> map ->
                map.values().stream().flatMap(each -> references(each).stream()).toList();
            case List<?> list ->
                list.stream().flatMap(each -> references(each).stream()).toList();
            default -> List.of();
        };
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        options.setSplitLines(false);
        // nothing is written as a reference to an earlier place
        options.setDereferenceAliases(true);
        return new Yaml(options);
    }
}
