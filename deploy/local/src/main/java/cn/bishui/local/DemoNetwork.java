package cn.bishui.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Waters, sections, sources, wells and black-odorous points, and the samples and rounds of a year, put in through the monitoring service's own interface by
 * the posts whose work it is. A sample that is there already goes on from where it stands.
 */
final class DemoNetwork {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Day of the month on which the sections are sampled. */
    private static final int SAMPLED_ON = 5;

    private static final int MONTHS = 12;

    private static final int WORKERS = 4;

    /** Months of a quarter. */
    private static final int QUARTER = 3;

    private final Tokens tokens;
    private final String url;
    private final YearMonth month = YearMonth.now(ZONE);

    DemoNetwork(Tokens tokens, String monitoringUrl) {
        this.tokens = tokens;
        this.url = monitoringUrl + "/api/monitoring/v1";
    }

    /** Puts in what is missing. */
    void load() {
        List<Map<String, String>> samples = DemoDistrict.rows("demo/samples.csv");
        try (var planner = new Api(url, tokens.of("env-network-planner"));
                var head = new Api(url, tokens.of("env-head"));
                var team = new Team(tokens, url, "env")) {
            for (Map<String, String> site : DemoDistrict.rows("demo/sites.csv")) {
                bring(planner, head, site);
            }
            DemoDistrict.rows("demo/courses.csv").forEach(course -> draw(planner, course));
            if (!isGraded(team.head)) { // which comes last
                team.certify();
                DemoDistrict.rows("demo/base.csv").forEach(row -> enterBase(team.head, row));
                Map<String, List<Runnable>> bySite = new LinkedHashMap<>();
                List<Map<String, String>> chemicals = DemoDistrict.rows("demo/chemicals.csv");
                samples.forEach(row -> bySite.computeIfAbsent(text(row, "site"), site -> new ArrayList<>())
                        .add(() -> bring(team, row, withChemicals(row, chemicals))));
                drinking(team, bySite);
                beside(bySite.values());
                workInHand(team, samples);
                supplied();
                publish(head);
                grade(team);
            }
        }
    }

    /** Where a water runs: positions as {@code longitude latitude} with semicolons between them. */
    private static void draw(Api planner, Map<String, String> course) {
        String path = "/network/" + text(course, "site") + "/course";
        if (planner.get(path).orElseThrow().isEmpty()) {
            String positions = Arrays.stream(text(course, "positions").split(";", -1))
                    .map(each -> "[" + each.replace(' ', ',') + "]")
                    .collect(Collectors.joining(","));
            planner.post(
                    path,
                    Map.of("shape", "{\"type\":\"LineString\",\"coordinates\":[" + positions + "]}", "reason", "示例数据"));
        }
    }

    private void bring(Api planner, Api head, Map<String, String> row) {
        Map<String, String> told = new LinkedHashMap<>(row);
        told.values().removeIf(String::isEmpty);
        String path = "/network/" + row.get("code");
        JsonNode site = planner.get(path).orElseGet(() -> planner.post("/network", told));
        if (state(site).equals("proposed")) {
            site = head.post(path + "/approve", version(site.path("site")));
        }
        if (state(site).equals("approved")) {
            planner.post(
                    path + "/activate",
                    Map.of(
                            "version", site.path("site").path("version").asText(),
                            "from", month.minusMonths(13).atDay(1).toString()));
        }
    }

    private static String state(JsonNode site) {
        return site.path("site").path("state").asText();
    }

    private static Map<String, String> version(JsonNode seen) {
        return Map.of("version", seen.path("version").asText());
    }

    /** So many months ago, or in the month of the calendar that was over last: ice belongs to the winter. */
    private LocalDate day(Map<String, String> row) {
        String calendar = row.get("calendarMonth");
        long monthsAgo = calendar == null
                ? Long.parseLong(text(row, "monthsAgo"))
                : Math.floorMod(month.getMonthValue() - 1 - Integer.parseInt(calendar), MONTHS) + 1;
        return month.minusMonths(monthsAgo).atDay(SAMPLED_ON);
    }

