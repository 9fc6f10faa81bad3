package cn.bishui.permits.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.WorkingDays;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import cn.bishui.permits.unit.CreditCode;
import cn.bishui.permits.unit.Outlet;
import cn.bishui.permits.unit.OutletCode;
import cn.bishui.permits.unit.Unit;
import cn.bishui.standards.Pollutants;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermitTests {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Actor CLERK = new Actor("clerk", "ENV", null);
    private static final Actor SECOND_CLERK = new Actor("clerk-2", "ENV", null);
    private static final Actor APPROVER = new Actor("approver", "ENV", null);
    private static final LegalClocks CLOCKS = new LegalClocks(WorkingDays.china());
    private static final OutletCode DW001 = new OutletCode("DW001");
    private static final Unit UNIT = new Unit(
            new CreditCode("91130200699229617X"),
            "示例纸业",
            "造纸",
            "示例路1号",
            null,
            List.of(new Outlet(DW001, "总排口", "松花江", null), new Outlet(new OutletCode("DW002"), "清下水", "松花江", null)));

    @Test
    void anApproverGrantsWhatAClerkSubmitted() {
        Permit.Granted granted = draft().submit(CLERK, NOW).grant(APPROVER, NOW);

        assertThat(granted.approver()).isEqualTo("approver");
        PermitRegisterEntry entry = granted.registerEntry(UNIT, 3);
        assertThat(entry.version()).isEqualTo(3);
        assertThat(entry.status()).isEqualTo("in-force");
        assertThat(entry.outlets()).singleElement().satisfies(outlet -> {
            assertThat(outlet.code()).isEqualTo("DW001");
            assertThat(outlet.limits())
                    .extracting(PermitRegisterEntry.Limit::pollutant)
                    .containsExactly("w01018", "w01001");
            assertThat(outlet.limits().getFirst().max()).isEqualByComparingTo("50");
            assertThat(outlet.limits().getFirst().validTo()).isEqualTo("2031-05-31");
        });
    }

    @Test
    void nobodyDecidesOnTheirOwnWork() {
        Permit.Submitted submitted = draft().submit(SECOND_CLERK, NOW);

        assertThat(broken(() -> submitted.grant(CLERK, NOW))).isEqualTo("permit.four-eyes");
        assertThat(broken(() -> submitted.grant(SECOND_CLERK, NOW))).isEqualTo("permit.four-eyes");
        assertThat(broken(() -> submitted.sendBack(CLERK, "no", NOW))).isEqualTo("permit.four-eyes");
    }

    @Test
    void aReturnedPermitIsMendedByWhoeverMendsIt() {
        Permit.Returned returned = draft().submit(CLERK, NOW).sendBack(APPROVER, "限值有误", NOW);
        Permit.Draft mended = returned.revise(terms(limit("w01018", null, "60")), SECOND_CLERK);

        assertThat(returned.returnReason()).isEqualTo("限值有误");
        assertThat(mended.drafter()).isEqualTo("clerk-2");
        assertThat(mended.submit(CLERK, NOW).grant(APPROVER, NOW).terms().limits())
                .singleElement()
                .satisfies(limit -> assertThat(limit.max()).isEqualByComparingTo("60"));
    }

    @Test
    void holdsFiveYearsFromItsFirstDay() {
        assertThat(Validity.beginning(LocalDate.of(2026, 6, 1), CLOCKS).to()).isEqualTo("2031-05-31");
        assertThat(Validity.beginning(LocalDate.of(2024, 2, 29), CLOCKS).to()).isEqualTo("2029-02-27");
        assertThat(broken(() -> Validity.beginning(LocalDate.of(2021, 2, 28), CLOCKS)))
                .isEqualTo("permit.before-regulation");
    }

    @Test
    void refusesLimitsThatCannotBe() {
        assertThat(broken(() -> limit("w01018", null, null))).isEqualTo("limit.without-bound");
        assertThat(broken(() -> limit("w01001", "9", "6"))).isEqualTo("limit.bounds-crossed");
        assertThat(broken(() -> limit("w01001", "6", "15"))).isEqualTo("limit.out-of-range");
        assertThat(broken(() -> limit("w01018", null, "-1"))).isEqualTo("limit.out-of-range");
        assertThat(broken(() -> limit("w00000", null, "10"))).isEqualTo("limit.not-a-concentration");
        assertThat(broken(PermitTests::terms)).isEqualTo("permit.without-limits");
        assertThat(broken(() -> terms(limit("w01018", null, "50"), limit("w01018", null, "60"))))
                .isEqualTo("permit.limit-twice");
    }

    @Test
    void refusesALimitForAnOutletThatTheUnitLacks() {
        PermittedLimit elsewhere =
                new PermittedLimit(new OutletCode("DW009"), Pollutants.of("w01018"), null, new BigDecimal("50"));

        assertThat(broken(() -> terms(elsewhere).checkOutletsOf(UNIT))).isEqualTo("permit.outlet-missing");
    }

    @Test
    void readsTheUnitFromTheNumber() {
        assertThat(new PermitNumber("91130200699229617X001P").unit()).isEqualTo(UNIT.code());
        assertThat(broken(() -> new PermitNumber("91130200699229617X000P"))).isEqualTo("permit-number.form");
        assertThat(broken(() -> new PermitNumber("91130200699229617X1P"))).isEqualTo("permit-number.form");
        assertThat(broken(() -> new PermitNumber("911302006992296171001P"))).isEqualTo("credit-code.check-character");
    }

    private static Permit.Draft draft() {
        return new Permit.Draft(terms(limit("w01018", null, "50"), limit("w01001", "6", "9")), "clerk", 1);
    }

    private static Terms terms(PermittedLimit... limits) {
        return new Terms(
                new PermitNumber("91130200699229617X001P"),
                ManagementType.KEY,
                "示例局",
                Validity.beginning(LocalDate.of(2026, 6, 1), CLOCKS),
                List.of(limits));
    }

    private static PermittedLimit limit(String pollutant, @Nullable String min, @Nullable String max) {
        return new PermittedLimit(
                DW001,
                Pollutants.of(pollutant),
                min == null ? null : new BigDecimal(min),
                max == null ? null : new BigDecimal(max));
    }

    private static String broken(Runnable work) {
        return catchThrowableOfType(RuleBroken.class, work::run).code();
    }
}
