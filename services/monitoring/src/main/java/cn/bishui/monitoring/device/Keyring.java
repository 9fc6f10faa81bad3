package cn.bishui.monitoring.device;

import cn.bishui.hj212.BlockCipher;
import cn.bishui.hj212.DeviceKeys;
import java.util.List;

/**
 * The ciphers of devices by MN: that of the present key, and those of the three before, since nobody knows when the device changes
 * over. {@link #of} never waits, and is at most a moment behind.
 */
public interface Keyring extends DeviceKeys {

    /** As the database has them, for what the ciphers at hand do not open. */
    List<BlockCipher> reread(String mn);
}
