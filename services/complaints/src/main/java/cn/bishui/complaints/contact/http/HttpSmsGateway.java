package cn.bishui.complaints.contact.http;

import cn.bishui.complaints.contact.Phone;
import cn.bishui.complaints.contact.SmsGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands messages to a provider; the message's id is also its idempotency key. */
@Component
@ConditionalOnProperty(name = "bishui.complaints.sms", havingValue = "http")
class HttpSmsGateway implements SmsGateway {

    private final URI url;
    private final HttpSmsSettings settings;
    private final JsonMapper json;
    private final HttpClient http;

    HttpSmsGateway(HttpSmsSettings settings, JsonMapper json) {
        URI to = settings.url();
        if (to == null || to.toString().isBlank() || settings.token().isBlank()) {
            throw new IllegalStateException("BISHUI_SMS is http: BISHUI_SMS_URL and BISHUI_SMS_TOKEN must be set");
        }
        this.url = to;
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    @Override
    public void send(UUID id, Phone phone, String text) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + settings.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id.toString())
                .POST(HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("id", id.toString(), "phone", phone.number(), "text", text))))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                throw new IllegalStateException("the provider answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
