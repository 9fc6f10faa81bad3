package cn.bishui.complaints.citizen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** A citizen's browser: sends forms as one without script does, and can do a form's little work. */
final class Browser {

    private final Environment environment;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Browser(Environment environment) {
        this.environment = environment;
    }

    /** A file in a form. */
    @SuppressWarnings("ArrayRecordComponent")
    record Attached(String field, String name, String type, byte[] content) {}

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, Map<String, String> form, List<Attached> files, String... headers) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        for (Attached file : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field()
                            + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n")
                    .getBytes(UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return send(request(path, headers)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The bytes behind an address. */
    HttpResponse<byte[]> load(String path) {
        try {
            return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A report that is filled in, on a form that was just opened. */
    Map<String, String> report(String content, String address) {
        String page = get("/12369/report").body();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("stamp", hidden(page, "stamp"));
        form.put("solution", "");
        form.put("content", content);
        form.put("address", address);
        form.put("pollutionType", "water");
        form.put("waterSubtype", "");
        form.put("subjectName", "");
        form.put("occurredOn", "");
        form.put("wish", "");
        form.put("longitude", "");
        form.put("latitude", "");
        form.put("reachable", "no");
        form.put("name", "");
        form.put("phone", "");
        return form;
    }

    /** The same, with the work done. */
    Map<String, String> stampedReport(String content, String address) {
        Map<String, String> form = report(content, address);
        form.put("solution", solved(form.get("stamp")));
        return form;
    }

    /** Number and secret that a receipt tells. */
    static Map<String, String> keys(HttpResponse<String> receipt) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("number", hidden(receipt.body(), "number"));
        keys.put("secret", hidden(receipt.body(), "secret"));
        return keys;
    }

    /** The value of a hidden field. */
    static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
        if (!field.find()) {
            throw new AssertionError("no field " + name + " in " + page);
        }
        return field.group(1);
    }

    /** A number that gives the challenge's hash the zero bits that it asks for. */
    static String solved(String challenge) {
        int bits = Integer.parseInt(challenge.split("\\.", -1)[1]);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (long n = 0; ; n++) {
                byte[] hash = sha.digest((challenge + ":" + n).getBytes(UTF_8));
                int first = ByteBuffer.wrap(hash).getInt();
                if (Integer.numberOfLeadingZeros(first) >= bits) {
                    return Long.toString(n);
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
