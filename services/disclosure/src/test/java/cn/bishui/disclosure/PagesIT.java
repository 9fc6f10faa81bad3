package cn.bishui.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import cn.bishui.testkit.Tokens;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages, as everybody reads them. */
@BishuiIT
class PagesIT {

    private static final String EDITOR =
            "Bearer " + Tokens.as("env-publicity-officer", Bureau.ENV, "disclosure.editor");

    private final FactProbe probe;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Site site;
    private final Facts facts = new Facts();

    PagesIT(FactProbe probe, JdbcClient jdbc, SettableClock clock, Environment environment) {
        this.probe = probe;
        this.jdbc = jdbc;
        this.clock = clock;
        this.site = new Site(environment);
    }

    @BeforeEach
    void publish() {
        clock.setTo("2026-11-24T09:00");
        jdbc.sql("truncate publication, exceedance, clue, clue_exceedance, card, card_exceedance, permit cascade")
                .update();
        probe.send(facts.permit(1, "in-force"));
        probe.send(facts.exceedance(1));
        probe.send(facts.acidity(2));
        probe.send(facts.clueOpened(1));
        probe.send(facts.card(1));
        probe.send(facts.anchor(5));
        await().untilAsserted(() -> {
            assertThat(site.statuses(facts.unit)).contains("yellow-card").contains("found");
            assertThat(site.page("/units/" + facts.unit)).contains("001P");
            assertThat(site.page("/anchors")).contains("执法");
        });
    }

    private List<String> publicPages() {
        return List.of(
                "/",
                "/exceedances",
                "/exceedances?from=2026-11-01&to=2026-11-30&unit=" + facts.unit + "&pollutant=w01018&sort=-value",
                "/exceedances?unit=nobody",
                "/exceedances?from=yesterday",
                "/cards",
                "/cards?unit=nobody",
                "/units",
                "/units?q=nobody",
                "/units/" + facts.unit,
                "/anchors",
                "/anchors?service=enforcement",
                "/statistics/complaints",
                "/statistics/complaints?from=2026-01&to=2026-06",
                "/statistics/complaints?from=last-year");
    }

    @Test
    void speaksBothLanguagesOnEveryPage() {
        for (String path : publicPages()) {
            String chinese = site.page(path);
            assertThat(chinese)
                    .as(path)
                    .contains("lang=\"zh-CN\"")
                    .containsAnyOf("更新于")
                    .doesNotContain("??", "{0}", "null");
            String english =
                    site.get(path, "Accept", "text/html", "Cookie", "lang=en").body();
            assertThat(english)
                    .as(path)
                    .contains("lang=\"en\"", "Updated", "Exceedances")
                    .doesNotContain("??", "{0}", "null", "超标</a>");
        }
        for (String path : List.of("/disclosure", "/disclosure?kind=CARD", "/disclosure/todo")) {
            assertThat(site.get(path, "Authorization", EDITOR).body()).as(path).doesNotContain("??", "{0}");
            assertThat(site.get(path, "Authorization", EDITOR, "Cookie", "lang=en")
                            .body())
                    .as(path)
                    .contains("lang=\"en\"")
                    .doesNotContain("??", "{0}");
        }
    }

    @Test
    void needsNeitherScriptNorStyleInThePage() {
        for (String path : publicPages()) {
            assertThat(site.page(path)).as(path).doesNotContain("style=\"", "onclick=", "<script>");
        }
    }

    @Test
    void saysTodaysStateInOneSentence() {
        assertThat(site.page("/")).contains("今天公布了2条超标，涉及1家单位。", "今天出示了1张黄牌或红牌。");
        clock.setTo("2026-11-25T09:00");
        assertThat(site.page("/")).contains("今天没有公布新的超标。", "最近一次公布是 2026-11-24 周二");
    }

