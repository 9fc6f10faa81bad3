package cn.bishui.monitoring.device;

import java.util.Arrays;
import java.util.List;

/** Where a device stands. Its data count while it is in service. */
public enum DeviceState {
    /** Known, not yet tested: its packets are refused, and show in the list of refusals that its line works. */
    REGISTERED("registered"),
    /** Tested and accepted (验收), not put to use yet: its packets are refused. */
    TESTED("tested"),
    /** Its packets are taken and judged. */
    IN_SERVICE("in-service"),
    /** Stopped with the bureau's knowledge: its packets are refused. */
    OUT_OF_SERVICE("out-of-service"),
    /** Taken away with the bureau's consent, for good. */
    REMOVED("removed");

    private final String code;

    DeviceState(String code) {
        this.code = code;
    }

    /** As it is written in JSON and in the database. */
    public String code() {
        return code;
    }

    /** All codes, in the order of a device's life. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(DeviceState::code).toList();
    }

    /** The state of a code. */
    public static DeviceState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No device state " + code));
    }
}
