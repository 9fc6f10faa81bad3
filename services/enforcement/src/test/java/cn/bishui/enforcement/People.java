package cn.bishui.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of the district, who use the service over HTTP. */
final class People {

    static final String INSPECTOR = Tokens.as("env-inspector", Bureau.ENV, "enforcement.inspector");
    static final String SECOND_INSPECTOR = Tokens.as("env-inspector-2", Bureau.ENV, "enforcement.inspector");
    static final String HEAD = Tokens.as("env-head", Bureau.ENV, "enforcement.head");
    static final String BOTH = Tokens.as("env-both", Bureau.ENV, "enforcement.inspector", "enforcement.head");
    static final String READER = Tokens.as("gov-head", Bureau.GOV, "enforcement.reader");

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Environment environment;

    People(Environment environment) {
        this.environment = environment;
    }

    record Answer(int status, String body, String location) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        /** The code of a problem detail. */
        String code() {
            return json().path("code").asString();
        }

        JsonNode ok() {
            assertThat(status).as(body).isEqualTo(200);
            return json();
        }
    }

    Answer get(String token, String path, String... headers) {
        HttpRequest.Builder request = request(token, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    /** Calls the JSON API. */
    JsonNode read(String token, String path) {
        return get(token, "/api/enforcement/v1" + path).ok();
    }

    /** Calls the JSON API. */
    Answer post(String token, String path, Map<String, ?> body) {
        return send(request(token, "/api/enforcement/v1" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Sends a page's form. */
    Answer form(String token, String path, Map<String, ?> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(String.valueOf(field.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(token, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Waits for the newest clue of a unit that is in a state. */
    JsonNode awaitClue(String unit, String state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> cluesOf(unit, state), clues -> !clues.isEmpty())
                .get(0);
    }

    /** The clues of a unit in a state, any for an empty one. */
    JsonNode cluesOf(String unit, String state) {
        return read(READER, "/clues?q=" + unit + "&state=" + state).path("items");
    }

    JsonNode clue(String id) {
        return read(READER, "/clues/" + id);
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
