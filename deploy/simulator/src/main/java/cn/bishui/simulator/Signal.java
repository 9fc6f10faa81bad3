package cn.bishui.simulator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an instrument would have shown at any minute: the same for the same seed, device and minute, so that a record that
 * is sent twice says the same twice. Values stay within mean ± spread.
 */
final class Signal {

    private static final double DAILY = 0.25;
    private static final double HOURLY = 0.6;
    private static final double RIPPLE = 0.15;

    private final long seed;
    private final LocalDate firstDay;
    private final Map<String, Long> keys = new ConcurrentHashMap<>();

    /**
     * @param seed what, with the device, tells one series from another
     * @param firstDay the day on which the simulation began, from which excesses are counted back
     */
    Signal(String seed, String mn, LocalDate firstDay) {
        this.seed = hash(seed + "/" + mn);
        this.firstDay = firstDay;
    }

    /** The value at a minute, in the unit of the code. */
    double at(Substance substance, LocalDateTime minute) {
        long key = keys.computeIfAbsent(substance.code(), code -> mix(seed ^ hash(code)));
        long hour = Math.floorDiv(minute.toEpochSecond(ZoneOffset.UTC), 3600);
        double within = minute.getMinute() / 60.0;
        double hourly = (1 - within) * noise(key, hour) + within * noise(key, hour + 1);
        double daily = Math.sin(2 * Math.PI * (minute.getHour() + within - 8) / 24);
        double ripple = noise(~key, hour * 60 + minute.getMinute());
        double value = substance.mean().doubleValue()
                + substance.spread().doubleValue() * (HOURLY * hourly + DAILY * daily + RIPPLE * ripple);
        return value * excess(substance, minute.toLocalDate());
    }

    private double excess(Substance substance, LocalDate day) {
        Substance.Excess excess = substance.excess();
        if (excess == null || !day.equals(firstDay.minusDays(excess.daysAgo()))) {
            return 1;
        }
        return excess.mean().doubleValue() / substance.mean().doubleValue();
    }

    /** From -1 to 1. */
    private static double noise(long key, long step) {
        return 2 * ((mix(key + step * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53) - 1;
    }

    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
