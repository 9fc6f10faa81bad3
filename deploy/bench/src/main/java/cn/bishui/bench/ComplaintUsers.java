package cn.bishui.bench;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Citizens, operators, handlers and heads, each a thread that does one thing after the other: what one hands in another
 * accepts and a third one answers, while everybody searches, lists and tracks in a full store.
 */
final class ComplaintUsers {

    private static final String FILES = "/api/complaints/v1/complaints";
    private static final String CITIZENS = "/12369/api/complaints";
    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("\"secret\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*(\\d+)");
    private static final List<Bureau> BUREAUS = List.of(Bureau.ENV, Bureau.HOUSING, Bureau.WATER, Bureau.FORESTRY);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final int made;
    private final Queue<String> toDecide = new ConcurrentLinkedQueue<>();
    private final Map<Bureau, Queue<String>> toAnswer = new ConcurrentHashMap<>();
    private final Queue<String[]> toTrack = new ConcurrentLinkedQueue<>();
    private final String operator = Tokens.as("env-hotline-operator", Bureau.ENV, "complaints.operator");
    private final String supervisor = Tokens.as("gov-supervision-officer", Bureau.GOV, "complaints.supervisor");
    private final Map<Bureau, String> handlers = new ConcurrentHashMap<>();
    private final Map<Bureau, String> heads = new ConcurrentHashMap<>();
    private final AtomicLong seeds = new AtomicLong();

    /**
     * Users of a service.
     *
     * @param address of its HTTP port
     * @param made how many complaints the store was filled with
     */
    ComplaintUsers(String address, int made) {
        this.address = address;
        this.made = made;
        for (Bureau bureau : BUREAUS) {
            toAnswer.put(bureau, new ConcurrentLinkedQueue<>());
            handlers.put(bureau, Tokens.as("handler-" + bureau, bureau, "complaints.handler"));
            heads.put(bureau, Tokens.as("head-" + bureau, bureau, "complaints.head"));
        }
    }

