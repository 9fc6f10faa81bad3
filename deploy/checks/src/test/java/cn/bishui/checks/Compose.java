package cn.bishui.checks;

import cn.bishui.keycloak.PlatformService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What docker-compose.yml says. */
final class Compose {

    private static final Node FILE =
            Node.documents(Repository.read("docker-compose.yml")).getFirst();

    private Compose() {}

    static Map<String, Node> containers() {
        return FILE.at("services").fields();
    }

    static Node container(String name) {
        return FILE.at("services." + name);
    }

    /** The containers that are services of the platform, by name. */
    static Map<String, Node> services() {
        List<String> names =
                PlatformService.all().stream().map(PlatformService::name).toList();
        var services = new LinkedHashMap<>(containers());
        services.keySet().retainAll(names);
        return services;
    }

    /** The containers that end by themselves. */
    static Map<String, Node> jobs() {
        return where(false);
    }

    /** The containers that run for ever. */
    static Map<String, Node> servers() {
        return where(true);
    }

    private static Map<String, Node> where(boolean restarts) {
        return containers().entrySet().stream()
                .filter(container -> container.getValue().has("restart") == restarts)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Map<String, String> environment(Node container) {
        return container
                .find("environment")
                .map(variables -> variables.fields().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().text())))
                .orElse(Map.of());
    }

    /** What has to be there before the container starts, directly or not. */
    static Set<String> before(String name) {
        var before = new TreeSet<String>();
        container(name)
                .find("depends_on")
                .ifPresent(direct -> direct.fields().keySet().forEach(other -> {
                    before.add(other);
                    before.addAll(before(other));
                }));
        return before;
    }
}
