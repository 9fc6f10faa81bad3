package cn.bishui.monitoring.device;

import java.util.Arrays;

/** Where a device stands. Its data count while it is in service. */
public enum DeviceState {
    /** Known, not yet accepted: its packets are refused. */
    REGISTERED("registered"),
    /** Accepted: its packets are taken and judged. */
    IN_SERVICE("in-service"),
    /** Stopped with the bureau's knowledge: its packets are refused. */
    OUT_OF_SERVICE("out-of-service");

    private final String code;

    DeviceState(String code) {
        this.code = code;
    }

    /** As it is written in JSON and in the database. */
    public String code() {
        return code;
    }

    /** The state of a code. */
    public static DeviceState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No device state " + code));
    }
}
