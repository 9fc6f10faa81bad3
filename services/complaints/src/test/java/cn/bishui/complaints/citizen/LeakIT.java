package cn.bishui.complaints.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import cn.bishui.complaints.contact.Mailbox;
import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.complaints.ComplaintRated;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.EndpointWalk;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import cn.bishui.testkit.Tokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;

/** A reporter's name and phone go through a complaint's whole life and come out nowhere but where they are asked for. */
@BishuiIT
class LeakIT {

    private static final String NAME = "欧阳不愿透露";
    private static final String PHONE = "13876504321";
    private static final String OTHER_NAME = "司徒同样不愿";
    private static final String OTHER_PHONE = "13976501234";
    private static final List<String> SECRETS = List.of(NAME, PHONE, OTHER_NAME, OTHER_PHONE);

    /** What everybody may know, to see that what is searched is really read. */
    private static final String KNOWN = "辨认得出的一句话";

    private static final String LISTENED = "the log is listened to";

    /** Everybody but who may look at identities, who is asked for a reason. */
    private static final Map<String, String> PEOPLE = people();

    private final Browser browser;
    private final Staff staff;
    private final Mailbox mailbox;
    private final EndpointWalk walk;
    private final FactProbe probe;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final Written log = new Written();

    LeakIT(
            ApplicationContext context,
            Mailbox mailbox,
            EndpointWalk walk,
            FactProbe probe,
            SettableClock clock,
            JdbcClient jdbc) {
        this.browser = new Browser(context.getEnvironment());
        this.staff = new Staff(context);
        this.mailbox = mailbox;
        this.walk = walk;
        this.probe = probe;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("operator", Tokens.as("hotline-operator", Bureau.ENV, "complaints.operator"));
        people.put("handler", Tokens.as("handler", Bureau.WATER, "complaints.handler"));
        people.put("head", Tokens.as("head", Bureau.WATER, "complaints.head"));
        people.put("supervisor", Tokens.as("supervisor", Bureau.GOV, "complaints.supervisor"));
        people.put("reader", Tokens.as("reader", Bureau.CDI, "complaints.reader"));
        people.put(
                "call-back", Tokens.as("call-back", Bureau.ENV, "complaints.operator", "complaints.identity-reader"));
        people.put("auditor", Tokens.as("auditor", Bureau.CDI, "audit.reader"));
        people.put(
                "auditing supervisor",
                Tokens.as("auditing-supervisor", Bureau.GOV, "audit.reader", "complaints.supervisor"));
        people.put("platform", Tokens.as("platform", Bureau.ENV, "platform.operator"));
        return people;
    }

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
        ours().setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
        ours().setLevel(null);
    }

    @Test
    void aReportersNameAndPhoneAreNowhereInClearButInTheAnswerToWhoMayAsk() {
        clock.setTo("2026-03-02T09:00");
        Map<String, String> keys = reportedWithProvedPhone();
        String number = keys.get("number");
        String sent = browser.postJson(
                        "/12369/api/complaints",
                        "{\"content\":\"" + KNOWN + "\",\"address\":\"示例街1号\",\"contact\":{\"name\":\"" + OTHER_NAME
                                + "\",\"phone\":\"" + OTHER_PHONE + "\"}}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .body();
        assertThat(sent).contains("\"number\"").doesNotContain(SECRETS);

        staff.dealWith(number, "您反映的情况属实。");
        await().untilAsserted(() -> assertThat(mailbox.newest(50))
                .as("the reporter is told by phone")
                .anyMatch(message ->
                        message.phone().equals(PHONE) && message.text().contains("您反映的情况属实。")));
        Map<String, String> rating = new HashMap<>(keys);
        rating.put("satisfaction", "2");
        browser.post("/12369/track/rating", rating);
        Map<String, String> facts = new HashMap<>(keys);
        facts.put("words", "昨晚又有");
        browser.post("/12369/track/facts", facts);
        Map<String, String> asking = new HashMap<>(keys);
        asking.put("why", "没有到现场看过");
        browser.post("/12369/track/reexamination", asking);
        staff.confirm(number, "维持原答复。");
        HttpResponse<String> progress = browser.post("/12369/track", keys);
        assertThat(progress.body()).contains("维持原答复。").doesNotContain(SECRETS);
        clock.setTo("2026-04-02T09:00");
        await().untilAsserted(
                        () -> assertThat(browser.post("/12369/track", keys).body())
                                .contains("已办结")
                                .doesNotContain(SECRETS));

        assertThat(told(number)).as("Kafka").doesNotContain(SECRETS).contains(number);
        assertThat(shown(number)).as("pages, downloads, interfaces").isEmpty();
        ours().info(LISTENED);
        assertThat(log.lines()).as("log").contains(LISTENED).noneMatch(LeakIT::leaks);
        assertThat(tablesWith(KNOWN)).as("tables are searched").contains("complaint");
        for (String secret : SECRETS) {
            // the local mailbox stands for the reporters' telephones: no platform with a gateway has anything in it
            assertThat(tablesWith(secret)).as("tables with " + secret).isSubsetOf("mailbox", "public.mailbox");
        }

        String identity = staff.id(number).toString();
        Map<String, String> reason = Map.of("reason", "回访核实办理情况");
        HttpResponse<String> looked = browser.post(
                "/complaints/identity/" + identity, reason, "Authorization", "Bearer " + PEOPLE.get("call-back"));
        assertThat(looked.body()).as("who may ask and says why").contains(NAME, PHONE);
        for (String person : List.of("operator", "handler", "head", "supervisor", "reader", "auditor")) {
            HttpResponse<String> refused = browser.post(
                    "/complaints/identity/" + identity, reason, "Authorization", "Bearer " + PEOPLE.get(person));
            assertThat(refused.statusCode()).as(person).isEqualTo(403);
        }
        assertThat(log.lines()).as("log of the look").noneMatch(LeakIT::leaks);
        assertThat(tablesWith(NAME)).as("record of the look").isEmpty();
    }

    private Map<String, String> reportedWithProvedPhone() {
        Map<String, String> form = browser.stampedReport(KNOWN, "示例街1号");
        form.put("reachable", "phone");
        form.put("name", NAME);
        form.put("phone", PHONE);
        String waiting = browser.post("/12369/report/code", form, List.of()).body();
        form.put("codeRequest", Browser.hidden(waiting, "codeRequest"));
        form.put("code", code());
        HttpResponse<String> receipt = browser.post("/12369/report", form, List.of());
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        assertThat(receipt.body()).doesNotContain(SECRETS);
        return Browser.keys(receipt);
    }

    private String code() {
        List<String> codes = new ArrayList<>();
        await().untilAsserted(() -> {
            mailbox.newest(50).stream()
                    .filter(message -> message.phone().equals(PHONE))
                    .map(message -> Pattern.compile("\\b\\d{6}\\b").matcher(message.text()))
                    .filter(Matcher::find)
                    .forEach(found -> codes.add(found.group()));
            assertThat(codes).isNotEmpty();
        });
        return codes.getFirst();
    }

    /** Everything that was told on any topic. */
    private String told(String number) {
        probe.await(ComplaintRated.class, fact -> fact.number().equals(number));
        StringBuilder all = new StringBuilder();
        probe.events().forEach(heard -> {
            all.append(heard.event().key()).append(new String(heard.event().value(), StandardCharsets.UTF_8));
            heard.event().headers().forEach(header -> all.append(new String(header.value(), StandardCharsets.UTF_8)));
        });
        return all.toString();
    }

    /** The addresses that show a secret to somebody. */
    private List<String> shown(String number) {
        String id = staff.id(number).toString();
        List<String> leaking = new ArrayList<>();
        int read = 0;
        for (EndpointWalk.Endpoint endpoint : walk.endpoints()) {
            // the mailbox stands in for the reporter's own phone, and only where a platform is tried out
            if (endpoint.method() != RequestMethod.GET || endpoint.path().equals("/12369/mailbox")) {
                continue;
            }
            for (String named : List.of(number, id)) {
                String path = endpoint.path().replaceAll("\\{[^}]+}", named);
                for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
                    HttpResponse<String> answer = browser.get(path, "Authorization", "Bearer " + person.getValue());
                    read += answer.statusCode() == 200 ? 1 : 0;
                    if (leaks(answer.body()) || leaks(answer.headers().map().toString())) {
                        leaking.add(person.getKey() + " " + path);
                    }
                }
            }
        }
        assertThat(read).as("answers that were read").isGreaterThan(20);
        for (String subject : List.of("complaint/" + number, "identity/" + id)) {
            HttpResponse<String> answer = audit("auditor", subject);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .as("an auditor sees no complaint, so nothing of its way")
                    .isEqualTo("{\"items\":[]}");
            HttpResponse<String> seen = audit("auditing supervisor", subject);
            assertThat(seen.body()).as("the question is a real one").contains("\"action\"");
            if (leaks(seen.body())) {
                leaking.add("audit of " + subject);
            }
        }
        return leaking;
    }

    private HttpResponse<String> audit(String person, String subject) {
        return browser.get(
                "/api/complaints/v1/audit?subject=" + subject, "Authorization", "Bearer " + PEOPLE.get(person));
    }

    private List<String> tablesWith(String words) {
        String hexadecimal = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
        List<String> tables = jdbc.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""").query((row, _) -> row.getString(1)).list();
        return tables.stream()
                .filter(table -> jdbc.sql(
                                        "select count(*) from " + table
                                                + " as t where t::text like '%' || :words || '%' or t::text like '%' || :hex || '%'")
                                .param("words", words)
                                .param("hex", hexadecimal)
                                .query((row, _) -> row.getLong(1))
                                .single()
                        > 0)
                .map(table -> table.substring(table.indexOf('.') + 1))
                .toList();
    }

    private static boolean leaks(String text) {
        return SECRETS.stream().anyMatch(text::contains);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger ours() {
        return (Logger) LoggerFactory.getLogger("cn.bishui");
    }

    /** What was written to the log. */
    private static final class Written extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }

        List<String> lines() {
            return List.copyOf(lines);
        }
    }
}
