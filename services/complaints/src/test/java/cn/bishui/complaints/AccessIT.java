package cn.bishui.complaints;

import static cn.bishui.complaints.ComplaintsClient.handler;
import static cn.bishui.complaints.ComplaintsClient.head;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.EndpointWalk;
import cn.bishui.testkit.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestMethod;

/** Who reaches what: every role on every endpoint, every bureau on a complaint that is not its own. */
@BishuiIT
class AccessIT {

    private static final String TODO = "GET /complaints/todo";
    private static final String MOVE = "/api/complaints/v1/complaints/{number}/";

    private static final List<String> READING = List.of(
            "GET /complaints",
            "GET /complaints.csv",
            "GET /complaints/{number}",
            "GET /complaints/statistics",
            "GET /complaints/statistics.csv",
            "GET /complaints/supervision",
            "GET /complaints/supervision.csv",
            "GET /api/complaints/v1/complaints",
            "GET /api/complaints/v1/complaints/{number}",
            "GET /api/complaints/v1/statistics",
            "GET /api/complaints/v1/streets",
            "GET /api/complaints/v1/supervisions",
            "GET /api/complaints/v1/urgings");

    private static final List<String> RECEIVING = Stream.of(
                    forms("refusal", "assignment", "notices/{notice}", "call-backs/{callBack}"),
                    buttons("acceptance", "urgent-acceptance"),
                    List.of(
                            "GET /complaints/intake",
                            "POST /complaints/intake",
                            "GET /complaints/intake/similar",
                            "GET /complaints/{number}/notices/{notice}/letter",
                            "POST /api/complaints/v1/complaints"))
            .flatMap(List::stream)
            .toList();

    private static final List<String> HANDLING = Stream.of(
                    forms("time", "result", "act"), buttons("taking"), List.of("POST /complaints/{number}/taking-over"))
            .flatMap(List::stream)
            .toList();

    private static final List<String> SIGNING = Stream.of(
                    forms("time/denial", "result/return"), buttons("time/grant", "result/signature"))
            .flatMap(List::stream)
            .toList();

    private static final List<String> SUPERVISING = Stream.of(
                    forms(
                            "settlement",
                            "overturning",
                            "answer/return",
                            "ruling",
                            "urging",
                            "supervision",
                            "supervisions/{supervision}"),
                    List.of(
                            "GET /complaints/streets",
                            "POST /complaints/streets",
                            "PUT /api/complaints/v1/streets",
                            "POST /complaints/supervision/calls",
                            "POST /api/complaints/v1/call-backs"))
            .flatMap(List::stream)
            .toList();

    private static final List<String> OBJECTING = forms("objection");
    private static final List<String> ADDING = forms("facts");
    private static final List<String> CORRECTING = forms("matter");
    private static final List<String> ANSWERING = Stream.concat(
                    forms("urgings/{urging}").stream(), buttons("evidence").stream())
            .toList();
    private static final List<String> REPORTING = List.of("GET /complaints/report", "GET /complaints/report/{year}");

    /** What the libraries and the features of the reporter's data answer; they have tests of their own. */
    private static final Predicate<String> OF_OTHERS = Pattern.compile(
                    "\\w+ (/api/complaints/v1/(audit|dead-letters|looks)(/.*)?|/complaints/(dead-letters|looks|identity|evidence|mailbox).*)")
            .asMatchPredicate();

    private final EndpointWalk walk;
    private final ComplaintsClient client;

    AccessIT(EndpointWalk walk, Environment environment) {
        this.walk = walk;
        this.client = new ComplaintsClient(environment);
    }

    /** A page with a form, and the same by the interface. */
    private static List<String> forms(String... paths) {
        return Arrays.stream(paths)
                .flatMap(path -> Stream.of(
                        "GET /complaints/{number}/" + path, "POST /complaints/{number}/" + path, "POST " + MOVE + path))
                .toList();
    }

    private static List<String> buttons(String... paths) {
        return Arrays.stream(paths)
                .flatMap(path -> Stream.of("POST /complaints/{number}/" + path, "POST " + MOVE + path))
                .toList();
    }

