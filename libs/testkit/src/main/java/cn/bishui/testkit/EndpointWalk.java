package cn.bishui.testkit;

import cn.bishui.contracts.Bureau;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Calls every endpoint of the service under test, as anybody the test likes, over real HTTP. */
public final class EndpointWalk {

    private static final Set<RequestMethod> WITHOUT_BODY = Set.of(RequestMethod.GET, RequestMethod.DELETE);

    private final ApplicationContext context;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    EndpointWalk(ApplicationContext context) {
        this.context = context;
    }

    /**
     * A controller method of the service.
     *
     * @param path its pattern, such as {@code /api/permits/v1/permits/{id}}
     * @param open whether it is marked public
     */
    public record Endpoint(RequestMethod method, String path, boolean json, boolean open) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Every endpoint of our own, in the order of their paths. */
    public List<Endpoint> endpoints() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(mapped -> mapped.getValue().getBeanType().getName().startsWith("cn.bishui."))
                .flatMap(mapped -> endpoints(mapped.getKey(), mapped.getValue()))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    /**
     * The status with which each endpoint answers.
     *
     * @param token bearer token, null for somebody who has none
     */
    public Map<Endpoint, Integer> statuses(@Nullable String token) {
        Map<Endpoint, Integer> statuses =
                new TreeMap<>(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
        endpoints().forEach(endpoint -> statuses.put(endpoint, call(endpoint, token)));
        return statuses;
    }

    /** The endpoints, as {@code GET /path}, that let a person with these roles past the door. */
    public List<String> reachableWith(String token) {
        return statuses(token).entrySet().stream()
                .filter(called -> called.getValue() != 401 && called.getValue() != 403)
                .map(called -> called.getKey().toString())
                .toList();
    }

    /**
     * Asserts that whatever is not marked public answers 401 without a token, and 403 with the token of somebody who
     * has no role.
     *
     * @param roleless endpoints, as {@code GET /path}, that every signed-in person may call
     * @throws AssertionError naming each endpoint that does otherwise
     */
    public void assertGuarded(String... roleless) {
        Set<String> forEverybody = Set.of(roleless);
        Map<Endpoint, Integer> withoutToken = statuses(null);
        Map<Endpoint, Integer> withoutRoles = statuses(Tokens.withoutRoles());
        if (withoutToken.isEmpty()) {
            throw new AssertionError("the service has no endpoint");
        }
        List<String> wrong = Stream.concat(
                        wrong(withoutToken, "without a token", 401, Set.of()),
                        wrong(withoutRoles, "without a role", 403, forEverybody))
                .toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    /**
     * Asserts that whoever has these roles, or some of them, in another bureau, or in none, is refused every move: every endpoint but
     * {@code GET}s and public ones answers 403; while in the bureau itself it lets past what it lets past.
     *
     * @throws AssertionError naming each move that others reach, or where the bureau itself reaches none
     */
    public void assertMovesReserved(Bureau owner, String... roles) {
        List<String> wrong = new ArrayList<>();
        for (Bureau bureau : Bureau.values()) {
            List<String> reached = movesReachedWith(Tokens.as("somebody", bureau, roles));
            if (bureau != owner) {
                reached.forEach(move -> wrong.add(move + " as " + String.join(", ", roles) + " of " + bureau));
            } else if (reached.isEmpty()) {
                wrong.add(String.join(", ", roles) + " of " + bureau + " reach no move");
            }
        }
        movesReachedWith(Tokens.ofUnit("holder", "91110000100000000X", roles))
                .forEach(move -> wrong.add(move + " as a permit holder"));
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    private List<String> movesReachedWith(String token) {
        return endpoints().stream()
                .filter(each -> each.method() != RequestMethod.GET && !each.open())
                .filter(each -> call(each, token) != 403)
                .map(Endpoint::toString)
                .toList();
    }

    private static Stream<String> wrong(
            Map<Endpoint, Integer> statuses, String who, int expected, Set<String> exceptions) {
        return statuses.entrySet().stream()
                .filter(called -> !called.getKey().open())
                .filter(called -> !exceptions.contains(called.getKey().toString()))
                .filter(called -> called.getValue() != expected)
                .map(called -> "%s %s: %d instead of %d".formatted(called.getKey(), who, called.getValue(), expected));
    }

    private int call(Endpoint endpoint, @Nullable String token) {
        String path = endpoint.path().replaceAll("\\{\\*?[^}]+}", "1").replace("**", "x");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (WITHOUT_BODY.contains(endpoint.method())) {
            request.method(endpoint.method().name(), BodyPublishers.noBody());
        } else {
            request.header(
                            "Content-Type",
                            endpoint.json()
                                    ? MediaType.APPLICATION_JSON_VALUE
                                    : MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                    .method(endpoint.method().name(), BodyPublishers.ofString(endpoint.json() ? "{}" : ""));
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(endpoint + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        boolean json = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                        .noneMatch(type ->
                                type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED) && !type.isWildcardType())
                && takesBody(handler);
        return mapping.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Endpoint(method, path, json, isPublic(handler))));
    }

    private static boolean takesBody(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    /** By name: the marker's library has tests of its own that use this. */
    private static boolean isPublic(HandlerMethod handler) {
        return Stream.of(handler.getMethod(), handler.getBeanType())
                .flatMap(element -> Arrays.stream(element.getAnnotations()))
                .anyMatch(annotation -> annotation.annotationType().getName().equals("cn.bishui.web.Public"));
    }
}
