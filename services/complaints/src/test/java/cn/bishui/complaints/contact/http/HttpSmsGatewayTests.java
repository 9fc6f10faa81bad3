package cn.bishui.complaints.contact.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.complaints.contact.Phone;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HttpSmsGatewayTests {

    private static final Phone PHONE = new Phone("13800000001");

    private final List<String> received = new ArrayList<>();
    private HttpServer provider;
    private int status = 200;

    @BeforeEach
    void startsAProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stopsIt() {
        provider.stop(0);
    }

    private HttpSmsGateway gateway() {
        return new HttpSmsGateway(
                new HttpSmsSettings(
                        URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/sms"),
                        "a-token",
                        Duration.ofSeconds(2)),
                JsonMapper.shared());
    }

    @Test
    void handsAMessageToTheProvider() {
        UUID id = UUID.randomUUID();
        gateway().send(id, PHONE, "举报已受理");

        assertThat(received)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("POST Bearer a-token " + id + " {")
                        .contains("\"phone\":\"13800000001\"", "\"text\":\"举报已受理\"", "\"id\":\"" + id + "\""));
    }

    @Test
    void failsWhereTheProviderDoesNotTakeItAndTellsNothingOfIt() {
        status = 503;
        assertThatThrownBy(() -> gateway().send(UUID.randomUUID(), PHONE, "举报已受理"))
                .hasMessage("the provider answered 503");

        HttpSmsGateway gateway = gateway();
        provider.stop(0);
        assertThatThrownBy(() -> gateway.send(UUID.randomUUID(), PHONE, "举报已受理"))
                .isInstanceOf(RuntimeException.class)
                .hasMessageNotContaining("13800000001");
    }

    @Test
    void wantsAnAddressAndAToken() {
        for (HttpSmsSettings incomplete : List.of(
                new HttpSmsSettings(null, "t", Duration.ofSeconds(1)),
                new HttpSmsSettings(URI.create(""), "t", Duration.ofSeconds(1)),
                new HttpSmsSettings(URI.create("http://localhost"), " ", Duration.ofSeconds(1)))) {
            assertThatThrownBy(() -> new HttpSmsGateway(incomplete, JsonMapper.shared()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("BISHUI_SMS_URL");
        }
    }
}
