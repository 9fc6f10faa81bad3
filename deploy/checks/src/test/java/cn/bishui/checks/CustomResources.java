package cn.bishui.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the operators' own kinds of resources may say. No Java class has them, so {@code custom-resources.txt} lists the
 * fields that the chart uses, as the operators' definitions have them: a field that is not listed is one that a cluster
 * would refuse or, worse, drop.
 */
final class CustomResources {

    private static final Map<String, Map<String, String>> KINDS = read();

    private CustomResources() {}

    static boolean isCustom(Node manifest) {
        String group = manifest.text("apiVersion").split("/", -1)[0];
        return group.contains(".") && !group.endsWith(".k8s.io");
    }

    /** What is wrong with the manifests that are of an operator's kind. */
    static List<String> faults(List<Node> manifests) {
        var faults = new ArrayList<String>();
        for (Node manifest :
                manifests.stream().filter(CustomResources::isCustom).toList()) {
            String kind = manifest.text("apiVersion") + " " + manifest.text("kind");
            Map<String, String> fields = KINDS.get(kind);
            if (fields == null) {
                faults.add("no operator knows " + kind);
            } else {
                var found = new TreeMap<String, String>();
                collect(manifest.at("spec"), "spec", fields, found);
                found.forEach((path, type) -> {
                    if (!type.equals(fields.get(path))) {
                        faults.add("%s %s: %s is %s, expected %s"
                                .formatted(kind, manifest.text("metadata.name"), path, type, fields.get(path)));
                    }
                });
            }
        }
        return faults;
    }

    /** The type of every leaf; a free mapping is a leaf, and a list's items have all the same path. */
    private static void collect(Node node, String path, Map<String, String> known, Map<String, String> found) {
        switch (node.value()) {
            case Map<?, ?> map
            when !"map".equals(known.get(path)) -> {
                if (map.isEmpty()) {
                    found.put(path, "map");
                }
                node.fields().forEach((name, field) -> collect(field, path + "." + name, known, found));
            }
            case Map<?, ?> map -> found.put(path, "map");
            case List<?> list -> node.items().forEach(item -> collect(item, path + "[]", known, found));
            case Integer number -> found.put(path, "integer");
            case Boolean truth -> found.put(path, "boolean");
            case String text -> found.put(path, "string");
            default -> found.put(path, node.value().getClass().getSimpleName());
        }
    }

    private static Map<String, Map<String, String>> read() {
        var kinds = new TreeMap<String, Map<String, String>>();
        Map<String, String> fields = new TreeMap<>();
        for (String line : Repository.read("deploy/checks/src/test/resources/custom-resources.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList()) {
            if (line.startsWith(" ")) {
                String[] words = line.strip().split(" +", 2);
                fields.put(words[0], words[1]);
            } else {
                fields = new TreeMap<>();
                kinds.put(line.strip(), fields);
            }
        }
        return kinds;
    }
}
