package cn.bishui.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Streets, and complaints at every stage of their way, put in through the complaints service's own interface by the posts
 * whose work it is. One that is there already goes on from where it stands.
 */
final class DemoComplaints {

    /** How far a complaint is taken, one after the other. */
    private static final List<String> WAY =
            List.of("received", "accepted", "assigned", "investigating", "drafted", "answered");

    private final Tokens tokens;
    private final String url;

    DemoComplaints(Tokens tokens, String complaintsUrl) {
        this.tokens = tokens;
        this.url = complaintsUrl + "/api/complaints/v1";
    }

    /** Puts in what is missing. */
    void load() {
        try (var supervisor = new Api(url, tokens.of("env-hotline-supervisor"));
                var operator = new Api(url, tokens.of("env-hotline-operator"))) {
            if (supervisor.get("/streets").orElseThrow().path("streets").isEmpty()) {
                supervisor.put(
                        "/streets",
                        Map.of(
                                "streets",
                                DemoDistrict.rows("demo/streets.csv").stream()
                                        .map(row -> row.get("name"))
                                        .toList()));
            }
            for (Map<String, String> row : DemoDistrict.rows("demo/complaints.csv")) {
                bring(operator, row);
            }
        }
    }

    private void bring(Api operator, Map<String, String> row) {
        Map<String, String> told = new LinkedHashMap<>(row);
        told.keySet().removeAll(List.of("key", "until", "bureau", "finding"));
        told.values().removeIf(String::isEmpty);
        told.put("reach", "page");
        String path = "/complaints/"
                + operator.post("/complaints", told, Map.of("Idempotency-Key", "demo-" + row.get("key")))
                        .path("number")
                        .asText();
        String until = row.getOrDefault("until", "");
        if (until.equals("refused")) {
            if (state(operator, path).equals("received")) {
                operator.post(
                        path + "/refusal",
                        with(operator, path, "outcome", "not-accept-other-department", "told", "社会生活噪声请向公安机关反映。"));
            }
            return;
        }
        String bureau = row.getOrDefault("bureau", "").toLowerCase(Locale.ROOT);
        for (String stage : WAY.subList(1, WAY.indexOf(until) + 1)) {
            if (WAY.indexOf(state(operator, path)) == WAY.indexOf(stage) - 1) {
                move(operator, path, stage, bureau, row.getOrDefault("finding", ""));
            }
        }
    }

    private void move(Api operator, String path, String stage, String bureau, String finding) {
        switch (stage) {
            case "accepted" -> operator.post(path + "/acceptance", with(operator, path));
            case "assigned" ->
                operator.post(path + "/assignment", with(operator, path, "bureau", bureau.toUpperCase(Locale.ROOT)));
            case "investigating" -> as(handler(bureau), path + "/taking", with(operator, path));
            case "drafted" ->
                as(
                        handler(bureau),
                        path + "/result",
                        with(
                                operator,
                                path,
                                "finding",
                                finding,
                                "checked",
                                "现场检查、走访并采样。",
                                "found",
                                "已查明情况，详见检查记录。",
                                "action",
                                "已要求限期整改并安排复查。",
                                "answer",
                                "您反映的情况已经查实处理，结果见上。感谢您的监督。"));
            case "answered" -> as(bureau + "-head", path + "/result/signature", with(operator, path));
            default -> throw new IllegalArgumentException(stage);
        }
    }

    private static String handler(String bureau) {
        return bureau.equals("env") ? "env-inspector" : bureau + "-clerk";
    }

    private void as(String person, String path, Map<String, String> body) {
        try (var api = new Api(url, tokens.of(person))) {
            api.post(path, body);
        }
    }

    private static String state(Api api, String path) {
        return seen(api, path).path("state").asText();
    }

    private static Map<String, String> with(Api api, String path, String... fields) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("version", seen(api, path).path("version").asText());
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return body;
    }

    private static JsonNode seen(Api api, String path) {
        return api.get(path).orElseThrow();
    }
}
