package cn.bishui.complaints;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Uses the service over HTTP as people and scripts do, with a token or without. */
public final class Visitor {

    public static final String IDENTITY_READER = Tokens.as("call-back", Bureau.ENV, "complaints.identity-reader");
    public static final String OPERATOR = Tokens.as("operator", Bureau.ENV, "complaints.operator");
    public static final String SUPERVISOR = Tokens.as("supervisor", Bureau.GOV, "complaints.supervisor");
    public static final String WATER_HANDLER = Tokens.as("water-handler", Bureau.WATER, "complaints.handler");
    public static final String HEAD = Tokens.as("head", Bureau.ENV, "complaints.head");
    public static final String READER = Tokens.as("reader", Bureau.CDI, "complaints.reader");

    private final RestTestClient http;

    public Visitor(RestTestClient http) {
        this.http = http;
    }

    /** Asks for a page or a file; headers as name, value, name, value. */
    public EntityExchangeResult<byte[]> get(String token, String path, String... headers) {
        return http.get()
                .uri(URI.create(path))
                .headers(all -> {
                    if (!token.isEmpty()) {
                        all.setBearerAuth(token);
                    }
                    for (int i = 0; i < headers.length; i += 2) {
                        all.add(headers[i], headers[i + 1]);
                    }
                })
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** Sends a form. */
    public EntityExchangeResult<byte[]> post(String token, String path, String form, String... headers) {
        return http.post()
                .uri(URI.create(path))
                .headers(all -> {
                    if (!token.isEmpty()) {
                        all.setBearerAuth(token);
                    }
                    for (int i = 0; i < headers.length; i += 2) {
                        all.add(headers[i], headers[i + 1]);
                    }
                })
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange()
                .expectBody()
                .returnResult();
    }

    /** What was answered, as text. */
    public static String text(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