    @SafeVarargs
    private static Set<String> all(List<String>... lists) {
        Set<String> all = new TreeSet<>(List.of(TODO));
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return all;
    }

    @Test
    void everyEndpointIsGuarded() {
        walk.assertGuarded(TODO);
    }

    @Test
    void theTablesNameEveryEndpoint() {
        assertThat(walk.endpoints().stream()
                        .filter(endpoint -> !endpoint.open())
                        .map(EndpointWalk.Endpoint::toString)
                        .filter(OF_OTHERS.negate()))
                .containsExactlyInAnyOrderElementsOf(all(
                        READING,
                        RECEIVING,
                        HANDLING,
                        SIGNING,
                        SUPERVISING,
                        OBJECTING,
                        ADDING,
                        CORRECTING,
                        ANSWERING,
                        REPORTING));
    }

    @Test
    void eachRoleReachesItsOwnInEveryBureau() {
        for (Bureau bureau : List.of(Bureau.ENV, Bureau.GOV, Bureau.WATER)) {
            assertThat(reachedAs(bureau, "complaints.operator"))
                    .as("the hotline is the environmental bureau's")
                    .isEqualTo(bureau == Bureau.ENV ? all(READING, RECEIVING, ADDING, CORRECTING, ANSWERING) : all());
            assertThat(reachedAs(bureau, "complaints.handler"))
                    .isEqualTo(all(READING, HANDLING, OBJECTING, ADDING, ANSWERING));
            assertThat(reachedAs(bureau, "complaints.head")).isEqualTo(all(READING, SIGNING, OBJECTING, ANSWERING));
            assertThat(reachedAs(bureau, "complaints.supervisor"))
                    .as("the hotline is supervised by its own bureau and the government")
                    .isEqualTo(
                            bureau == Bureau.WATER ? all() : all(READING, SUPERVISING, ADDING, CORRECTING, REPORTING));
            assertThat(reachedAs(bureau, "complaints.reader")).isEqualTo(all(READING, REPORTING));
        }
        assertThat(reachedAs(Bureau.ENV, "complaints.identity-reader")).isEqualTo(all());
        assertThat(reachedAs(Bureau.ENV, "enforcement.head", "permits.clerk", "audit.reader", "platform.operator"))
                .isEqualTo(all());
    }

    @Test
    void theHotlinesRolesAreNothingInAnotherBureau() {
        walk.assertMovesReserved(Bureau.ENV, "complaints.operator");
        walk.assertMovesReserved(Bureau.ENV, "complaints.identity-reader");
    }

    private Set<String> reachedAs(Bureau bureau, String... roles) {
        List<String> open = walk.endpoints().stream()
                .filter(EndpointWalk.Endpoint::open)
                .map(EndpointWalk.Endpoint::toString)
                .toList();
        Set<String> reached = new TreeSet<>();
        walk.reachableWith(Tokens.as("somebody", bureau, roles)).stream()
                .filter(endpoint -> !open.contains(endpoint))
                .filter(OF_OTHERS.negate())
                .forEach(reached::add);
        return reached;
    }

