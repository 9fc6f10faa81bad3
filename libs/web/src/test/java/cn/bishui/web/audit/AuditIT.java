package cn.bishui.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.Bureau;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.EndpointWalk;
import cn.bishui.testkit.SettableClock;
import cn.bishui.testkit.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

@BishuiIT
@TestPropertySource(properties = {"spring.autoconfigure.exclude=", "spring.flyway.locations=classpath:db/audit"})
class AuditIT {

    private static final String AUDITOR = Tokens.as("cdi-head", Bureau.CDI, "audit.reader");

    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final RestTestClient http;
    private final EndpointWalk walk;
    private final JdbcClient jdbc;
    private final SettableClock clock;

    AuditIT(
            AuditLog log,
            TransactionTemplate transaction,
            RestTestClient http,
            EndpointWalk walk,
            JdbcClient jdbc,
            SettableClock clock) {
        this.log = log;
        this.transaction = transaction;
        this.http = http;
        this.walk = walk;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void onlyAuditorsMayLook() {
        walk.assertGuarded();
        assertThat(walk.reachableWith(AUDITOR))
                .contains("GET /api/permits/v1/audit", "GET /api/permits/v1/audit/verdict");
        assertThat(walk.reachableWith(Tokens.as("gov-head", Bureau.GOV, "permits.reader", "platform.operator")))
                .noneMatch(endpoint -> endpoint.contains("/audit"));
    }

    @Test
    void tellsWhatWasDoneToASubject() {
        clock.setTo("2026-11-23T09:00");
        record("permit/told", Map.of("reason", "材料齐全"));

        get("/api/permits/v1/audit?subject=permit/told").json("""
                {"items": [{"at": "2026-11-23T01:00:00Z", "actor": {"username": "env-permit-approver", "bureau": "ENV", "unit": null},
                  "action": "permit.granted", "subject": "permit/told", "details": {"reason": "材料齐全"}}]}""");
        get("/api/permits/v1/audit?subject=permit/unheard-of").json("{\"items\": []}");
    }

    @Test
    void tellsNothingOfWhatTheServiceDoesNotLetTheAuditorSee() {
        record(AuditedService.CLOSED + "told", Map.of("reason", "写了名字"));
        get("/api/permits/v1/audit?subject=" + AuditedService.CLOSED + "told").json("{\"items\": []}");
        record("permit/mine", Map.of());
        http.get()
                .uri("/api/permits/v1/audit?subject=permit/mine")
                .header("Authorization", "Bearer " + Tokens.as("another", Bureau.CDI, "audit.reader"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"items\": []}", JsonCompareMode.STRICT);
    }

    @Test
    void wantsToKnowWhichSubject() {
        http.get()
                .uri("/api/permits/v1/audit")
                .header("Authorization", "Bearer " + AUDITOR)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void saysWhetherTheLogIsWhole() {
        record("permit/whole", Map.of());
        long entries = entries();
        get("/api/permits/v1/audit/verdict")
                .json("{\"sound\": true, \"entries\": %d, \"anchors\": 0}".formatted(entries));

        jdbc.sql("alter table audit_log disable trigger user").update();
        jdbc.sql("update audit_log set actor = 'somebody else' where seq = :seq")
                .param("seq", entries)
                .update();

        get("/api/permits/v1/audit/verdict")
                .json(
                        "{\"sound\": false, \"firstBad\": %1$d, \"kind\": \"edited\", \"why\": \"entry %1$d is not as it was written\"}"
                                .formatted(entries));
        jdbc.sql("update audit_log set actor = 'env-permit-approver' where seq = :seq")
                .param("seq", entries)
                .update();
        jdbc.sql("alter table audit_log enable trigger user").update();
    }

    private RestTestClient.BodyContentSpec get(String uri) {
        return http.get()
                .uri(uri)
                .header("Authorization", "Bearer " + AUDITOR)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private void record(String subject, Map<String, ?> details) {
        transaction.executeWithoutResult(
                _ -> log.record(new Actor("env-permit-approver", "ENV", null), "permit.granted", subject, details));
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_log").query(Long.class).single();
    }
}
