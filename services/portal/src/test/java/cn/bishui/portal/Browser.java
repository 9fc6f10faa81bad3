package cn.bishui.portal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in takes: cookies, redirects one by one, Keycloak's form. */
final class Browser implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 8;

    /** Browsers send cookies that are for TLS only to localhost too, and Keycloak counts on it. */
    private static final CookiePolicy TRUSTING_LOCALHOST = (address, cookie) -> {
        cookie.setSecure(false);
        return true;
    };

    private final CookieManager cookies = new CookieManager(null, TRUSTING_LOCALHOST);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String home;

    Browser(String home) {
        this.home = home;
    }

    /** Asks for a page and stays where it is told to go elsewhere. */
    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        return send(request(address, headers).GET());
    }

    /** Asks for a page and goes wherever it leads. */
    HttpResponse<String> open(String address) throws IOException, InterruptedException {
        return follow(get(address));
    }

    /** Sends a form of our own pages. */
    HttpResponse<String> post(String address, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        return send(request(address, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home).resolve(address))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if (headers.length > 0) {
            List<String> all = List.of(headers);
            for (int i = 0; i < all.size(); i += 2) {
                request.setHeader(all.get(i), all.get(i + 1));
            }
        }
        return request;
    }

    HttpResponse<String> follow(HttpResponse<String> response) throws IOException, InterruptedException {
        HttpResponse<String> here = response;
        for (int i = 0; i < MOST_REDIRECTS && here.statusCode() / 100 == 3; i++) {
            here = get(here.uri().resolve(location(here)).toString());
        }
        return here;
    }

    /** Goes to a page that needs it, signs in, and comes back to that page. */
    HttpResponse<String> signIn(String address, String username, String password)
            throws IOException, InterruptedException {
        HttpResponse<String> login = open(address);
        Matcher form = FORM.matcher(login.body());
        if (!form.find()) {
            throw new AssertionError("no login form at " + login.uri() + ":\n" + login.body());
        }
        String action = form.group(1).replace("&amp;", "&");
        return follow(post(action, Map.of("username", username, "password", password)));
    }

    Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** Forgets Keycloak's cookies, as where its session has ended. */
    void forgetKeycloak() {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("KEYCLOAK")
                        || cookie.getName().startsWith("AUTH_SESSION")
                        || cookie.getName().startsWith("KC_"))
                .toList()
                .forEach(cookie -> store.remove(null, cookie));
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError("no Location"));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.close();
    }
}
