package cn.bishui.contracts;

import cn.bishui.contracts.audit.AuditAnchored;
import cn.bishui.contracts.complaints.ComplaintAccepted;
import cn.bishui.contracts.complaints.ComplaintActFound;
import cn.bishui.contracts.complaints.ComplaintAnswered;
import cn.bishui.contracts.complaints.ComplaintAssigned;
import cn.bishui.contracts.complaints.ComplaintClosed;
import cn.bishui.contracts.complaints.ComplaintCorrected;
import cn.bishui.contracts.complaints.ComplaintExtended;
import cn.bishui.contracts.complaints.ComplaintOverdue;
import cn.bishui.contracts.complaints.ComplaintRated;
import cn.bishui.contracts.complaints.ComplaintReceived;
import cn.bishui.contracts.complaints.ComplaintRefused;
import cn.bishui.contracts.complaints.ComplaintReopened;
import cn.bishui.contracts.enforcement.CaseFiled;
import cn.bishui.contracts.enforcement.ClueDismissed;
import cn.bishui.contracts.enforcement.ClueOpened;
import cn.bishui.contracts.enforcement.ComplaintJoinedClue;
import cn.bishui.contracts.enforcement.ExceedanceJoinedClue;
import cn.bishui.contracts.enforcement.SuspicionJoinedClue;
import cn.bishui.contracts.enforcement.YellowCardShown;
import cn.bishui.contracts.monitoring.DailyLimitCorrected;
import cn.bishui.contracts.monitoring.DailyLimitExceeded;
import cn.bishui.contracts.monitoring.DataSuspected;
import cn.bishui.contracts.monitoring.DeviceSilenceEnded;
import cn.bishui.contracts.monitoring.DeviceSilent;
import cn.bishui.contracts.monitoring.DrinkingWaterReported;
import cn.bishui.contracts.monitoring.HourlyLimitWarned;
import cn.bishui.contracts.monitoring.HourlyWarningCorrected;
import cn.bishui.contracts.monitoring.LoadAccounted;
import cn.bishui.contracts.monitoring.SectionAssessed;
import cn.bishui.contracts.monitoring.SourceAssessed;
import cn.bishui.contracts.monitoring.WaterBodyAssessed;
import cn.bishui.contracts.monitoring.WaterBodyGraded;
import cn.bishui.contracts.permits.PermitGranted;
import cn.bishui.contracts.permits.PermitRegisterEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One fact of each kind with every field filled in: what the golden files and the AsyncAPI document show. */
final class Samples {

