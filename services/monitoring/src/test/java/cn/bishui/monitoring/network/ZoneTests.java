package cn.bishui.monitoring.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZoneTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Zone zone(long id, Zone.State state, @Nullable Long replaces) {
        return new Zone(
                id, "Y-1", Zone.Level.LEVEL1, null, null, "上游1000米", state, DAY, "", "editor", replaces, null, "", 3);
    }

    private static @Nullable Long replacedAfterRedrawing(Zone former) {
        return former.redrawn(null, null, "上游2000米", DAY, "editor").replaces();
    }

    @Test
    void whatIsInForceIsReplacedAndADraftHandsOnWhatItWasToReplace() {
        assertThat(replacedAfterRedrawing(zone(7, Zone.State.APPROVED, null))).isEqualTo(7);
        assertThat(replacedAfterRedrawing(zone(7, Zone.State.MARKED, 5L))).isEqualTo(7);
        assertThat(replacedAfterRedrawing(zone(8, Zone.State.SUBMITTED, 7L))).isEqualTo(7);
        assertThat(replacedAfterRedrawing(zone(8, Zone.State.SURVEYED, null))).isNull();
    }
}
