package cn.bishui.permits.permit;

import static cn.bishui.permits.PermitsClient.APPROVER;
import static cn.bishui.permits.PermitsClient.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.audit.AuditReader;
import cn.bishui.audit.AuditVerdict;
import cn.bishui.audit.AuditVerifier;
import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.permits.PermitGranted;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.permits.PermitsClient;
import cn.bishui.testkit.BishuiIT;
import cn.bishui.testkit.FactProbe;
import cn.bishui.testkit.SettableClock;
import cn.bishui.testkit.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@BishuiIT
class PermitIT {

    private static final String PERMITS = "/api/permits/v1/permits";

    private final PermitsClient client;
    private final FactProbe probe;
    private final AuditReader audit;
    private final AuditVerifier verifier;
    private final SettableClock clock;

    PermitIT(RestTestClient http, FactProbe probe, AuditReader audit, AuditVerifier verifier, SettableClock clock) {
        this.client = new PermitsClient(http);
        this.probe = probe;
        this.audit = audit;
        this.verifier = verifier;
        this.clock = clock;
    }

    @Test
    void tellsEverybodyTheLimitsOfAGrantedPermit() {
        String number = draftedPermit();
        client.post(CLERK, PERMITS + "/" + number + "/submit", Map.of("version", 1))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("submitted");
        client.post(APPROVER, PERMITS + "/" + number + "/grant", Map.of("version", "2"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("granted");

        PermitRegisterEntry entry =
                probe.await(PermitRegisterEntry.class, fact -> fact.permit().equals(number));
        assertThat(entry.version()).isEqualTo(3);
        assertThat(entry.validTo()).isEqualTo("2031-05-31");
        assertThat(entry.outlets())
                .singleElement()
                .satisfies(outlet -> assertThat(outlet.limits())
                        .satisfiesExactly(
                                cod -> {
                                    assertThat(cod.max()).isEqualTo("50.0");
                                    assertThat(cod.unitOfMeasure()).isEqualTo("mg/L");
                                },
                                ph -> {
                                    assertThat(ph.min()).isEqualTo("6");
                                    assertThat(ph.max()).isEqualTo("9");
                                    assertThat(ph.unitOfMeasure()).isEqualTo("1");
                                }));
        probe.await(PermitGranted.class, fact -> fact.permit().equals(number));
        assertThat(audit.about("permit/" + number))
                .extracting(entry1 -> entry1.actor().username() + " " + entry1.action())
                .containsExactly("clerk permit.drafted", "clerk permit.submitted", "approver permit.granted");
        assertThat(verifier.verify()).isInstanceOf(AuditVerdict.Sound.class);
    }

    @Test
    void nobodyGrantsTheirOwnDraftWhateverTheirRoles() {
        String both = Tokens.as("clerk", Bureau.ENV, "permits.clerk", "permits.approver");
        String number = submittedPermit();

        client.post(both, PERMITS + "/" + number + "/grant", Map.of("version", 2))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("permit.four-eyes");
        client.get(CLERK, PERMITS + "/" + number)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("submitted");
    }

    @Test
    void refusesAMoveOnWhatSomebodyElseMoved() {
        String number = submittedPermit();
        client.post(APPROVER, PERMITS + "/" + number + "/return", Map.of("version", 2, "reason", "限值有误"))
                .expectStatus()
                .isOk();

        client.post(APPROVER, PERMITS + "/" + number + "/grant", Map.of("version", 2))
                .expectStatus()
                .isEqualTo(409);
        client.post(APPROVER, PERMITS + "/" + number + "/grant", Map.of("version", 3))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("permit.not-submitted");
    }

    @Test
    void saysAllThatIsWrongWithADraftAtOnce() {
        client.post(
                        CLERK,
                        PERMITS,
                        Map.of(
                                "number",
                                "91130200699229617Y001P",
                                "managementType",
                                "registration",
                                "validFrom",
                                "yesterday",
                                "limits",
                                List.of(Map.of("outlet", "DW001", "pollutant", "w99999", "max", "many"), Map.of())))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of(
                        "number", "managementType", "issuedBy", "validFrom", "limits[0].pollutant", "limits[0].max"));
    }

    @Test
    void walksFromDraftToGrantInTheBrowser() {
        clock.setTo("2026-11-23T09:00");
        String unit = client.registeredUnit();
        String number = unit + "001P";
        assertThat(client.page(CLERK, "/permits/new?unit=" + unit)).contains(number, "化学需氧量 (mg/L)", "DW001 总排口");
        String wrong = String.valueOf(client.form(
                        CLERK,
                        "/permits/new?unit=" + unit,
                        "number=" + number + "&managementType=key&issuedBy=&validFrom=2026-06-01"
                                + "&limits[0].outlet=DW001&limits[0].pollutant=w01018&limits[0].max=abc")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(wrong).contains("请改正以下内容", "请填写数字", "value=\"abc\"", "href=\"#limits0.max\"");
        client.form(
                        CLERK,
                        "/permits/new?unit=" + unit,
                        "number=" + number + "&managementType=key&issuedBy=Bureau&validFrom=2026-06-01"
                                + "&limits[0].outlet=DW001&limits[0].pollutant=w01018&limits[0].max=50")
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .value("Location", to -> assertThat(to).endsWith("/permits/" + number));
        client.form(CLERK, "/permits/" + number + "/submit", "version=1")
                .expectStatus()
                .is3xxRedirection();

        assertThat(client.page(APPROVER, "/permits/todo")).contains("审批排污许可证", number, "2027-01-04");
        assertThat(client.page(APPROVER, "/permits/" + number)).contains("待审批", "确认核发", "2027-01-04", "暂定", "退回申请");
        String stale =
                String.valueOf(client.form(APPROVER, "/permits/" + number + "/return", "version=1&reason=kept-as-typed")
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
        assertThat(stale).contains("请改正以下内容", "别人已经修改", ">kept-as-typed</textarea>", "value=\"2\"");
        client.form(APPROVER, "/permits/" + number + "/return", "version=2&reason=%E9%99%90%E5%80%BC%E6%9C%89%E8%AF%AF")
                .expectStatus()
                .is3xxRedirection();
        assertThat(client.page(CLERK, "/permits/todo")).contains("修改被退回的许可证", number);
        assertThat(client.page(CLERK, "/permits/" + number)).contains("已退回：限值有误");
        client.form(
                        CLERK,
                        "/permits/" + number + "/edit",
                        "version=3&number=" + number + "&managementType=key&issuedBy=Bureau&validFrom=2026-06-01"
                                + "&limits[0].outlet=DW001&limits[0].pollutant=w01018&limits[0].max=60")
                .expectStatus()
                .is3xxRedirection();
        client.form(CLERK, "/permits/" + number + "/submit", "version=4")
                .expectStatus()
                .is3xxRedirection();
        client.form(APPROVER, "/permits/" + number + "/grant", "version=5")
                .expectStatus()
                .is3xxRedirection();
        assertThat(client.page(CLERK, "/permits/" + number)).contains("已核发", "60\u00a0mg/L", "核发许可证", "区环保局 approver");
        assertThat(client.page(CLERK, "/permits/" + number + "?lang=en")).contains("granted", "60\u00a0mg/L", "COD");
        assertThat(client.page(CLERK, "/permits?q=" + unit)).contains(number);
        assertThat(client.page(CLERK, "/permits.csv?q=" + unit)).contains(number, "已核发");
    }

    private String draftedPermit() {
        String unit = client.registeredUnit();
        String number = unit + "001P";
        client.post(
                        CLERK,
                        PERMITS,
                        Map.of(
                                "number",
                                number,
                                "managementType",
                                "key",
                                "issuedBy",
                                "示例局",
                                "validFrom",
                                "2026-06-01",
                                "limits",
                                List.of(
                                        Map.of("outlet", "DW001", "pollutant", "w01018", "max", "50.0"),
                                        Map.of("outlet", "DW001", "pollutant", "w01001", "min", "6", "max", "9"))))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(number)
                .jsonPath("$.state")
                .isEqualTo("draft")
                .jsonPath("$.version")
                .isEqualTo(1);
        return number;
    }

    private String submittedPermit() {
        String number = draftedPermit();
        client.post(CLERK, PERMITS + "/" + number + "/submit", Map.of("version", 1))
                .expectStatus()
                .isOk();
        return number;
    }
}