    @Test
    void aForeignBureauMeetsTheComplaintNowhere() {
        Map<String, Object> told = ComplaintsClient.told();
        told.put("address", "只有两家知道的地方");
        String number = client.takeDown(told).number();
        client.move(ComplaintsClient.OPERATOR, number, "acceptance").ok();
        client.move(ComplaintsClient.OPERATOR, number, "assignment", Map.of("bureau", "EDU", "joint", List.of("CIVIL")))
                .ok();
        client.post(ComplaintsClient.SUPERVISOR, "/complaints/" + number + "/urging", Map.of("words", "快办"));
        client.post(
                ComplaintsClient.SUPERVISOR,
                "/complaints/" + number + "/supervision",
                Map.of("reason", "other", "demand", "查清", "due", "2099-01-01"));
        String query = "?q=" + URLEncoder.encode("只有两家知道", StandardCharsets.UTF_8);
        for (Bureau bureau : Bureau.values()) {
            boolean own = bureau == Bureau.EDU || bureau == Bureau.CIVIL;
            for (String token : List.of(handler(bureau), head(bureau))) {
                assertThat(client.get(token, "/complaints/" + number).status())
                        .as(bureau + " page")
                        .isEqualTo(own ? 200 : 404);
                assertThat(client.get(token, "/api/complaints/v1/complaints/" + number)
                                .status())
                        .as(bureau + " interface")
                        .isEqualTo(own ? 200 : 404);
                for (String path : List.of(
                        "/complaints" + query,
                        "/complaints.csv" + query,
                        "/api/complaints/v1/complaints" + query,
                        "/complaints?q=" + number,
                        "/complaints/supervision",
                        "/complaints/supervision?show=urgings",
                        "/complaints/supervision.csv",
                        "/api/complaints/v1/urgings",
                        "/api/complaints/v1/supervisions",
                        "/complaints/todo")) {
                    ComplaintsClient.Answer answer = client.get(token, path);
                    assertThat(answer.status()).as(path).isEqualTo(200);
                    if (own && !path.equals("/complaints/todo")) {
                        assertThat(answer.body()).as(bureau + " " + path).contains(number);
                    } else if (!own) {
                        assertThat(answer.body()
                                        .replace("value=\"" + number + "\"", "")
                                        .replace("q=" + number, ""))
                                .as(bureau + " " + path)
                                .doesNotContain(number, "只有两家知道的地方");
                    }
                }
                ComplaintsClient.Answer way =
                        client.get(auditor(bureau), "/api/complaints/v1/audit?subject=complaint/" + number);
                assertThat(way.status()).isEqualTo(200);
                if (own) {
                    assertThat(way.body()).as(bureau + " audit").contains("complaint.assigned");
                } else {
                    assertThat(way.body()).as(bureau + " audit").isEqualTo("{\"items\":[]}");
                }
                if (!own) {
                    assertThat(client.read(token, "/complaints" + query)
                                    .path("total")
                                    .asLong())
                            .isZero();
                }
            }
        }
    }

    /** Somebody who handles complaints and reads the log as well. */
    private static String auditor(Bureau bureau) {
        return Tokens.as("auditor-" + bureau, bureau, "audit.reader", "complaints.handler");
    }

    @Test
    void aForeignBureauMovesNothing() {
        String number = client.assigned(Bureau.EDU).number();
        long before = client.version(number);
        String token = Tokens.as("both", Bureau.PLAN, "complaints.handler", "complaints.head");
        List<EndpointWalk.Endpoint> onFiles = walk.endpoints().stream()
                .filter(endpoint -> endpoint.path().contains("/{number}"))
                .toList();
        assertThat(onFiles).hasSizeGreaterThan(50);
        for (EndpointWalk.Endpoint endpoint : onFiles) {
            String path = endpoint.path()
                    .replace("{number}", number)
                    .replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000");
            ComplaintsClient.Answer answer = endpoint.method() == RequestMethod.GET
                    ? client.get(token, path)
                    : endpoint.json()
                            ? client.post(token, path.replace("/api/complaints/v1", ""), Map.of("version", before))
                            : client.form(token, path, Map.of("version", before));
            assertThat(answer.status()).as(endpoint + "\n" + answer.body()).isIn(403, 404);
        }
        assertThat(client.version(number)).isEqualTo(before);
    }

    @Test
    void aBureauCountsOnlyItsOwn() {
        for (int i = 0; i < 3; i++) {
            client.assigned(Bureau.CIVIL);
        }
        long all = client.read(ComplaintsClient.SUPERVISOR, "/statistics")
                .path("total")
                .path("counts")
                .path("received")
                .asLong();
        long own = client.read(head(Bureau.CIVIL), "/statistics")
                .path("total")
                .path("counts")
                .path("received")
                .asLong();
        assertThat(own).isBetween(3L, all);
        assertThat(client.read(head(Bureau.QTS), "/statistics")
                        .path("total")
                        .path("counts")
                        .path("received")
                        .asLong())
                .isZero();
        assertThat(client.get(head(Bureau.QTS), "/complaints/statistics.csv").body())
                .doesNotContain("区民政局");
    }
}
