package cn.bishui.monitoring.device;

import cn.bishui.contracts.RuleBroken;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The key by which a device encrypts what it sends: SM4, 128 bits (HJ 212-2025).
 *
 * @param bytes 16 of them
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record DeviceKey(byte[] bytes) {

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{32}");

    /** Reads 32 hexadecimal digits, with or without spaces between them; code {@code device.key}. */
    public static DeviceKey of(String typed) {
        String digits = typed.replace(" ", "");
        if (!HEX.matcher(digits).matches()) {
            throw RuleBroken.invalid("device.key");
        }
        return new DeviceKey(HexFormat.of().parseHex(digits));
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "DeviceKey[…]";
    }
}
