package cn.bishui.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An issuer that publishes its key where Keycloak does, so that a service decodes and validates tokens with the very
 * configuration that it has in operation.
 */
final class LocalIssuer {

    private static @Nullable LocalIssuer started;

    private final RSAKey key = newKey();
    private final String issuer;

    private LocalIssuer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("issuer-", 0).factory()));
            issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/bishui";
            String certs = issuer + "/protocol/openid-connect/certs";
            answer(server, "/realms/bishui/protocol/openid-connect/certs", new JWKSet(key.toPublicJWK()).toString());
            answer(server, "/realms/bishui/.well-known/openid-configuration", """
                    {"issuer":"%1$s","jwks_uri":"%2$s","authorization_endpoint":"%1$s/protocol/openid-connect/auth",
                    "token_endpoint":"%1$s/protocol/openid-connect/token","response_types_supported":["code"],
                    "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer, certs));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the test's issuer could not start", e);
        }
    }

    /** The one issuer of this JVM. */
    static synchronized LocalIssuer started() {
        LocalIssuer current = started;
        if (current == null) {
            current = new LocalIssuer();
            started = current;
        }
        return current;
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID("test")
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("a key could not be made", e);
        }
    }

    RSAKey key() {
        return key;
    }

    String issuer() {
        return issuer;
    }

    private static void answer(HttpServer server, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, (HttpExchange exchange) -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