    private static final String UNIT = "91220201MA0Y4X0Q15";
    private static final String UNIT_NAME = "示例化工有限公司";
    private static final String PERMIT = UNIT + "001P";
    private static final String EXCEEDANCE = "91220201MA0Y4X0Q15/DW001/w01018/2026-11-22";
    private static final String CLUE = "01939f4e-7c1e-7b55-9a3c-2f1d6a0b8c11";
    private static final String COMPLAINT = "3f0f6a52-8f3e-4f0b-9d0e-6b1c3e5a7d20";
    private static final String COMPLAINT_NUMBER = "JB-2026-0000123";
    private static final LocalDate ANSWER_DUE = LocalDate.of(2027, 1, 22);
    private static final String SUSPICION = "5b8e6f0a-2c57-4c0e-9a4e-1d6b0f3c7a91";
    private static final String SILENCE = "88888880000001/2026-11-22T17:00:00Z";
    private static final Instant NIGHT = Instant.parse("2026-11-22T17:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

    private static final Map<Class<? extends Fact>, Fact> BY_TYPE = Stream.of(
                    new AuditAnchored("enforcement", 128, "9f86d081884c7d65".repeat(4), MORNING),
                    new CaseFiled(CLUE, "LA-2026-0001", UNIT, UNIT_NAME, MORNING),
                    new ClueDismissed(CLUE, UNIT, UNIT_NAME, "设备故障，经现场核查未超标", MORNING),
                    new ClueOpened(
                            CLUE,
                            "XS-2026-0001",
                            UNIT,
                            UNIT_NAME,
                            "DW001",
                            EXCEEDANCE,
                            LocalDate.of(2026, 12, 11),
                            false,
                            MORNING,
                            COMPLAINT),
                    new ComplaintAccepted(COMPLAINT, COMPLAINT_NUMBER, true, ANSWER_DUE, true, MORNING),
                    new ComplaintActFound(
                            COMPLAINT,
                            COMPLAINT_NUMBER,
                            UNIT,
                            UNIT_NAME,
                            "DW001",
                            "现场发现厂区北侧围墙下有未经许可的排水管，正在向沟渠排放",
                            LocalDate.of(2026, 11, 23),
                            MORNING),
                    new ComplaintAnswered(COMPLAINT, COMPLAINT_NUMBER, "ENV", "partly-true", ANSWER_DUE, true, MORNING),
                    new ComplaintAssigned(
                            COMPLAINT, COMPLAINT_NUMBER, "ENV", List.of("WATER"), ANSWER_DUE, true, MORNING),
                    new ComplaintClosed(COMPLAINT, COMPLAINT_NUMBER, "ENV", MORNING),
                    new ComplaintCorrected(COMPLAINT, COMPLAINT_NUMBER, "water", "black-odorous", "站前街道", MORNING),
                    new ComplaintExtended(COMPLAINT, COMPLAINT_NUMBER, "ENV", LocalDate.of(2027, 2, 21), true, MORNING),
                    new ComplaintJoinedClue(CLUE, COMPLAINT, MORNING),
                    new ComplaintOverdue(COMPLAINT, COMPLAINT_NUMBER, "ENV", "CMP-FINISH", ANSWER_DUE, MORNING),
                    new ComplaintRated(COMPLAINT, COMPLAINT_NUMBER, "ENV", 4, MORNING),
                    new ComplaintReceived(
                            COMPLAINT, COMPLAINT_NUMBER, "wechat", "water", "industrial", "站前街道", MORNING),
                    new ComplaintRefused(
                            COMPLAINT,
                            COMPLAINT_NUMBER,
                            "not-accept-repeat",
                            "7c1b2a9e-52d4-4c57-8a64-0d9b1f3e2c11",
                            MORNING),
                    new ComplaintReopened(COMPLAINT, COMPLAINT_NUMBER, "ENV", ANSWER_DUE, true, MORNING),
                    new DailyLimitCorrected(
                            EXCEEDANCE,
                            2,
                            UNIT,
                            UNIT_NAME,
                            "DW001",
                            "总排口",
                            "w01018",
                            "化学需氧量",
                            LocalDate.of(2026, 11, 22),
                            true,
                            new BigDecimal("94.25"),
                            new BigDecimal("50"),
                            new BigDecimal("0"),
                            new BigDecimal("50"),
                            "mg/L",
                            new BigDecimal("0.88"),
                            "changed-data",
                            PERMIT,
                            "1",
                            "88888880000001",
                            MORNING),
                    new DailyLimitExceeded(
                            EXCEEDANCE,
                            UNIT,
                            UNIT_NAME,
                            "DW001",
                            "总排口",
                            "w01018",
                            "化学需氧量",
                            LocalDate.of(2026, 11, 22),
                            new BigDecimal("115.0"),
                            new BigDecimal("50"),
                            new BigDecimal("0"),
                            new BigDecimal("50"),
                            "mg/L",
                            new BigDecimal("1.30"),
                            PERMIT,
                            "1",
                            "88888880000001",
                            Instant.parse("2026-11-22T17:00:00.123456Z")),
                    new DataSuspected(
                            SUSPICION,
                            UNIT,
                            UNIT_NAME,
                            "DW001",
                            "总排口",
                            "88888880000001",
                            "F01",
                            "恒值",
                            "w01018",
                            "化学需氧量",
                            NIGHT.minusSeconds(86_400),
                            NIGHT,
                            "化学需氧量24个有效小时均值的标准差为0 mg/L，小于分辨力0.1 mg/L",
                            "F01 v1 2026-01-01",
                            "9f86d081884c7d65".repeat(4),
                            24,
                            MORNING),
                    new DeviceSilenceEnded(SILENCE, "88888880000001", UNIT, "DW001", NIGHT, MORNING, true, "S01"),
                    new DeviceSilent(
                            SILENCE,
                            "88888880000001",
                            UNIT,
                            UNIT_NAME,
                            "DW001",
                            "总排口",
                            NIGHT,
                            NIGHT.plusSeconds(91),
                            "S01",
                            "同江"),
                    new ExceedanceJoinedClue(CLUE, EXCEEDANCE, MORNING),
                    new HourlyLimitWarned(
                            "88888880000001-w01018-2026-11-22T08:00",
                            UNIT,
                            UNIT_NAME,
                            "DW001",
                            "总排口",
                            "w01018",
                            "化学需氧量",
                            Instant.parse("2026-11-22T00:00:00Z"),
                            new BigDecimal("60.5"),
                            new BigDecimal("50"),
                            "mg/L",
                            new BigDecimal("0.21"),
                            PERMIT,
                            "1",
                            "88888880000001",
                            MORNING),
                    new HourlyWarningCorrected(
                            "88888880000001-w01018-2026-11-22T08:00",
                            2,
                            UNIT,
                            UNIT_NAME,
                            "DW001",
                            "总排口",
                            "w01018",
                            "化学需氧量",
                            Instant.parse("2026-11-22T00:00:00Z"),
                            true,
                            new BigDecimal("56.5"),
                            new BigDecimal("50"),
                            "mg/L",
                            new BigDecimal("0.13"),
                            "changed-data",
                            3,
                            PERMIT,
                            "1",
                            "88888880000001",
                            MORNING),
                    new PermitGranted(
                            PERMIT, UNIT, UNIT_NAME, LocalDate.of(2026, 1, 1), LocalDate.of(2030, 12, 31), MORNING),
                    new PermitRegisterEntry(
                            PERMIT,
                            3,
                            UNIT,
                            UNIT_NAME,
                            "化学原料和化学制品制造业",
                            "key",
                            PermitRegisterEntry.IN_FORCE,
                            "吉林市生态环境局",
                            LocalDate.of(2026, 1, 1),
                            LocalDate.of(2030, 12, 31),
                            List.of(new PermitRegisterEntry.Outlet(
                                    "DW001",
                                    "总排口",
                                    "松花江",
                                    new BigDecimal("126.574300"),
                                    new BigDecimal("43.881700"),
                                    List.of(new PermitRegisterEntry.Limit(
                                            "w01001",
                                            new BigDecimal("6"),
                                            new BigDecimal("9"),
                                            "1",
                                            LocalDate.of(2026, 1, 1),
                                            LocalDate.of(2030, 12, 31),
                                            "1")))),
                            MORNING),
                    new LoadAccounted(
                            UNIT,
                            UNIT_NAME,
                            "DW001",
                            "废水总排放口",
                            "w01018",
                            "化学需氧量",
                            "2026-11-22",
                            2,
                            new BigDecimal("84.480"),
                            new BigDecimal("3.520"),
                            new BigDecimal("2112.0"),
                            new BigDecimal("88.0"),
                            new BigDecimal("91.7"),
                            "valid",
                            MORNING),
                    new SectionAssessed(
                            "DB22-0101",
                            "示例断面",
                            "SONGHUA",
                            "松花江",
                            "provincial",
                            "2026-11",
                            2,
                            5,
                            "中度污染",
                            3,
                            false,
                            List.of(new SectionAssessed.MainPollutant("w01019", "高锰酸盐指数", new BigDecimal("1.22"))),
                            21,
                            "ice",
                            "GB 3838-2002",
                            MORNING,
                            true),
                    new DrinkingWaterReported(
                            "2026-Q3",
                            2,
                            List.of(new DrinkingWaterReported.Point(
                                    "LT-1",
                                    "示例街道龙头水",
                                    "tap",
                                    "HEALTH",
                                    1,
                                    LocalDate.of(2026, 8, 11),
                                    38,
                                    37,
                                    1,
                                    1,
                                    new BigDecimal("97.4"),
                                    false,
                                    List.of(new DrinkingWaterReported.Exceeded(
                                            "w20125",
                                            "铁",
                                            LocalDate.of(2026, 8, 11),
                                            "0.36",
                                            "mg/L",
                                            "≤0.3",
                                            new BigDecimal("0.20"))),
                                    List.of("2026-09"),
                                    "not-reported",
                                    "GB 5749-2022")),
                            "东郊水厂检修停水",
                            "铁的稀释倍数有误",
                            MORNING),
                    new SourceAssessed(
                            "Y-1",
                            "示例江饮用水水源地",
                            "surface",
                            "2026-11",
                            2,
                            true,
                            3,
                            false,
                            List.of(new SourceAssessed.Exceeded("w21011", "总磷", new BigDecimal("0.20"))),
                            61,
                            1,
                            new BigDecimal("120000"),
                            "not-sampled",
                            "GB 3838-2002",
                            MORNING),
                    new WaterBodyAssessed(
                            "W-SHJ",
                            "松花江（示例段）",
                            "basin",
                            "2026-Q4",
                            1,
                            "shares",
                            3,
                            "良好",
                            8,
                            List.of(0, 4, 2, 1, 0, 1),
                            new BigDecimal("75.0"),
                            new BigDecimal("12.5"),
                            List.of(new WaterBodyAssessed.Share("w21003", "氨氮", 2, new BigDecimal("25.0"))),
                            List.of("示例断面"),
                            true,
                            "GB 3838-2002",
                            MORNING),
                    new WaterBodyGraded(
                            "W-XSH",
                            "小沙河（示例）",
                            "W-XSH/2026-05-03/2026-05-11",
                            LocalDate.of(2026, 5, 3),
                            LocalDate.of(2026, 5, 11),
                            1,
                            "severe",
                            5,
                            3,
                            1,
                            3,
                            List.of("2号点–4号点"),
                            List.of("检测点 2 个, 少于 3 个"),
                            "黑臭 4/5, 重度 3/5 = 60.0%: 重度黑臭",
                            MORNING),
                    new SuspicionJoinedClue(CLUE, "XS-2026-0001", SUSPICION, MORNING),
                    new YellowCardShown(
                            CLUE,
                            "HP-2026-0001",
                            UNIT,
                            UNIT_NAME,
                            List.of(EXCEEDANCE),
                            "化学需氧量日均值超标1.3倍",
                            "limit-production",
                            LocalDate.of(2026, 11, 23),
                            MORNING))
            .collect(Collectors.toUnmodifiableMap(Fact::getClass, Function.identity()));

    private Samples() {}

    /**
     * The sample of a fact.
     *
     * @throws AssertionError where there is none yet
     */
    static Fact of(Class<? extends Fact> type) {
        Fact sample = BY_TYPE.get(type);
        if (sample == null) {
            throw new AssertionError("%s has no sample: add one, with every field filled in, to %s"
                    .formatted(type.getSimpleName(), Samples.class.getSimpleName()));
        }
        return sample;
    }
}
