package cn.bishui.permits;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.Tokens;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Uses the service as people and scripts do. */
public final class PermitsClient {

    public static final String CLERK = Tokens.as("clerk", Bureau.ENV, "permits.clerk", "permits.reader");
    public static final String APPROVER = Tokens.as("approver", Bureau.ENV, "permits.approver", "permits.reader");

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final AtomicInteger UNITS = new AtomicInteger();

    private final RestTestClient http;

    public PermitsClient(RestTestClient http) {
        this.http = http;
    }

    public RestTestClient.ResponseSpec get(String token, String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    public RestTestClient.ResponseSpec post(String token, String path, Map<String, ?> body) {
        return http.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public RestTestClient.ResponseSpec form(String token, String path, String body) {
        return http.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(body)
                .exchange();
    }

    public String page(String token, String path) {
        return String.valueOf(get(token, path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** Registers a unit of its own with one outlet; returns its credit code. */
    public String registeredUnit() {
        String code = newCreditCode();
        post(CLERK, "/api/permits/v1/units", unit(code)).expectStatus().isCreated();
        post(
                        CLERK,
                        "/api/permits/v1/units/" + code + "/outlets",
                        Map.of("code", "DW001", "name", "总排口", "receiving", "松花江"))
                .expectStatus()
                .isCreated();
        return code;
    }

    public static Map<String, String> unit(String code) {
        return Map.of("creditCode", code, "name", "示例纸业 " + code, "trade", "造纸", "address", "示例路1号");
    }

    /** A code that nobody has, with its right check character. */
    public static String newCreditCode() {
        String body = "91220202MA%07d".formatted(UNITS.incrementAndGet());
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(body.charAt(i));
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
