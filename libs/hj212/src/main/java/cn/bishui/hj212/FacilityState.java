package cn.bishui.hj212;

import java.util.Optional;

/** The state of a treatment facility (HJ 212-2017 table 4, SBxxx-RS). */
public enum FacilityState {
    /** Off. */
    OFF(0),
    /** Running. */
    RUNNING(1),
    /** Being calibrated. */
    CALIBRATION(2),
    /** Being maintained. */
    MAINTENANCE(3),
    /** Giving alarm. */
    ALARM(4),
    /** Being blown back. */
    BLOWBACK(5);

    private final int number;

    FacilityState(int number) {
        this.number = number;
    }

    /** As sent, 0..5. */
    public int number() {
        return number;
    }

    /** The state with a number; empty for a maker's own. */
    public static Optional<FacilityState> of(int number) {
        for (FacilityState each : values()) {
            if (each.number == number) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
