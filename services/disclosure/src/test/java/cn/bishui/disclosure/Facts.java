package cn.bishui.disclosure;

import cn.bishui.contracts.audit.AuditAnchored;
import cn.bishui.contracts.complaints.ComplaintReceived;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.enforcement.YellowCardShown;
import cn.bishui.contracts.monitoring.DailyLimitCorrected;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.DrinkingWaterReported;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What other services tell about a unit of its own for each test. */
final class Facts {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    static final Instant JUDGED = Instant.parse("2026-11-23T01:00:00Z");

    private static final AtomicInteger UNITS = new AtomicInteger();

    final String unit;
    final String unitName;

    Facts() {
        int number = UNITS.incrementAndGet();
        unit = "91220202MADEMT%03dX".formatted(number);
        unitName = "第%d纸业（示例）有限公司".formatted(number);
    }

    String exceedanceId(int number) {
        return unit.toLowerCase(Locale.ROOT) + "-" + number;
    }

    String clue() {
        return "clue-" + unit;
    }

    DailyLimitExceeded exceedance(int number) {
        return exceedance(number, DAY, "115.0", JUDGED);
    }

    DailyLimitExceeded exceedance(int number, LocalDate day, String value, Instant judgedAt) {
        BigDecimal limit = new BigDecimal("50");
        return new DailyLimitExceeded(
                exceedanceId(number),
                unit,
                unitName,
                "DW001",
                "废水总排放口",
                "w01018",
                "化学需氧量",
                day,
                new BigDecimal(value),
                limit,
                null,
                limit,
                "mg/L",
                new BigDecimal("1.30"),
                unit + "001P",
                "1",
                "22020200000900005A000009",
                judgedAt);
    }

    /** A quarter with a source, a works outlet over a limit and a tap that nobody reported. */
    DrinkingWaterReported drinkingWater(String quarter, int revision, @Nullable String correction) {
        LocalDate sampled = LocalDate.of(2026, 8, 11);
        return new DrinkingWaterReported(
                quarter,
                revision,
                List.of(
                        new DrinkingWaterReported.Point(
                                "Y-1",
                                "示例江水源地",
                                "source",
                                "ENV",
                                2,
                                sampled,
                                29,
                                58,
                                0,
                                0,
                                new BigDecimal("100.0"),
                                true,
                                List.of(),
                                List.of("2026-09"),
                                null,
                                "GB 3838-2002"),
                        new DrinkingWaterReported.Point(
                                "C-1",
                                "示例水厂出厂水",
                                "works-outlet",
                                "WATER",
                                1,
                                sampled,
                                38,
                                correction == null ? 37 : 38,
                                correction == null ? 1 : 0,
                                0,
                                new BigDecimal(correction == null ? "97.4" : "100.0"),
                                correction != null,
                                correction == null
                                        ? List.of(new DrinkingWaterReported.Exceeded(
                                                "w20125", "铁", sampled, "0.36", "mg/L", "≤0.3", new BigDecimal("0.20")))
                                        : List.of(),
                                List.of(),
                                null,
                                "GB 5749-2022"),
                        new DrinkingWaterReported.Point(
                                "LT-1",
                                "示例街道龙头水",
                                "tap",
                                "HEALTH",
                                0,
                                null,
                                0,
                                0,
                                0,
                                0,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                "not-reported",
                                "GB 5749-2022")),
                "示例街道检修停水",
                correction,
                JUDGED);
    }

    DailyLimitCorrected corrected(int number, int revision, boolean stands, String value) {
        BigDecimal limit = new BigDecimal("50");
        return new DailyLimitCorrected(
                exceedanceId(number),
                revision,
                unit,
                unitName,
                "DW001",
                "废水总排放口",
                "w01018",
                "化学需氧量",
                DAY,
                stands,
                new BigDecimal(value),
                stands ? limit : null,
                null,
                limit,
                "mg/L",
                stands ? new BigDecimal("0.88") : null,
                "changed-data",
                unit + "001P",
                "1",
                "22020200000900005A000009",
                JUDGED.plusSeconds(60L * revision));
    }

    DailyLimitExceeded acidity(int number) {
        return new DailyLimitExceeded(
                exceedanceId(number),
                unit,
                unitName,
                "DW001",
                "废水总排放口",
                "w01001",
                "pH值",
                DAY,
                new BigDecimal("9.47"),
                new BigDecimal("9"),
                new BigDecimal("6"),
                new BigDecimal("9"),
                "1",
                null,
                unit + "001P",
                "1",
                "22020200000900005A000009",
                JUDGED);
    }

    ClueOpened clueOpened(int exceedance) {
        return new ClueOpened(
                clue(),
                "XS-2026-0001",
                unit,
                unitName,
                "DW001",
                exceedanceId(exceedance),
                LocalDate.of(2026, 12, 14),
                false,
                JUDGED.plusSeconds(1),
                null);
    }

    ExceedanceJoinedClue joined(int exceedance) {
        return new ExceedanceJoinedClue(clue(), exceedanceId(exceedance), JUDGED.plusSeconds(2));
    }

    YellowCardShown card(int... exceedances) {
        return new YellowCardShown(
                clue(),
                cardNumber(),
                unit,
                unitName,
                Arrays.stream(exceedances).mapToObj(this::exceedanceId).toList(),
                "化学需氧量日均值超过许可限值1.3倍。",
                "limit-production",
                LocalDate.of(2026, 11, 24),
                JUDGED.plusSeconds(3));
    }

    String cardNumber() {
        return "HP-" + unit;
    }

    CaseFiled filed() {
        return new CaseFiled(clue(), "LA-" + unit, unit, unitName, JUDGED.plusSeconds(4));
    }

    ClueDismissed dismissed() {
        return new ClueDismissed(clue(), unit, unitName, "违法行为轻微并及时改正，没有造成危害后果。", JUDGED.plusSeconds(5));
    }

    PermitRegisterEntry permit(long version, String status) {
        LocalDate from = LocalDate.of(2026, 1, 1);
        LocalDate to = LocalDate.of(2030, 12, 31);
        return new PermitRegisterEntry(
                unit + "001P",
                version,
                unit,
                unitName,
                "造纸和纸制品业",
                "key",
                status,
                "区环保局",
                from,
                to,
                List.of(
                        new PermitRegisterEntry.Outlet(
                                "DW001",
                                "废水总排放口",
                                "松花江",
                                new BigDecimal("126.5487"),
                                new BigDecimal("43.9127"),
                                List.of(
                                        new PermitRegisterEntry.Limit(
                                                "w01018", null, new BigDecimal("50"), "mg/L", from, to, "1"),
                                        new PermitRegisterEntry.Limit(
                                                "w01001",
                                                new BigDecimal("6"),
                                                new BigDecimal("9"),
                                                "1",
                                                from,
                                                to,
                                                "1"))),
                        new PermitRegisterEntry.Outlet("DW002", "雨水排放口", "牤牛河", null, null, List.of())),
                JUDGED.plusSeconds(version));
    }

    /** A complaint about a street that is called as the unit is. */
    ComplaintReceived complaint() {
        return new ComplaintReceived("complaint-" + unit, "JB-2026-0000001", "web", "water", null, unit, JUDGED);
    }

    AuditAnchored anchor(long entries) {
        return new AuditAnchored(
                "enforcement",
                entries,
                "%064x".formatted(entries + unit.hashCode() * 1L & 0xffffffffL),
                Instant.parse("2026-11-23T02:00:00Z").plusSeconds(entries));
    }
}
