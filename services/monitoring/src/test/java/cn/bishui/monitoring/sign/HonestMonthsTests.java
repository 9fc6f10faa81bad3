package cn.bishui.monitoring.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two hundred months of plants that are honest. */
class HonestMonthsTests {

    private static final int MONTHS = 200;
    private static final int HOURS_BETWEEN_LOOKS = 53;

    /** No sign is seen in more than this share of the months. */
    private static final double MOST = 0.02;

    @Test
    void hardlyEverBearASign() {
        Map<Sign, Set<Long>> seen = new EnumMap<>(Sign.class);
        for (long seed = 1; seed <= MONTHS; seed++) {
            Plant plant = new Plant(seed);
            for (LocalDateTime now = Plant.BEGIN.plusHours(30);
                    now.isBefore(Plant.END);
                    now = now.plusHours(HOURS_BETWEEN_LOOKS)) {
                Window window = plant.window(now);
                for (Sign sign : Sign.values()) {
                    if (!sign.look(window, Plant.THRESHOLDS).isEmpty()) {
                        seen.computeIfAbsent(sign, _ -> new TreeSet<>()).add(seed);
                    }
                }
            }
        }
        assertThat(seen)
                .allSatisfy((sign, months) ->
                        assertThat(months).as(sign.name()).hasSizeLessThanOrEqualTo((int) (MOST * MONTHS)));
    }
}
