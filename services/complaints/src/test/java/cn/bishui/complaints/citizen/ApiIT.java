package cn.bishui.complaints.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.identity.Identity;
import cn.bishui.complaints.identity.ReadIdentity;
import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.complaints.ComplaintReceived;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import cn.bishui.testkit.Tokens;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface for other platforms, as it is promised to them. */
@BishuiIT
class ApiIT {

    private static final String PATH = "/12369/api/complaints";

    private static final String WHOLE = """
            {"content":"河水发黑","address":"示例街1号","longitude":126.5662,"latitude":43.8821,"subjectName":"示例纸业",\
            "pollutionType":"水","occurredOn":"2026-03-01","wish":"尽快制止","contact":{"name":"王某某","phone":"13800000001"},\
            "colour":"black"}""";

    private final Browser client;
    private final Staff staff;
    private final ReadIdentity readIdentity;
    private final FactProbe probe;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    ApiIT(
            ApplicationContext context,
            ReadIdentity readIdentity,
            FactProbe probe,
            SettableClock clock,
            JdbcClient jdbc) {
        this.client = new Browser(context.getEnvironment());
        this.staff = new Staff(context);
        this.readIdentity = readIdentity;
        this.probe = probe;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void takesAComplaintAndShowsItToWhoHasItsSecret() {
        clock.setTo("2026-03-02T09:00");
        HttpResponse<String> answer = client.postJson(PATH, WHOLE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode receipt = json.readTree(answer.body());
        String number = receipt.get("number").asString();
        String secret = receipt.get("secret").asString();
        assertThat(answer.headers().firstValue("Location")).contains(PATH + "/" + number);
        assertThat(secret).matches("[0-9A-HJKMNP-TV-Z]{16}");
        assertThat(receipt.get("receivedAt").asString()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(receipt.get("due").asString()).isEqualTo("2026-03-17");

        ComplaintReceived told =
                probe.await(ComplaintReceived.class, fact -> fact.number().equals(number));
        assertThat(told.channel()).isEqualTo("web");
        assertThat(told.pollutionType()).isEqualTo("water");
        Identity reporter = readIdentity.read(staff.id(number), "回访核实情况", new Actor("reader", "ENV", null));
        assertThat(reporter.name()).isEqualTo("王某某");
        assertThat(reporter.phone()).isEqualTo("13800000001");

        HttpResponse<String> followed = client.get(PATH + "/" + number + "?secret=" + secret);
        assertThat(followed.statusCode()).isEqualTo(200);
        assertThat(followed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode view = json.readTree(followed.body());
        assertThat(view.get("number").asString()).isEqualTo(number);
        assertThat(view.get("status").asString()).isEqualTo("received");
        assertThat(view.get("due").asString()).isEqualTo("2026-03-17");
        assertThat(view.get("steps").get(0).get("what").asString()).isEqualTo("received");
        assertThat(view.get("steps").get(0).get("at").asString()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(followed.body()).doesNotContain("王某某", "13800000001");
    }

    @Test
    void needsContentAndAddressOnlyAndTakesWaterWhereNothingIsSaid() {
        HttpResponse<String> answer = client.postJson(PATH, "{\"content\":\"河水发黑\",\"address\":\"示例街1号\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        String number = json.readTree(answer.body()).get("number").asString();
        assertThat(staff.complaint(number).file().matter().type().chineseName()).isEqualTo("水");
        assertThat(staff.complaint(number).file().realName()).isFalse();
    }

    @Test
    void namesEveryFaultAtOnce() {
        HttpResponse<String> answer = client.postJson(
                PATH,
                "{\"address\":\" \",\"longitude\":\"east\",\"latitude\":91,\"pollutionType\":\"心情\",\"occurredOn\":\"gestern\","
                        + "\"contact\":{\"name\":\"" + "长".repeat(61) + "\"}}",
                "Accept-Language",
                "en");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(each -> each.get("field").asString()))
                .contains("content", "address", "longitude", "pollutionType", "occurredOn", "contact.name");
        assertThat(answer.body()).doesNotContain("\"rule.", "input.", "citizen.");
        HttpResponse<String> half =
                client.postJson(PATH, "{\"content\":\"河水发黑\",\"address\":\"示例街1号\",\"longitude\":126.5}");
        assertThat(half.statusCode()).isEqualTo(422);
        HttpResponse<String> offEarth = client.postJson(
                PATH, "{\"content\":\"河水发黑\",\"address\":\"示例街1号\",\"longitude\":226.5,\"latitude\":43}");
        assertThat(offEarth.statusCode()).isEqualTo(422);
    }

    @Test
    void answersWhatIsNoJsonWithAProblem() {
        for (String body : List.of("", "{", "[]", "{\"content\":{}}", "{\"contact\":\"me\"}")) {
            HttpResponse<String> answer = client.postJson(PATH, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @Test
    void takesARequestWithAKeyOnceThoughItComesTwiceAtTheSameTime() throws Exception {
        int before = complaints();
        String key = UUID.randomUUID().toString();
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<HttpResponse<String>>> answers;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = List.of(
                    senders.submit(() -> {
                        start.await();
                        return client.postJson(PATH, WHOLE, "Idempotency-Key", key);
                    }),
                    senders.submit(() -> {
                        start.await();
                        return client.postJson(PATH, WHOLE, "Idempotency-Key", key);
                    }));
        }
        String first = answers.getFirst().get().body();
        assertThat(answers.getFirst().get().statusCode()).as(first).isEqualTo(201);
        assertThat(answers.getLast().get().statusCode()).isEqualTo(201);
        assertThat(answers.getLast().get().body()).isEqualTo(first);
        HttpResponse<String> later = client.postJson(PATH, WHOLE, "Idempotency-Key", key);
        assertThat(later.statusCode()).isEqualTo(201);
        assertThat(later.body()).isEqualTo(first);
        assertThat(complaints()).isEqualTo(before + 1);

        HttpResponse<String> other =
                client.postJson(PATH, WHOLE.replace("13800000001", "13800000002"), "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json.readTree(other.body()).get("code").asString()).isEqualTo("complaint.request-differs");
        assertThat(client.postJson(PATH, WHOLE, "Idempotency-Key", "x".repeat(151))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void doesNotTellAWrongSecretFromAnUnknownNumber() {
        String number =
                json.readTree(client.postJson(PATH, WHOLE).body()).get("number").asString();
        HttpResponse<String> wrong = client.get(PATH + "/" + number + "?secret=0000000000000000");
        HttpResponse<String> unknown = client.get(PATH + "/JB-2026-9999999?secret=0000000000000000");
        HttpResponse<String> none = client.get(PATH + "/" + number);
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(wrong.body().replace(number, "")).isEqualTo(unknown.body().replace("JB-2026-9999999", ""));
        assertThat(wrong.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(wrong.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void letsOnlyPlatformsWithATokenSayWhereItComesFrom() {
        String from12345 = WHOLE.replace("{\"content\"", "{\"channel\":\"hotline-12345\",\"content\"");
        String anonymous = json.readTree(client.postJson(PATH, from12345).body())
                .get("number")
                .asString();
        assertThat(staff.complaint(anonymous).file().channel().id()).isEqualTo("web");
        String token = "Bearer " + Tokens.as("platform-12345", Bureau.ENV, "complaints.operator");
        String platform = json.readTree(
                        client.postJson(PATH, from12345, "Authorization", token).body())
                .get("number")
                .asString();
        assertThat(staff.complaint(platform).file().channel().id()).isEqualTo("hotline-12345");
        assertThat(staff.complaint(platform).file().reach().id()).isEqualTo("platform");
        assertThat(client.postJson(PATH, from12345.replace("hotline-12345", "phone"), "Authorization", token)
                        .statusCode())
                .isEqualTo(422);
        String reader = "Bearer " + Tokens.as("somebody", Bureau.ENV, "complaints.reader");
        String other = json.readTree(client.postJson(PATH, from12345, "Authorization", reader)
                        .body())
                .get("number")
                .asString();
        assertThat(staff.complaint(other).file().channel().id()).isEqualTo("web");
    }

    @Test
    void saysWhenAnAddressHasSentTooMuch() {
        HttpResponse<String> answer = client.postJson(PATH, WHOLE, "X-Forwarded-For", "203.0.113.77");
        for (int i = 0; i < 200 && answer.statusCode() == 201; i++) {
            answer = client.postJson(PATH, WHOLE, "X-Forwarded-For", "203.0.113.77");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                .isPositive();
        assertThat(client.postJson(PATH, WHOLE, "X-Forwarded-For", "203.0.113.78")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void describesItself() {
        JsonNode document = json.readTree(client.get("/12369/api/openapi.json").body());
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.get("paths").propertyNames()).containsExactlyInAnyOrder(PATH, PATH + "/{number}");
        assertThat(document.at("/components/schemas/NewComplaint/required")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("content", "address");
    }

    private int complaints() {
        return jdbc.sql("select count(*) from complaint")
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
