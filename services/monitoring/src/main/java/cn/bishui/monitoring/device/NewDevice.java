package cn.bishui.monitoring.device;

import cn.bishui.contracts.RuleBroken;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is registered.
 *
 * @param mn the device's number: 24 characters in HJ 212-2017, 14 in 2005
 * @param password as the device sends it; six characters in HJ 212
 * @param reportInterval of real-time data (RtdInterval)
 * @param factors what it measures; may be told later
 * @param key by which it encrypts; null where it does not, or where it is told later
 */
public record NewDevice(
        String mn,
        String password,
        DevicePlace place,
        Duration reportInterval,
        List<Factor> factors,
        @Nullable DeviceKey key) {

    private static final Pattern MN = Pattern.compile("[0-9A-Za-z]{1,24}");
    private static final Pattern PASSWORD = Pattern.compile("[!-~&&[^;,=&#]]{1,24}");
    private static final long SHORTEST_SECONDS = 30;
    private static final long LONGEST_SECONDS = 3600;

    /** Copies the list; code {@code device.factor-twice}. */
    public NewDevice {
        factors = Factor.each(factors);
    }

    /** Reads an MN; code {@code device.mn}. */
    public static String mn(String typed) {
        if (!MN.matcher(typed).matches()) {
            throw RuleBroken.invalid("device.mn");
        }
        return typed;
    }

    /** Reads a password: printable, without the characters that separate in HJ 212; code {@code device.password}. */
    public static String password(String typed) {
        if (!PASSWORD.matcher(typed).matches()) {
            throw RuleBroken.invalid("device.password");
        }
        return typed;
    }

    /** Reads an interval in seconds, 30 to 3600 as HJ 212-2017 has it; code {@code device.interval}. */
    public static Duration interval(String typed) {
        try {
            long seconds = Long.parseLong(typed);
            if (seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw RuleBroken.invalid("device.interval");
    }

    /** Names the device; password and key are left out. */
    @Override
    public String toString() {
        return "NewDevice[" + mn + " at " + place + "]";
    }
}
