package cn.bishui.web.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a service gets from this library, over real HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GalleryIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String[] as(String roles) {
        return new String[] {"Authorization", "Bearer " + roles};
    }

    @Test
    void rendersEveryFragmentInBothLanguages() throws Exception {
        HttpResponse<String> chinese = get("/gallery", as("permits.clerk"));
        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(chinese.body())
                .contains("lang=\"zh-CN\"", "2026-11-26 周四", "还有2天", "逾期4天", "超标1.3倍", "第1–7条，共310条", "排污许可证")
                .contains("aria-current=\"true\"", "区环保局", "许可经办")
                .doesNotContain("??", "看不见", "href=\"/enforcement\"");

        HttpResponse<String> english = get("/gallery?lang=en", as("permits.clerk"));
        assertThat(english.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).startsWith("lang=en").contains("SameSite=Lax"));
        assertThat(english.body())
                .contains("lang=\"en\"", "2026-11-26 Thu", "2 days left")
                .doesNotContain("??");
        assertThat(get("/gallery", "Authorization", "Bearer permits.clerk", "Cookie", "lang=en")
                        .body())
                .contains("lang=\"en\"");
    }

    @Test
    void dataInAChartCannotEndItsScript() throws Exception {
        assertThat(get("/gallery", as("permits.clerk")).body()).doesNotContain("\"note\":\"</script>");
    }

    @Test
    void allowsNoInlineScriptAndNoFraming() throws Exception {
        HttpResponse<String> page = get("/gallery/open");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe-inline"));
        assertThat(page.body()).doesNotContain("style=\"", "onclick=", "<script>");
    }

    @Test
    void servesAssetsUnderAddressesThatMayBeKeptForAYear() throws Exception {
        String page = get("/gallery/open").body();
        String sheet = page.replaceAll("(?s).*href=\"(/assets/bishui-[0-9a-f]{32}\\.css)\".*", "$1");
        HttpResponse<String> css = get(sheet);
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public");
        assertThat(css.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(15 * 1024);
        String tabler = page.replaceAll("(?s).*href=\"(/webjars/[^\"]+\\.css)\".*", "$1");
        assertThat(tabler).matches(".*/\\d+\\.\\d+\\.\\d+/.*");
        assertThat(get(tabler).statusCode()).isEqualTo(200);
    }

    @Test
    void letsEverybodyReadWhatIsPublicAndNobodyElseTheRest() throws Exception {
        assertThat(get("/gallery/open").statusCode()).isEqualTo(200);
        assertThat(get("/gallery/public-by-path").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/gallery").statusCode()).isEqualTo(401);
        assertThat(get("/nowhere").statusCode()).isEqualTo(401);
        assertThat(get("/gallery/secret", as("permits.clerk")).statusCode()).isEqualTo(403);
        HttpResponse<String> approver = get("/gallery/secret", as("permits.approver"));
        assertThat(approver.statusCode()).isEqualTo(200);
        assertThat(approver.body()).isEqualTo("env-permit-clerk ENV");
    }

    @Test
    void refusesProgramsWithProblemDetails() throws Exception {
        assertProblem(get("/api/gallery/day"), 401, "unauthenticated");
        assertProblem(get("/api/gallery/day", as("bad")), 401, "unauthenticated");
        assertProblem(get("/api/gallery/day", as("permits.clerk")), 403, "forbidden");
        assertProblem(get("/api/gallery/day", as("keys-out-of-reach")), 503, "unavailable");
        assertProblem(get("/api/nowhere", as("permits.clerk")), 404, "not-found");
        assertProblem(get("/api/gallery/units", as("permits.clerk")), 405, "method");
    }

    @Test
    void tellsProgramsWhatWentWrong() throws Exception {
        assertProblem(get("/open/v1/fails/rule"), 422, "gallery.four-eyes")
                .contains("经办人“许可经办”不能审批自己提交的许可证。", "urn:bishui:problem:gallery.four-eyes");
        assertProblem(get("/open/v1/fails/rule", "Accept-Language", "en-GB"), 422, "gallery.four-eyes")
                .contains("drafted this permit");
        assertProblem(get("/open/v1/fails/field"), 422, "invalid-input")
                .contains("{\"field\":\"approver\",\"message\":\"经办人“许可经办”");
        assertProblem(get("/open/v1/fails/conflict"), 409, "gallery.four-eyes");
        assertProblem(get("/open/v1/fails/too-many"), 429, "gallery.four-eyes");
        assertThat(get("/open/v1/fails/too-many").headers().firstValue("Retry-After"))
                .hasValue("91");
        assertProblem(get("/open/v1/fails/missing"), 404, "not-found");
        assertProblem(get("/open/v1/fails/stale"), 409, "stale");
        assertProblem(get("/open/v1/fails/down"), 503, "unavailable").contains("许可");
        assertProblem(get("/open/v1/fails/unforeseen"), 500, "internal").doesNotContain("secret of the house");
    }

    @Test
    void namesTheFieldsOfABadRequest() throws Exception {
        assertProblem(get("/api/gallery/day?day=x", as("permits.approver")), 400, "invalid")
                .contains("{\"field\":\"day\",\"message\":\"格式不对\"}");
        assertProblem(
                        post("{\"limit\":-1,\"from\":\"2026-11-24\",\"code\":\"x\",\"trade\":\"y\",\"name\":\" \"}"),
                        400,
                        "invalid")
                .contains("{\"field\":\"limit\",\"message\":\"应大于0\"}", "{\"field\":\"name\",\"message\":\"请填写\"}");
        assertProblem(post("{\"from\":\"2026-13-01\"}"), 400, "invalid").contains("\"field\":\"from\"");
        assertProblem(post("{"), 400, "invalid");
    }

    private HttpResponse<String> post(String json) throws IOException, InterruptedException {
        return send(request("/api/gallery/units", as("permits.clerk"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertProblem(
            HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return assertThat(response.body()).contains("\"status\":" + status, "\"code\":\"" + code + "\"");
    }

    @Test
    void tellsPeopleOnAPageWithANextStep() throws Exception {
        HttpResponse<String> missing = get("/gallery/fails/missing", as("permits.clerk"));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("<!DOCTYPE html>", "找不到", "请检查地址", "href=\"/desk\"");
        HttpResponse<String> anonymous = get("/gallery");
        assertThat(anonymous.body()).contains("<!DOCTYPE html>", "请先登录", "href=\"/desk\"");
        HttpResponse<String> fragment = get("/gallery/fails/down", "HX-Request", "true");
        assertThat(fragment.statusCode()).isEqualTo(503);
        assertThat(fragment.body()).contains("许可", "暂时没有应答").doesNotContain("<html");
        assertThat(get("/gallery/fails/unforeseen").body()).contains("编号").doesNotContain("secret of the house");
    }

    @Test
    void keepsAFormsValuesAndSaysWhatIsWrongBesideThem() throws Exception {
        assertThat(submit("name=&limit=12&code=91220201&trade=food&from=2026-11-24"))
                .contains("请改正以下内容", "href=\"#name\"", "id=\"name-error\"", "请填写", "value=\"91220201\"")
                .contains("value=\"2026-11-24\"", "<option value=\"food\" selected=\"selected\">");
        assertThat(submit("name=x&limit=abc&code=91220201&trade=food&from=2026-11-24"))
                .contains("href=\"#limit\"", "id=\"limit-error\"", "请填写数字", "value=\"abc\"");
    }

    private String submit(String form) throws IOException, InterruptedException {
        HttpResponse<String> page = send(request("/gallery", as("permits.clerk"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    @Test
    void givesTheTodoAsFragmentToTheDeskAndAsPageOtherwise() throws Exception {
        String fragment = get("/permits/todo", "Authorization", "Bearer permits.clerk", "HX-Request", "true")
                .body();
        assertThat(fragment)
                .contains("data-group=\"overdue\"", "data-due=\"2026-11-22\"")
                .doesNotContain("<html");
        assertThat(get("/permits/todo", as("permits.clerk")).body())
                .contains("<html", "data-group=\"later\"")
                .contains("还有12345项", "href=\"/permits/units?state=draft\"", "data-total=\"5\"");
    }

    @Test
    void sendsCsvThatASpreadsheetReadsAsText() throws Exception {
        HttpResponse<String> csv = get("/gallery/list.csv", as("permits.clerk"));
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("filename*=UTF-8''%E8%B6%85"));
        assertThat(csv.body()).isEqualTo("\ufeff单位,数值\r\n'=SUM(A1),-1.50\r\n");
    }

    @Test
    void neverLetsACsvFileThatFailedLookComplete() throws Exception {
        HttpResponse<String> atOnce = get("/gallery/broken.csv?after=0", as("permits.clerk"));
        assertThat(atOnce.statusCode()).isEqualTo(500);
        assertThat(atOnce.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(atOnce.headers().firstValue("Content-Disposition")).isEmpty();

        assertThatThrownBy(() -> get("/gallery/broken.csv?after=100000", as("permits.clerk")))
                .isInstanceOf(IOException.class);
    }
}
