package cn.bishui.checks;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The chart in helm, rendered by Helm itself. */
final class Chart {

    static final String RELEASE = "bishui";

    private static final Path DIRECTORY = Repository.file("helm");

    private Chart() {}

    static LintResult lint() {
        return new Helm(DIRECTORY).lint().strict().call();
    }

    static Node values() {
        return Node.documents(Repository.read("helm/values.yaml")).getFirst();
    }

    /** What {@code helm template} gives with values of one's own, as YAML. */
    static String render(String values) {
        return render(values, Map.of());
    }

    private static String render(String values, Map<String, Map<String, String>> secrets) {
        Cluster.hold(secrets);
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, values);
                return new Helm(DIRECTORY)
                        .template()
                        .withName(RELEASE)
                        .withNamespace("district")
                        .withKubeVersion("1.34.0")
                        .withValuesFile(file)
                        .call();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manifests manifests(String values) {
        return manifests(values, Map.of());
    }

    /** What is installed in a cluster that has these secrets already. */
    static Manifests manifests(String values, Map<String, Map<String, String>> secrets) {
        return new Manifests(Node.documents(render(values, secrets)));
    }

    /** What is installed. */
    record Manifests(List<Node> all) {

        List<Node> kind(String kind) {
            return all.stream()
                    .filter(manifest -> manifest.text("kind").equals(kind))
                    .toList();
        }

        Node one(String kind, String name) {
            return kind(kind).stream()
                    .filter(manifest -> manifest.text("metadata.name").equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
        }

        boolean has(String kind, String name) {
            return kind(kind).stream()
                    .anyMatch(manifest -> manifest.text("metadata.name").equals(name));
        }

        /** The deployment of a service. */
        Node deployment(String service) {
            return one("Deployment", RELEASE + "-" + service);
        }

        /** The one container of a deployment or a job. */
        static Node container(Node workload) {
            return workload.at("spec.template.spec.containers").items().getFirst();
        }

        /** The variables of a container: name to the node that says what they are. */
        static Map<String, Node> variables(Node workload) {
            return container(workload).at("env").items().stream()
                    .collect(Collectors.toMap(variable -> variable.text("name"), variable -> variable));
        }
    }
}
