package cn.bishui.permits.unit;

import static cn.bishui.permits.PermitsClient.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.permits.PermitsClient;
import cn.bishui.testkit.BishuiIT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@BishuiIT
class UnitIT {

    private static final String UNITS = "/api/permits/v1/units";

    private final PermitsClient client;

    UnitIT(RestTestClient http) {
        this.client = new PermitsClient(http);
    }

    @Test
    void registersAUnitWithItsOutlets() {
        String code = PermitsClient.newCreditCode();
        client.get(CLERK, UNITS + "/" + code).expectStatus().isNotFound();
        client.post(CLERK, UNITS, PermitsClient.unit(code)).expectStatus().isCreated();
        client.post(
                        CLERK,
                        UNITS + "/" + code + "/outlets",
                        Map.of(
                                "code", "DW001",
                                "name", "总排口",
                                "receiving", "松花江",
                                "longitude", "126.6012",
                                "latitude", "43.8931"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.outlets[0].code")
                .isEqualTo("DW001")
                .jsonPath("$.outlets[0].longitude")
                .isEqualTo(126.6012);
    }

    @Test
    void refusesACodeThatIsOnFile() {
        String code = client.registeredUnit();

        client.post(CLERK, UNITS, PermitsClient.unit(code))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unit.taken");
        client.post(CLERK, UNITS + "/" + code + "/outlets", Map.of("code", "DW001", "name", "另一个", "receiving", "松花江"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("outlet.taken");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        client.post(
                        CLERK,
                        UNITS,
                        Map.of(
                                "creditCode",
                                "91130200699229617Y",
                                "name",
                                " ",
                                "longitude",
                                "43.8",
                                "latitude",
                                "126.6"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .isEqualTo(List.of("creditCode", "name", "trade", "address", ""))
                .jsonPath("$.errors[0].message")
                .isEqualTo("统一社会信用代码的校验码不对，请核对每一位");
    }

    @Test
    void keepsWhatWasTypedWhenAFormIsWrong() {
        String page = String.valueOf(
                client.form(CLERK, "/permits/units", "creditCode=91130200699229617Y&name=Paper&trade=&address=Road")
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());

        assertThat(page)
                .contains("请改正以下内容", "校验码不对", "value=\"91130200699229617Y\"", "value=\"Paper\"", "href=\"#creditCode\"")
                .doesNotContain("??");
    }

    @Test
    void showsUnitsInBothLanguages() {
        String code = PermitsClient.newCreditCode();
        client.form(CLERK, "/permits/units", "creditCode=" + code + "&name=Paper&trade=Paper&address=Road")
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .value("Location", to -> assertThat(to).endsWith("/permits/units/" + code));
        client.form(
                        CLERK,
                        "/permits/units/" + code + "/outlets",
                        "code=dw001&name=Main&receiving=River&longitude=126.6&latitude=43.9")
                .expectStatus()
                .is3xxRedirection();

        assertThat(client.page(CLERK, "/permits/units/" + code))
                .contains("DW001", "126.6°E, 43.9°N", "还没有排污许可证")
                .doesNotContain("??");
        assertThat(client.page(CLERK, "/permits/units/" + code + "?lang=en"))
                .contains("No discharge permit yet")
                .doesNotContain("??");
        assertThat(client.page(CLERK, "/permits/units?q=" + code)).contains(code, "无有效许可证");
        assertThat(client.page(CLERK, "/permits/units?q=nobody-has-this")).contains("没有符合条件的排污单位");
        assertThat(client.page(CLERK, "/permits/units.csv?q=" + code)).contains(code);
        assertThat(client.page(CLERK, "/permits/units/new")).doesNotContain("??");
        assertThat(client.page(CLERK, "/permits/units/" + code + "/outlets/new"))
                .doesNotContain("??");
    }
}