    /** Lets so many users do so many things together; none waits for another, nor rests longer than it is told. */
    Samples run(int users, int things, Duration rest) throws InterruptedException {
        Samples samples = new Samples();
        AtomicLong left = new AtomicLong(things);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            User user = new User(samples, new Random(seeds.incrementAndGet()));
            threads.add(Thread.ofVirtual().start(() -> {
                while (left.getAndDecrement() > 0) {
                    user.doSomething();
                    user.rest(rest);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return samples;
    }

    /** One of them. */
    private final class User {

        private final Samples samples;
        private final Random random;
        private final ComplaintTexts texts;

        User(Samples samples, Random random) {
            this.samples = samples;
            this.random = random;
            this.texts = new ComplaintTexts(random);
        }

        void doSomething() {
            int chance = random.nextInt(100);
            if (chance < 20) {
                create();
            } else if (chance < 35) {
                decide();
            } else if (chance < 50) {
                answer();
            } else if (chance < 70) {
                search();
            } else if (chance < 90) {
                list();
            } else {
                track();
            }
        }

        void rest(Duration longest) {
            if (!longest.isZero()) {
                try {
                    Thread.sleep(random.nextLong(2 * longest.toMillis()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void create() {
            String street = texts.street();
            String body = """
                    {"content":"%s","address":"%s","longitude":"126.5%d","latitude":"43.8%d","pollutionType":"水","contact":{"name":"张某","phone":"13800000001"}}""".formatted(
                    texts.content(street), texts.address(street), random.nextInt(1, 1000), random.nextInt(1, 1000));
            String answer = ask(
                    "create",
                    201,
                    request(CITIZENS)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(json(body)));
            String number = found(NUMBER, answer);
            String secret = found(SECRET, answer);
            if (number != null && secret != null) {
                toDecide.add(number);
                toTrack.add(new String[] {number, secret});
            }
        }

        private void decide() {
            String number = toDecide.poll();
            if (number == null) {
                create();
                return;
            }
            String version = version(number, operator);
            move("accept", number, "acceptance", operator, "{\"version\":%s}".formatted(version));
            Bureau bureau = BUREAUS.get(random.nextInt(BUREAUS.size()));
            boolean assigned = move(
                    "assign",
                    number,
                    "assignment",
                    operator,
                    "{\"bureau\":\"%s\",\"joint\":[],\"version\":%s}".formatted(bureau, next(version)));
            if (assigned) {
                toAnswer.getOrDefault(bureau, toDecide).add(number);
            }
        }

        private void answer() {
            for (Bureau bureau : BUREAUS) {
                String number = toAnswer.getOrDefault(bureau, toDecide).poll();
                if (number != null) {
                    answer(number, bureau);
                    return;
                }
            }
            decide();
        }

        private void answer(String number, Bureau bureau) {
            String handler = handlers.getOrDefault(bureau, operator);
            String version = version(number, handler);
            move("take", number, "taking", handler, "{\"version\":%s}".formatted(version));
            String result = """
                    {"finding":"true","checked":"现场检查排口和治理设施，并采样检测。","found":"排口水样化学需氧量超过排放限值。","action":"责令立即改正，立案调查。","answer":"您反映的问题属实，已责令改正，并将继续跟踪。","version":%s}""".formatted(next(version));
            move("draft", number, "result", handler, result);
            move(
                    "answer (sign)",
                    number,
                    "result/signature",
                    heads.getOrDefault(bureau, operator),
                    "{\"version\":%s}".formatted(next(next(version))));
        }

        private void search() {
            List<String> searches = ComplaintTexts.searches();
            String words = searches.get(random.nextInt(searches.size()));
            boolean ofBureau = random.nextInt(3) == 0;
            String token = ofBureau ? handlers.getOrDefault(any(), operator) : supervisor;
            ask(
                    ofBureau ? "search (bureau)" : "search",
                    200,
                    request(FILES + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), token));
        }

        private void list() {
            switch (random.nextInt(5)) {
                case 0 -> ask("list newest", 200, request(FILES, supervisor));
                case 1 -> ask("list bureau", 200, request(FILES, handlers.getOrDefault(any(), operator)));
                case 2 ->
                    ask(
                            "list bureau open",
                            200,
                            request(FILES + "?state=open", handlers.getOrDefault(any(), operator)));
                case 3 -> ask("list overdue", 200, request(FILES + "?state=overdue&sort=due", supervisor));
                default ->
                    ask(
                            "list state and bureau",
                            200,
                            request(FILES + "?state=investigating&bureau=" + any(), supervisor));
            }
        }

        private void track() {
            String[] own = random.nextBoolean() ? toTrack.poll() : null;
            long place = 1 + random.nextLong(made);
            String number = own == null ? ComplaintStore.number(place) : own[0];
            String secret = own == null ? ComplaintStore.secret(place) : own[1];
            ask("track", 200, request(CITIZENS + "/" + number + "?secret=" + secret));
        }

        private Bureau any() {
            return BUREAUS.get(random.nextInt(BUREAUS.size()));
        }

        private String version(String number, String token) {
            String version = found(VERSION, ask("read file", 200, request(FILES + "/" + number, token)));
            return version == null ? "0" : version;
        }

        private static String next(String version) {
            return Long.toString(Long.parseLong(version) + 1);
        }

        private boolean move(String operation, String number, String path, String token, String body) {
            return ask(
                            operation,
                            200,
                            request(FILES + "/" + number + "/" + path, token).POST(json(body)))
                    != null;
        }

        /** Requests come through the portal, which tells the service from where: everybody from an address of their own. */
        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Duration.ofMinutes(1))
                    .header(
                            "X-Forwarded-For",
                            "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
        }

        private HttpRequest.Builder request(String path, String token) {
            return request(path).header("Authorization", "Bearer " + token);
        }

        private static HttpRequest.BodyPublisher json(String body) {
            return HttpRequest.BodyPublishers.ofString(body);
        }

        /** The answer's body, null where it was not the right one. */
        private @Nullable String ask(String operation, int right, HttpRequest.Builder request) {
            HttpRequest built = request.header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .build();
            long begin = System.nanoTime();
            try {
                HttpResponse<String> response = http.send(built, HttpResponse.BodyHandlers.ofString());
                boolean ok = response.statusCode() / 100 == right / 100;
                samples.add(operation, begin, ok, ok ? "" : response.statusCode() + " " + shortened(response.body()));
                return ok ? response.body() : null;
            } catch (IOException e) {
                samples.add(operation, begin, false, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }

        private static String shortened(String text) {
            return text.length() > 200 ? text.substring(0, 200) : text;
        }

        private static @Nullable String found(Pattern pattern, @Nullable String text) {
            if (text == null) {
                return null;
            }
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? matcher.group(1) : null;
        }
    }
}
