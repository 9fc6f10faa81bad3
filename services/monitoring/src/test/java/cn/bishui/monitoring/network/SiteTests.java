package cn.bishui.monitoring.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.network.Description.Details;
import cn.bishui.standards.surfacewater.WaterType;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SiteTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Position HERE = new Position(new BigDecimal("126.55"), new BigDecimal("43.84"));
    private static final Position THERE = new Position(new BigDecimal("126.60"), new BigDecimal("43.90"));

    private static Description section(@Nullable Position position) {
        return new Description(
                SiteKind.SECTION,
                "同江",
                "SONGHUA",
                WaterType.RIVER,
                NetworkLevel.NATIONAL,
                position,
                3,
                Details.NONE,
                "");
    }

    private static Site active() {
        return Site.proposed("S01", section(HERE), "planner").approved("head").active(START);
    }

    private static void refused(String code, ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }

    @Test
    void goesFromProposalToEndOneVersionAtATime() {
        Site moved = active().moved(THERE, START.plusDays(30));
        assertThat(moved.state()).isEqualTo(SiteState.MOVED);
        assertThat(moved.description().position()).isEqualTo(THERE);
        assertThat(moved.validFrom()).isEqualTo(START);
        Site ended = moved.ended(START.plusYears(1));
        assertThat(ended.validTo()).isEqualTo(START.plusYears(1));
        assertThat(ended.version()).isEqualTo(4);
    }

    @Test
    void isApprovedBySomebodyElse() {
        Site proposed = Site.proposed("S01", section(HERE), "planner");
        refused("site.four-eyes", () -> proposed.approved("planner"));
        Site revised = proposed.revised(section(THERE), "other");
        refused("site.four-eyes", () -> revised.approved("other"));
        assertThat(revised.approved("planner").state()).isEqualTo(SiteState.APPROVED);
    }

    @Test
    void knowsItsOrder() {
        Site proposed = Site.proposed("S01", section(HERE), "planner");
        refused("site.not-approved", () -> proposed.active(START));
        refused("site.not-in-use", () -> proposed.moved(THERE, START));
        refused("site.not-proposed", () -> active().approved("head"));
        refused("site.not-proposed", () -> active().revised(section(THERE), "planner"));
        refused("site.before-start", () -> active().moved(THERE, START.minusDays(1)));
        refused("site.before-start", () -> active().ended(START.minusDays(1)));
        refused("site.not-in-use", () -> active().ended(START).ended(START));
    }

    @Test
    void wantsOfEachKindWhatItNeeds() {
        refused("site.needs-position", () -> section(null));
        refused(
                "site.needs-water-type",
                () -> new Description(
                        SiteKind.WATER_BODY, "x", null, null, NetworkLevel.DISTRICT, null, null, Details.NONE, ""));
        refused(
                "site.needs-parent",
                () -> new Description(
                        SiteKind.STATION, "x", null, null, NetworkLevel.DISTRICT, HERE, null, Details.NONE, ""));
        refused(
                "site.needs-source-kind",
                () -> new Description(
                        SiteKind.SOURCE, "x", null, null, NetworkLevel.DISTRICT, HERE, null, Details.NONE, ""));
        refused(
                "site.needs-target",
                () -> new Description(
                        SiteKind.SECTION, "x", "P", null, NetworkLevel.DISTRICT, HERE, null, Details.NONE, ""));
        refused("site.outside", () -> new Position(new BigDecimal("43.84"), new BigDecimal("126.55")));
    }

    @Test
    void callsASourceLargeByWaterOrByPeople() {
        assertThat(new Details("surface", new BigDecimal("1000"), 10, null, null, null, null).isLarge())
                .isTrue();
        assertThat(new Details("surface", new BigDecimal("10"), 10_000, null, null, null, null).isLarge())
                .isTrue();
        assertThat(new Details("surface", new BigDecimal("999"), 9_999, null, null, null, null).isLarge())
                .isFalse();
    }

    private static Zone surveyed() {
        return new Zone(
                1,
                "Y1",
                Zone.Level.LEVEL1,
                null,
                null,
                "取水口半径500米",
                Zone.State.SURVEYED,
                START,
                "",
                "planner",
                null,
                null,
                "",
                0);
    }

    private static Zone submitted() {
        return surveyed().advanced(START, "").advanced(START, "").advanced(START.plusDays(40), "");
    }

    @Test
    void takesAZoneFromSurveyToMarkers() {
        refused("zone.province", () -> submitted().advanced(START.plusDays(80), "吉政函1号"));
        refused("zone.document", () -> submitted().approved(START.plusDays(80), " ", "head"));
        refused("zone.before", () -> submitted().approved(START, "吉政函1号", "head"));
        refused("zone.four-eyes", () -> submitted().approved(START.plusDays(80), "吉政函1号", "planner"));
        refused("zone.not-submitted", () -> surveyed().approved(START.plusDays(80), "吉政函1号", "head"));
        Zone marked = submitted().approved(START.plusDays(80), "吉政函1号", "head").advanced(START.plusDays(90), "");
        assertThat(marked.state()).isEqualTo(Zone.State.MARKED);
        assertThat(marked.document()).isEqualTo("吉政函1号");
        refused("zone.last", () -> marked.advanced(START.plusDays(99), ""));
    }

    @Test
    void keepsAZoneThatEnded() {
        Zone ended = submitted().ended(START.plusDays(50), "吉政函2号");
        assertThat(ended.endedOn()).isEqualTo(START.plusDays(50));
        assertThat(ended.description()).isEqualTo("取水口半径500米");
        refused("zone.end-document", () -> submitted().ended(START.plusDays(50), ""));
        refused("zone.ended", () -> ended.ended(START.plusDays(60), "吉政函3号"));
        refused("zone.ended", () -> ended.approved(START.plusDays(60), "吉政函3号", "head"));
        refused("zone.ended", () -> ended.redrawn(null, null, "x", START.plusDays(60), "planner"));
    }
}
