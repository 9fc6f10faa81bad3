package cn.bishui.portal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.zip.GZIPOutputStream;

/** A service as the portal sees it: answers everything with its own name, and remembers what it was asked. */
final class Upstream implements AutoCloseable {

    /** What arrived of one request. */
    record Asked(String method, String uri, Headers headers, long bytes, String body) {

        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private static final int KEPT = 4096;

    private final String name;
    private final int port;
    private final BlockingDeque<Asked> asked = new LinkedBlockingDeque<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private HttpServer server;

    Upstream(String name) {
        this.name = name;
        this.server = serve(0);
        this.port = server.getAddress().getPort();
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** What was asked last, and nothing of it is left for the next. */
    Asked last() {
        Asked last = asked.pollLast();
        asked.clear();
        return last;
    }

    List<Asked> all() {
        List<Asked> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    /** Takes it away as a failure would. */
    void stop() {
        server.stop(0);
    }

    void startAgain() {
        server = serve(port);
    }

    @Override
    public void close() {
        silence.countDown();
        stop();
    }

    private HttpServer serve(int wanted) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 64);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new ByteArrayOutputStream();
            long bytes = 0;
            byte[] buffer = new byte[64 * 1024];
            for (int read; (read = exchange.getRequestBody().read(buffer)) >= 0; ) {
                if (bytes < KEPT) {
                    body.write(buffer, 0, read);
                }
                bytes += read;
            }
            var headers = new Headers();
            headers.putAll(exchange.getRequestHeaders());
            String uri = exchange.getRequestURI().toString();
            asked.add(
                    new Asked(exchange.getRequestMethod(), uri, headers, bytes, body.toString(StandardCharsets.UTF_8)));
            respond(exchange, uri);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void respond(HttpExchange exchange, String uri) throws IOException, InterruptedException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html;charset=UTF-8");
        headers.set("Content-Security-Policy", "default-src 'self'; img-src " + name);
        headers.add("Set-Cookie", "bishui-session=planted; Path=/");
        headers.add("Set-Cookie", "other=1");
        if (uri.contains("hangs")) {
            return;
        }
        if (uri.contains("sleeps")) {
            silence.await();
            return;
        }
        if (uri.contains("refuses")) {
            headers.set("Content-Type", "application/problem+json");
            send(exchange, 401, "{\"status\":401,\"code\":\"unauthenticated\"}".getBytes(StandardCharsets.UTF_8));
        } else if (uri.contains("redirects")) {
            headers.set("Location", "/" + name + "/elsewhere");
            send(exchange, 303, new byte[0]);
        } else if (uri.contains("zipped")) {
            headers.set("Content-Encoding", "gzip");
            var zipped = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(zipped)) {
                zip.write(text().getBytes(StandardCharsets.UTF_8));
            }
            send(exchange, 200, zipped.toByteArray());
        } else {
            send(exchange, 200, text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private String text() {
        return "<p>这里是 " + name + "</p>";
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }
}
