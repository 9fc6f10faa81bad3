package cn.bishui.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.Tokens;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses the service as the people of the hotline and of the bureaus do, and as their programs. */
public final class ComplaintsClient {

    public static final String OPERATOR = Tokens.as("env-hotline-operator", Bureau.ENV, "complaints.operator");
    public static final String CALLER =
            Tokens.as("env-call-back-officer", Bureau.ENV, "complaints.operator", "complaints.identity-reader");
    public static final String SUPERVISOR = Tokens.as("gov-supervision-officer", Bureau.GOV, "complaints.supervisor");
    public static final String SECOND_SUPERVISOR =
            Tokens.as("env-hotline-supervisor", Bureau.ENV, "complaints.supervisor");
    public static final String READER = Tokens.as("gov-head", Bureau.GOV, "complaints.reader", "complaints.head");
    public static final String HANDLER = handler(Bureau.WATER);
    public static final String COLLEAGUE = Tokens.as("water-clerk-2", Bureau.WATER, "complaints.handler");
    public static final String HEAD = head(Bureau.WATER);
    public static final String BOTH = Tokens.as("water-both", Bureau.WATER, "complaints.handler", "complaints.head");

    private static final String API = "/api/complaints/v1";
    private static final AtomicInteger PLACES = new AtomicInteger();
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Environment environment;

    public ComplaintsClient(Environment environment) {
        this.environment = environment;
    }

    /** The token of a bureau's handler. */
    public static String handler(Bureau bureau) {
        return Tokens.as(bureau.name().toLowerCase(Locale.ROOT) + "-clerk", bureau, "complaints.handler");
    }

    /** The token of a bureau's head. */
    public static String head(Bureau bureau) {
        return Tokens.as(bureau.name().toLowerCase(Locale.ROOT) + "-head", bureau, "complaints.head");
    }

    /** What the service answered. */
    public record Answer(int status, String body, String location) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The code of a problem detail. */
        public String code() {
            return json().path("code").asString();
        }

        public JsonNode ok() {
            assertThat(status).as(body).isEqualTo(200);
            return json();
        }
    }

    /** A complaint that was taken down. */
    public record Taken(String number, String secret) {}

    public Answer get(String token, String path, String... headers) {
        HttpRequest.Builder request = request(token, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    /** Reads by the interface. */
    public JsonNode read(String token, String path) {
        return get(token, API + path).ok();
    }

    /** Writes by the interface. */
    public Answer post(String token, String path, Map<String, ?> body, String... headers) {
        HttpRequest.Builder request = request(token, API + path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer put(String token, String path, Map<String, ?> body) {
        return send(request(token, API + path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Sends a page's form; a list is sent value by value. */
    public Answer form(String token, String path, Map<String, ?> fields) {
        String body = fields.entrySet().stream()
                .flatMap(field -> (field.getValue() instanceof List<?> list
                                ? list.stream()
                                : Stream.of(field.getValue()))
                        .map(value -> field.getKey() + "="
                                + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return send(request(token, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends one file as a browser does. */
    public Answer upload(String token, String path, byte[] file) {
        String boundary = "file-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(token, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A small picture. */
    public static byte[] photo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    /** What somebody tells: each time of a place of its own. */
    public static Map<String, Object> told() {
        Map<String, Object> told = new HashMap<>();
        told.put("channel", "phone");
        told.put("content", "夜里有黑水从管子里流进河里，味道刺鼻");
        told.put("address", "测试路" + PLACES.incrementAndGet() + "号河边");
        told.put("subjectName", "北岸纸板（示例）有限公司");
        told.put("pollutionType", "water");
        told.put("waterSubtype", "industrial");
        return told;
    }

    public Taken takeDown(Map<String, ?> told) {
        Answer answer = post(OPERATOR, "/complaints", told);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode given = answer.json();
        return new Taken(given.path("number").asString(), given.path("secret").asString());
    }

    public Taken takeDown() {
        return takeDown(told());
    }

    /** The version of a complaint as it stands. */
    public long version(String number) {
        return read(SUPERVISOR, "/complaints/" + number).path("version").asLong();
    }

    /** Makes a move on the complaint as it stands. */
    public Answer move(String token, String number, String move, Map<String, ?> words) {
        Map<String, Object> body = new HashMap<>(words);
        body.put("version", version(number));
        return post(token, "/complaints/" + number + "/" + move, body);
    }

    public Answer move(String token, String number, String move) {
        return move(token, number, move, Map.of());
    }

    /** A complaint that a bureau has, with others if any. */
    public Taken assigned(Bureau bureau, Bureau... joint) {
        Taken taken = takeDown();
        move(OPERATOR, taken.number(), "acceptance").ok();
        move(
                        OPERATOR,
                        taken.number(),
                        "assignment",
                        Map.of(
                                "bureau",
                                bureau.name(),
                                "joint",
                                Stream.of(joint).map(Bureau::name).toList()))
                .ok();
        return taken;
    }

    /** A complaint that is answered, by the water bureau. */
    public Taken answered() {
        Taken taken = assigned(Bureau.WATER);
        move(HANDLER, taken.number(), "taking").ok();
        move(HANDLER, taken.number(), "result", result()).ok();
        move(HEAD, taken.number(), "result/signature").ok();
        return taken;
    }

    public static Map<String, String> result() {
        return Map.of(
                "finding", "true",
                "checked", "现场检查排口",
                "found", "雨水口混入污水",
                "action", "责令改正",
                "answer", "您反映的问题属实，已责令改正。");
    }

    private HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
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