    @Test
    void saysHowToReportAndWhatTheNumbersMean() {
        assertThat(site.page("/"))
                .contains("href=\"tel:12369\"", "这些数字是什么意思", "data-url=\"/open/v1/outlets.geojson\"")
                .contains("DW001 废水总排放口，排入松花江")
                .contains("btn btn-primary\" href=\"/12369\"", "15日内告知是否受理", "60日内办结")
                .contains("href=\"/statistics/complaints\"");
    }

    @Test
    void linksToNothingThatIsNotThere() {
        for (String path : publicPages()) {
            String page = site.page(path);
            var links = java.util.regex.Pattern.compile("href=\"(/[^\"]*)\"").matcher(page);
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                if (!List.of("/desk", "/12369", "/judge").contains(link)) { // other services
                    assertThat(site.get(link, "Accept", "text/html,*/*;q=0.8").statusCode())
                            .as(path + " links to " + link)
                            .isIn(200, 400);
                }
            }
        }
    }

    @Test
    void filtersByDayUnitAndPollutant() {
        String own = "/exceedances?unit=" + facts.unit;
        assertThat(site.page(own)).contains("化学需氧量", "9.47");
        assertThat(site.page(own + "&pollutant=w01018")).contains("115.0").doesNotContain("9.47");
        assertThat(site.page(own + "&from=2026-11-23")).contains("没有符合条件的超标").doesNotContain("115.0");
        assertThat(site.page(own + "&to=2026-11-22")).contains("115.0");
        assertThat(site.page("/exceedances?unit=" + Site.encoded(facts.unitName.substring(0, 4))))
                .contains(facts.unitName);
    }

    @Test
    void saysWhatIsWrongWithAFilterAndKeepsWhatWasTyped() {
        HttpResponse<String> page = site.get("/exceedances?from=yesterday&unit=abc", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("日期格式应为 2026-11-23", "value=\"abc\"", "href=\"#from\"");
        assertThat(site.page("/exceedances?from=2026-11-24&to=2026-11-01")).contains("截止日期不能早于起始日期");
    }

    @Test
    void turnsPages() {
        Facts many = new Facts();
        for (int number = 1; number <= 30; number++) {
            probe.send(many.exceedance(number, Facts.DAY.minusDays(number), "60." + number, Facts.JUDGED));
        }
        await().untilAsserted(() ->
                assertThat(site.page("/exceedances?unit=" + many.unit)).contains("共30条"));
        String second = site.page("/exceedances?page=2&unit=" + many.unit);
        assertThat(second).contains("第26–30条，共30条", "60.30").doesNotContain("60.20");
        assertThat(site.page("/exceedances?sort=value&unit=" + many.unit))
                .contains("60.10")
                .doesNotContain("60.9&");
    }

    @Test
    void downloadsWhatTheListShows() {
        HttpResponse<String> csv = site.get("/exceedances.csv?unit=" + facts.unit);
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body())
                .startsWith("\ufeff监测日,单位,统一社会信用代码,排放口")
                .contains("2026-11-22," + facts.unitName, "115.0,50,mg/L,1.30,黄牌", "9.47,6–9,,,发现超标");
        assertThat(site.get("/cards.csv?unit=" + facts.unit).body())
                .contains(facts.cardNumber() + ",黄牌," + facts.unitName);
    }

    @Test
    void showsAUnitBeforeItsPermitIsKnown() {
        Facts unregistered = new Facts();
        probe.send(unregistered.exceedance(1));
        await().untilAsserted(() ->
                assertThat(site.get("/units/" + unregistered.unit).statusCode()).isEqualTo(200));
        assertThat(site.page("/units/" + unregistered.unit)).contains(unregistered.unitName, "登记簿里还没有");
    }

    @Test
    void tellsAnybodyThatAPageDoesNotExist() {
        for (String path : List.of("/nowhere", "/units/91220202MANOBODY1X", "/a/b/c")) {
            HttpResponse<String> page = site.get(path, "Accept", "text/html");
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.body()).as(path).contains("找不到", "回到首页");
        }
        assertThat(site.get("/open/v1/nothing").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void showsNothingOfWhoDidItOrWithWhichDevice() {
        for (String path : publicPages()) {
            assertThat(site.page(path)).as(path).doesNotContain("env-", "system:", "22020200000900005A000009");
        }
        assertThat(site.get("/open/v1/exceedances").body()).doesNotContain("22020200000900005A000009", "clue-");
        assertThat(site.get("/open/v1/cards").body()).doesNotContain("clue-");
    }

    @Test
    void letsBrowsersKeepAPageUntilSomethingIsPublished() {
        String path = "/units/" + facts.unit;
        HttpResponse<String> first = site.get(path, "Accept", "text/html");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(first.headers().firstValue("Content-Security-Policy")).isPresent();
        HttpResponse<String> again = site.get(path, "Accept", "text/html", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(site.get(path, "Accept", "text/html", "If-None-Match", etag, "Cookie", "lang=en")
                        .statusCode())
                .isEqualTo(200);
        probe.send(facts.exceedance(3));
        await().untilAsserted(() -> assertThat(site.get(path, "Accept", "text/html", "If-None-Match", etag)
                        .statusCode())
                .isEqualTo(200));
    }

    @Test
    void sendsTheSamePageToThoseWhoComeLater() {
        HttpResponse<String> made = site.get("/cards", "Accept", "text/html");
        HttpResponse<String> kept = site.get("/cards", "Accept", "text/html");
        assertThat(kept.body()).isEqualTo(made.body()).contains("</html>");
        assertThat(kept.headers().map().keySet()).isEqualTo(made.headers().map().keySet());
        assertThat(kept.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    }

    @Test
    void sendsAPageCompressedToThoseWhoTakeItSo() {
        HttpResponse<String> zipped = site.get("/units", "Accept", "text/html", "Accept-Encoding", "gzip, br");
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(zipped.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isLessThan(site.page("/units").length());
        assertThat(site.get("/units", "Accept", "text/html").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void makesAPageOnceForManyReadersAtOnce() throws InterruptedException {
        var bodies = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        var readers = new java.util.ArrayList<Thread>();
        for (int reader = 0; reader < 200; reader++) {
            readers.add(Thread.ofVirtual().start(() -> bodies.add(site.page("/?reader=many"))));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(bodies).hasSize(200);
        assertThat(java.util.Set.copyOf(bodies)).hasSize(1);
    }

    @Test
    void showsEditorsWhatWasPublishedAndHowLongItTook() {
        HttpResponse<String> page = site.get("/disclosure?size=200", "Authorization", EDITOR);
        assertThat(page.body())
                .contains("DailyLimitExceeded", "YellowCardShown", "PermitRegisterEntry", "AuditAnchored")
                .contains(facts.unitName + " · DW001 · 化学需氧量 · 2026-11-22", "24.0 小时");
        assertThat(site.get("/disclosure?kind=CARD", "Authorization", EDITOR).body())
                .contains(facts.cardNumber())
                .doesNotContain("DailyLimitExceeded");
        assertThat(site.get("/disclosure/publications.csv", "Authorization", EDITOR)
                        .body())
                .contains("DailyLimitExceeded", "86400.0");
        assertThat(site.get("/api/disclosure/v1/publications?kind=CARD", "Authorization", EDITOR)
                        .body())
                .contains("\"type\":\"YellowCardShown\"", "\"delay\":");
        assertThat(site.get("/disclosure/todo", "Authorization", EDITOR, "HX-Request", "true")
                        .body())
                .contains("data-total=\"0\"");
    }

    @Test
    void auditsWhatItPublishesButNoAnchors() {
        List<String> details = jdbc.sql("select details from audit_log where action = 'publication.made'")
                .query(String.class)
                .list();
        assertThat(details).filteredOn(each -> each.contains(facts.unitName)).hasSize(5);
        assertThat(details).noneMatch(each -> each.contains("AuditAnchored"));
    }
}
