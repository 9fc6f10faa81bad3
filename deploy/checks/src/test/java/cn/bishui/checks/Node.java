package cn.bishui.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A place in a YAML document.
 *
 * @param path where it is, for messages
 * @param value what is there
 */
record Node(String path, Object value) {

    /** The documents of a text; a key that is there twice is an error. */
    static List<Node> documents(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var parser = new Yaml(new SafeConstructor(options));
        return StreamSupport.stream(parser.loadAll(yaml).spliterator(), false)
                .filter(Objects::nonNull)
                .map(document -> new Node("", document))
                .toList();
    }

    /** What is at a path of keys with dots between them; an error when nothing is. */
    Node at(String keys) {
        return find(keys).orElseThrow(() -> new AssertionError("nothing at " + path + "." + keys));
    }

    Optional<Node> find(String keys) {
        Optional<Node> node = Optional.of(this);
        for (String key : keys.split("\\.", -1)) {
            node = node.flatMap(place -> Optional.ofNullable(place.fields().get(key)));
        }
        return node;
    }

    boolean has(String keys) {
        return find(keys).isPresent();
    }

    /** The fields of a mapping, none when it is something else. */
    Map<String, Node> fields() {
        var fields = new LinkedHashMap<String, Node>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, field) -> {
                if (field != null) {
                    fields.put(key.toString(), new Node(path + "." + key, field));
                }
            });
        }
        return fields;
    }

    /** The items of a list, none when it is something else. */
    List<Node> items() {
        return value instanceof List<?> list
                ? IntStream.range(0, list.size())
                        .mapToObj(i -> new Node(path + "[" + i + "]", list.get(i)))
                        .toList()
                : List.of();
    }

    List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    /** The texts at a path, none when nothing is there. */
    List<String> texts(String keys) {
        return find(keys).map(Node::texts).orElse(List.of());
    }

    String text() {
        return value.toString();
    }

    String text(String keys) {
        return at(keys).text();
    }
}
