package cn.bishui.monitoring.sign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sign that what a device sends may not be what it measured (F01 to F20), or that it may not measure all there is (A5). What
 * each looks for, and by which figures, stands in {@code fraud-signs.csv} of the standards.
 *
 * <p>F11 (outlet above inlet) needs devices at inlets, and the register knows outlets only.
 */
public enum Sign {
    F01("恒值", "constant value", 1),
    F02("长期零值或负值", "zero or negative", 1),
    F03("压线", "crowding under the limit", 1),
    F04("突变后复位", "sudden fall", 1),
    F05("定时规律", "fixed daily period", 1),
    F06("参数被改", "parameters changed", 1),
    F07("校准或维护标记过多", "too much calibration or maintenance", 1),
    F08("数据不一致", "means that do not agree", 1),
    F09("采样时间不动", "sampling time stands still", 1),
    F10("流量与用电不符", "flow without power", 1),
    F12("稀释", "dilution", 1),
    F13("门禁异常", "door opened before a step", 1),
    F14("时钟漂移", "clock drift", 1),
    F15("频繁离线", "clustered outages", 1),
    F16("补传改值", "changed when sent again", 1),
    F17("氮逻辑错误", "nitrogen does not add up", 1),
    F18("BOD大于COD", "BOD above COD", 1),
    F19("手工比对不符", "check sample differs", 1),
    F20("设备更换未备案", "instrument replaced", 1),
    A5("超测量上限", "above the measuring range", 1);

    private final String nameZh;
    private final String nameEn;
    private final int version;

    Sign(String nameZh, String nameEn, int version) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.version = version;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    /** Of the computation; its figures have days of their own. */
    int version() {
        return version;
    }

    /** Whether it can be seen while nothing comes from the device. */
    boolean inSilence() {
        return this == F15;
    }

    /** Looks for it; at most one observation of each pollutant, or one of each sample (F19) in the order in which they came. */
    List<Observation> look(Window window, Thresholds thresholds) {
        return switch (this) {
            case F01 -> Levels.constant(window, thresholds);
            case F02 -> Levels.zero(window, thresholds);
            case F03 -> Levels.crowding(window, thresholds);
            case F04 -> Steps.falls(window, thresholds);
            case F05 -> Rhythm.look(window, thresholds);
            case F06 -> Parameters.changed(window, thresholds);
            case F07 -> Flags.look(window, thresholds);
            case F08 -> MeansAgain.look(window, thresholds);
            case F09 -> SampleTimes.look(window, thresholds);
            case F10 -> Power.look(window, thresholds);
            case F12 -> Dilution.look(window, thresholds);
            case F13 -> Steps.afterDoor(window, thresholds);
            case F14 -> DeviceClock.look(window, thresholds);
            case F15 -> Outages.look(window, thresholds);
            case F16 -> Corrections.look(window, thresholds);
            case F17 -> Chemistry.nitrogen(window, thresholds);
            case F18 -> Chemistry.oxygenDemand(window, thresholds);
            case F19 -> CheckSamples.look(window, thresholds);
            case F20 -> Parameters.replaced(window, thresholds);
            case A5 -> Levels.overRange(window, thresholds);
        };
    }

    /** The sign of a name such as {@code F01}. */
    public static Optional<Sign> find(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
