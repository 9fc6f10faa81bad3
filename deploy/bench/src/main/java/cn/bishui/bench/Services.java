package cn.bishui.bench;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.Tokens;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.stream.Stream;

/** What benchmarks need to know of a service that they start as a process of its own. */
final class Services {

    private Services() {}

    /** The program of a service, as it was built last. */
    static Path jar(String service) throws IOException {
        String name = "bishui-" + service + "-[^-]+(-SNAPSHOT)?\\.jar";
        try (Stream<Path> files = Files.list(Path.of("../../services", service, "target"))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("services/" + service + " is not built"))
                    .toAbsolutePath()
                    .normalize();
        }
    }

    /** The issuer of this JVM, whose tokens the service's own decoder verifies. */
    static String issuer() throws ParseException {
        return SignedJWT.parse(Tokens.as("nobody", Bureau.GRASS))
                .getJWTClaimsSet()
                .getIssuer();
    }

    /** Whether the service on a port of this machine says that it is well. */
    static boolean healthy(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