    private JsonNode find(Api reader, Map<String, String> row) {
        String site = text(row, "site");
        // what is looked for stands in numbers of samples too: Y-2 in SY-2026-000001
        JsonNode items = reader.get("/samples?size=100&q=" + site + "&month=" + YearMonth.from(day(row)))
                .orElseThrow()
                .path("items");
        for (JsonNode each : items) {
            if (each.path("site").asText().equals(site)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    private static Map<String, String> values(Map<String, String> row) {
        Map<String, String> values = new LinkedHashMap<>(row);
        values.keySet().removeAll(List.of("site", "monthsAgo", "calendarMonth", "condition"));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    /** What was found in a sample, and the chemicals that were looked for in it besides. */
    private static Map<String, String> withChemicals(Map<String, String> row, List<Map<String, String>> chemicals) {
        Map<String, String> values = values(row);
        chemicals.stream()
                .filter(each -> text(each, "site").equals(row.get("site"))
                        && text(each, "calendarMonth").equals(row.get("calendarMonth")))
                .forEach(each -> values.putAll(pairs(text(each, "values"))));
        return values;
    }

    /** Reads {@code w01001=7.2;w20124=0.03}. */
    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(";", -1)) {
            String[] found = pair.split("=", 2);
            pairs.put(found[0], found[1]);
        }
        return pairs;
    }

    /** Sets of items with their usual values. */
    private static Map<String, Map<String, String>> sets() {
        Map<String, Map<String, String>> sets = new LinkedHashMap<>();
        DemoDistrict.rows("demo/sets.csv")
                .forEach(row -> sets.computeIfAbsent(text(row, "set"), set -> new LinkedHashMap<>())
                        .put(text(row, "item"), text(row, "value")));
        return sets;
    }

    /** The usual values of a row's sets, and what was found otherwise. */
    private static Map<String, String> values(Map<String, String> row, Map<String, Map<String, String>> sets) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String set : text(row, "sets").split(" ", -1)) {
            if (!set.isEmpty()) { // a level alone
                values.putAll(Objects.requireNonNull(sets.get(set), set));
            }
        }
        values.putAll(pairs(text(row, "values")));
        return values;
    }

    /** Samples of a works outlet and of taps in the last quarter, each by the people of its bureau. */
    private void supplied() {
        Map<String, Map<String, String>> sets = sets();
        for (Map<String, String> row : DemoDistrict.rows("demo/supplied.csv")) {
            try (var team = new Team(tokens, url, text(row, "bureau"))) {
                team.certify();
                Map<String, String> taken = new LinkedHashMap<>(row);
                taken.put("monthsAgo", Integer.toString(intoQuarter() + 2));
                taken.put("condition", "normal");
                bring(team, taken, values(row, sets));
            }
        }
    }

    /** How many months of the running quarter are over. */
    private int intoQuarter() {
        return (month.getMonthValue() - 1) % QUARTER;
    }

    /** Approves the last quarter of drinking water, once. */
    private void publish(Api head) {
        YearMonth last = month.minusMonths(intoQuarter() + 1L);
        String path = "/drinking/" + last.getYear() + "-Q" + ((last.getMonthValue() - 1) / QUARTER + 1);
        JsonNode quarter = head.get(path).orElseThrow();
        if (quarter.path("reports").isEmpty()) {
            head.post(
                    path + "/approve",
                    Map.of(
                            "digest", quarter.path("digest").asText(),
                            "incompleteReason", "个别水源地有月份未采样（示例）",
                            "correctionReason", ""));
        }
    }

    /** Samples of sources and wells. */
    private void drinking(Team team, Map<String, List<Runnable>> bySite) {
        Map<String, Map<String, String>> sets = sets();
        for (Map<String, String> row : DemoDistrict.rows("demo/drinking.csv")) {
            Map<String, String> values = values(row, sets);
            bySite.computeIfAbsent(text(row, "site"), site -> new ArrayList<>()).add(() -> bring(team, row, values));
        }
    }

