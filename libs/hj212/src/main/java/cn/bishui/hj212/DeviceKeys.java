package cn.bishui.hj212;

import java.util.List;

/** The keys of devices that encrypt what they send (HJ 212-2025 6.4.3: a key holds for 90 days, then CN 1014 brings the next). */
@FunctionalInterface
public interface DeviceKeys {

    /**
     * What to decrypt a device's data with, asked for each frame whose checksum does not hold in clear.
     *
     * @param mn the device's number as sent, which may be anybody's
     * @return the ciphers to try in turn, such as that of the present key and of the one before; empty if there is none
     */
    List<BlockCipher> of(String mn);
}
