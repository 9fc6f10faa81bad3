package cn.bishui.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A service's JSON API as one person uses it. */
final class Api implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    /**
     * Talks to a service.
     *
     * @param base address that every path is appended to
     * @param token bearer token of the person
     */
    Api(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** What is at that path, or nothing where it answers 404. */
    Optional<JsonNode> get(String path) {
        HttpResponse<String> response = send(request(path).GET().build());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(read(response));
    }

    /** Sends a body and returns the answer's; {@link ApiRefused} where it is not a success. */
    JsonNode post(String path, Map<String, ?> body) {
        return post(path, body, Map.of());
    }

    /** The same with further headers. */
    JsonNode post(String path, Map<String, ?> body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).POST(json(body));
        headers.forEach(request::header);
        return read(send(request.header("Content-Type", "application/json").build()));
    }

    /** Puts a body in the place of what is there. */
    JsonNode put(String path, Map<String, ?> body) {
        return read(send(request(path)
                .PUT(json(body))
                .header("Content-Type", "application/json")
                .build()));
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    private static JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new ApiRefused(
                    response.statusCode(),
                    response.request().method() + " " + response.uri() + ": HTTP " + response.statusCode() + " "
                            + response.body());
        }
        try {
            return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
