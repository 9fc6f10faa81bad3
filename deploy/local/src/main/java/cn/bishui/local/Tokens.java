package cn.bishui.local;

import cn.bishui.keycloak.Realm;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Access tokens of the local accounts. */
final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String keycloakUrl;
    private final Map<String, String> passwords;

    Tokens(String keycloakUrl, Map<String, String> passwords) {
        this.keycloakUrl = keycloakUrl;
        this.passwords = Map.copyOf(passwords);
    }

    /** A fresh access token; {@link Refusal} when there is no such account or Keycloak does not give one. */
    String of(String username) {
        String password = passwords.get(username);
        if (password == null) {
            throw new Refusal("There is no account " + username + "; accounts.csv lists them.");
        }
        String form = "grant_type=password&client_id=bishui-cli&username=" + encoded(username) + "&password="
                + encoded(password);
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create(keycloakUrl + "/realms/" + Realm.NAME + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Refusal("Keycloak gave no token for " + username + ": " + response.body());
            }
            return JSON.readTree(response.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer at " + keycloakUrl, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
