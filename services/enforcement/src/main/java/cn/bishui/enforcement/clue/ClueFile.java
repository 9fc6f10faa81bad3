package cn.bishui.enforcement.clue;

import cn.bishui.clocks.Deadline;
import java.time.Instant;
import java.util.UUID;

/**
 * What every clue has, whatever its state.
 *
 * @param number what people call it, such as {@code XS-2026-0001}
 * @param clock last day on which to decide on filing
 * @param exceedances how many belong to it
 * @param version rises with every change
 */
public record ClueFile(
        UUID id, String number, Outlet outlet, Instant openedAt, Deadline clock, int exceedances, long version) {

    ClueFile changed() {
        return new ClueFile(id, number, outlet, openedAt, clock, exceedances, version + 1);
    }

    ClueFile withOneMore() {
        return new ClueFile(id, number, outlet, openedAt, clock, exceedances + 1, version + 1);
    }

    ClueFile withClock(Deadline counted) {
        return new ClueFile(id, number, outlet, openedAt, counted, exceedances, version + 1);
    }
}
