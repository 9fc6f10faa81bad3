package cn.bishui.checks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * As much of a Kubernetes cluster as Helm asks for when a chart looks for secrets that exist already. Helm finds it by the
 * file that the variable {@code KUBECONFIG} names, which the pom sets for the tests.
 */
final class Cluster {

    private static final Cluster ONLY = new Cluster();

    private final Map<String, Map<String, String>> secrets = new ConcurrentHashMap<>();

    private Cluster() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
            String file = Objects.requireNonNull(System.getenv("KUBECONFIG"), "KUBECONFIG is not set");
            Files.createDirectories(Path.of(file).getParent());
            Files.writeString(Path.of(file), """
                    apiVersion: v1
                    kind: Config
                    clusters: [{name: test, cluster: {server: "http://127.0.0.1:%d"}}]
                    contexts: [{name: test, context: {cluster: test, user: test}}]
                    users: [{name: test, user: {}}]
                    current-context: test
                    """.formatted(server.getAddress().getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the cluster hold these secrets and no others, each with its fields. */
    static void hold(Map<String, Map<String, String>> secrets) {
        ONLY.secrets.clear();
        ONLY.secrets.putAll(secrets);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        Map<String, String> secret = secrets.get(name);
        if (path.equals("/api/v1")) {
            send(exchange, 200, """
                    {"kind":"APIResourceList","apiVersion":"v1","groupVersion":"v1","resources":[
                      {"name":"secrets","singularName":"secret","namespaced":true,"kind":"Secret","verbs":["get"]}]}
                    """);
        } else if (secret == null) {
            send(
                    exchange,
                    404,
                    "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"reason\":\"NotFound\"}");
        } else {
            send(
                    exchange,
                    200,
                    secret.entrySet().stream()
                            .map(field -> "\"%s\":\"%s\"".formatted(field.getKey(), base64(field.getValue())))
                            .collect(Collectors.joining(
                                    ",",
                                    "{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"" + name
                                            + "\",\"namespace\":\"district\"},\"data\":{",
                                    "}}")));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