    /** The samples of a site one after the other, several sites beside each other. */
    private static void beside(Collection<List<Runnable>> sites) {
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            List<? extends Future<?>> running = sites.stream()
                    .map(each -> workers.submit(() -> each.forEach(Runnable::run)))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new Refusal(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    private static void enterBase(Api head, Map<String, String> row) {
        Map<String, String> values = new LinkedHashMap<>(row);
        values.keySet().removeAll(List.of("section", "waterClass"));
        head.post(
                "/assessments/base",
                Map.of(
                        "section",
                        text(row, "section"),
                        "waterClass",
                        text(row, "waterClass"),
                        "source",
                        "示例年度环境质量报告",
                        "values",
                        values));
    }

    private static boolean isGraded(Api head) {
        String water = text(DemoDistrict.rows("demo/rounds.csv").getFirst(), "water");
        return !head.get("/odorous/" + water).orElseThrow().path("gradings").isEmpty();
    }

    /** The plan of this month: sources to be sampled, and of sections a sample for each reviewer and one to be released. */
    private void workInHand(Team team, List<Map<String, String>> samples) {
        List<String> planned = DemoDistrict.rows("demo/sites.csv").stream()
                .filter(site -> List.of("section", "source").contains(text(site, "kind")))
                .map(site -> text(site, "code"))
                .toList();
        List<String> sites =
                samples.stream().map(row -> text(row, "site")).distinct().toList();
        team.head.post(
                "/sampling-plans",
                Map.of(
                        "sites",
                        planned,
                        "month",
                        month.toString(),
                        "due",
                        month.atEndOfMonth().toString()));
        int reviewed = 0;
        for (String site : sites) {
            Map<String, String> row = new LinkedHashMap<>(samples.stream()
                    .filter(each -> text(each, "site").equals(site)
                            && text(each, "condition").equals("normal"))
                    .findFirst()
                    .orElseThrow());
            row.remove("calendarMonth");
            row.put("monthsAgo", "0");
            if (day(row).isAfter(LocalDate.now(ZONE))) {
                return; // nothing of this month can have been taken yet
            }
            bring(team, row, values(row), reviewed++);
        }
    }

    /** Rounds at the points of the black-odorous water, and its grade over each month of them. */
    private void grade(Team team) {
        Map<LocalDate, Map<String, String>> rounds = new LinkedHashMap<>();
        String water = "";
        for (Map<String, String> row : DemoDistrict.rows("demo/rounds.csv")) {
            water = text(row, "water");
            LocalDate day =
                    month.minusMonths(Long.parseLong(text(row, "monthsAgo"))).atDay(Integer.parseInt(text(row, "day")));
            Map<String, String> values = rounds.computeIfAbsent(day, of -> new LinkedHashMap<>());
            for (String each : List.of("transparency", "depth", "oxygen", "redox", "ammonia")) {
                values.put(text(row, "point") + "/" + each, text(row, each));
            }
        }
        String path = "/odorous/" + water;
        rounds.forEach(
                (day, values) -> team.analyst.post(path + "/rounds", Map.of("day", day.toString(), "values", values)));
        rounds.keySet().stream()
                .map(YearMonth::from)
                .distinct()
                .forEach(each -> team.head.post(
                        path + "/grades",
                        Map.of(
                                "from",
                                each.atDay(1).toString(),
                                "to",
                                each.atEndOfMonth().toString())));
    }

    private void bring(Team team, Map<String, String> row, Map<String, String> values) {
        String path = bring(team, row, values, Team.STAGES.size());
        JsonNode sample = team.analyst.get(path).orElseThrow().path("sample");
        if (sample.path("work").path("stage").asText().equalsIgnoreCase("signed")) {
            team.head.post(path + "/release", version(sample));
        }
    }

    /** Brings a sample on as far as so many reviewers; returns its path. */
    private String bring(Team team, Map<String, String> row, Map<String, String> values, int reviews) {
        JsonNode found = find(team.analyst, row);
        String number = found.isMissingNode()
                ? team.analyst
                        .post(
                                "/samples",
                                Map.of(
                                        "site", text(row, "site"),
                                        "takenOn", day(row).toString(),
                                        "condition", text(row, "condition"),
                                        "note", note(text(row, "condition"))))
                        .path("sample")
                        .path("number")
                        .asText()
                : found.path("number").asText();
        String path = "/samples/" + number;
        JsonNode sample = team.analyst.get(path).orElseThrow().path("sample");
        if (sample.path("work").path("stage").asText().equalsIgnoreCase("draft")) {
            if (!values.isEmpty()) {
                sample = team.analyst
                        .put(
                                path + "/values",
                                Map.of(
                                        "version", sample.path("version").asText(),
                                        "analysedOn", day(row).plusDays(2).toString(),
                                        "values", values))
                        .path("sample");
            }
            sample = team.analyst.post(path + "/submit", version(sample)).path("sample");
        }
        for (Api reviewer : team.reviewersFrom(sample.path("work").path("stage").asText(), reviews)) {
            sample = reviewer.post(path + "/review", version(sample)).path("sample");
        }
        return path;
    }

    /** Why nothing was taken, where nothing was. */
    private static String note(String condition) {
        return switch (condition) {
            case "ice" -> "断面封冻，冰厚 0.6 米";
            case "dry" -> "断面断流";
            case "no-access" -> "道路中断，无法到达";
            default -> "";
        };
    }

    private static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** Who analyses, reviews and releases. */
    private static final class Team implements AutoCloseable {

        private static final List<String> STAGES = List.of("submitted", "checked", "reviewed");

        private final String laboratory;
        private final Api analyst;
        private final List<Api> reviewers;
        private final Api head;

        Team(Tokens tokens, String url, String bureau) {
            laboratory = bureau + "-lab";
            analyst = new Api(url, tokens.of(laboratory + "-analyst"));
            reviewers = List.of(
                    new Api(url, tokens.of(laboratory + "-checker")),
                    new Api(url, tokens.of(laboratory + "-reviewer")),
                    new Api(url, tokens.of(laboratory + "-signer")));
            head = new Api(url, tokens.of(laboratory + "-head"));
        }

        /** Lets the analyst analyse everything, from long before the first sample. */
        void certify() {
            try {
                head.post(
                        "/certificates",
                        Map.of(
                                "number",
                                "SG-DEMO-" + laboratory.toUpperCase(Locale.ROOT),
                                "person",
                                laboratory + "-analyst",
                                "validFrom",
                                LocalDate.now(ZONE)
                                        .minusYears(2)
                                        .withDayOfYear(1)
                                        .toString(),
                                "validTo",
                                LocalDate.now(ZONE)
                                        .plusYears(2)
                                        .withDayOfYear(1)
                                        .toString()));
            } catch (ApiRefused there) {
                if (there.status() != 409) {
                    throw there;
                }
            }
        }

        /** The first reviewers, in their order, but for those who have reviewed what stands at a stage. */
        List<Api> reviewersFrom(String stage, int most) {
            int first = STAGES.indexOf(stage.toLowerCase(Locale.ROOT));
            return first < 0 || first >= most ? List.of() : reviewers.subList(first, most);
        }

        @Override
        public void close() {
            analyst.close();
            reviewers.forEach(Api::close);
            head.close();
        }
    }
}
