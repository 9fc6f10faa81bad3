package cn.bishui.monitoring.intake;

import cn.bishui.hj212.Cn;
import cn.bishui.hj212.DeviceKeys;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.ProtocolVersion;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceDirectory;
import cn.bishui.monitoring.device.DeviceState;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who may speak, and what about. */
@Component
public final class Gate {

    /** Uploads outside the range of data commands (HJ 212-2017 table 9). */
    private static final Set<String> OTHER_UPLOADS = Set.of(
            Cn.TIME,
            Cn.REALTIME_INTERVAL,
            Cn.MINUTE_INTERVAL,
            Cn.RETAIN_SAMPLE,
            Cn.SAMPLING_CYCLE,
            Cn.SAMPLING_DURATION,
            Cn.INSTRUMENT_NUMBER,
            Cn.DEVICE_INFO);

    private final DeviceDirectory devices;
    private final DeviceKeys keys;

    /**
     * A gate that knows these devices.
     *
     * @param keys by which they encrypt
     */
    public Gate(DeviceDirectory devices, DeviceKeys keys) {
        this.devices = devices;
        this.keys = keys;
    }

    /** What becomes of a packet; never waits. */
    public Verdict admit(Packet packet) {
        Optional<Device> device = devices.find(packet.mn());
        RefusalReason stranger = stranger(packet, device);
        if (packet.cn().equals(Cn.HARDWARE) && packet.version() == ProtocolVersion.V2025) {
            return number(stranger);
        }
        if (stranger == null && device.orElseThrow().state() != DeviceState.IN_SERVICE) {
            stranger = RefusalReason.NOT_IN_SERVICE;
        }
        if (Cn.isAnswer(packet.cn())) {
            return stranger == null ? new Verdict.Hear() : new Verdict.LetPass();
        }
        if (stranger != null) {
            return new Verdict.Refuse(stranger);
        }
        if (Cn.isNotice(packet.cn())) {
            return new Verdict.Note();
        }
        if (packet.cn().equals(Cn.KEY) && packet.version() == ProtocolVersion.V2025) {
            return new Verdict.Refuse(RefusalReason.NEXT_KEY);
        }
        return isData(packet.cn()) ? new Verdict.Take() : new Verdict.Refuse(RefusalReason.UNKNOWN_COMMAND);
    }

    /** A device gets its number before it is put in service. */
    private static Verdict number(@Nullable RefusalReason stranger) {
        if (stranger == null) {
            return new Verdict.TellNumber();
        }
        return new Verdict.Refuse(stranger == RefusalReason.UNKNOWN_DEVICE ? RefusalReason.NO_NUMBER : stranger);
    }

    /**
     * Why a packet is refused whose data no key at hand opens.
     *
     * @param head what it says in clear
     */
    public RefusalReason whyNotOpened(Packet head) {
        RefusalReason stranger = stranger(head, devices.find(head.mn()));
        if (stranger != null) {
            return stranger;
        }
        return keys.of(head.mn()).isEmpty() ? RefusalReason.NO_KEY : RefusalReason.WRONG_KEY;
    }

    /** Why whoever sent it may not speak; null for a device that shows its password and was not removed. */
    private static @Nullable RefusalReason stranger(Packet packet, Optional<Device> device) {
        if (device.isEmpty()) {
            return RefusalReason.UNKNOWN_DEVICE;
        }
        String password = packet.pw();
        if (password == null || !device.get().password().matches(password)) {
            return RefusalReason.WRONG_PASSWORD;
        }
        return device.get().state() == DeviceState.REMOVED ? RefusalReason.NOT_IN_SERVICE : null;
    }

    /** Data commands, those too that later versions of the standard put into the range reserved for data. */
    private static boolean isData(String cn) {
        return OTHER_UPLOADS.contains(cn) || (cn.length() == 4 && cn.charAt(0) == '2' && digits(cn));
    }

    private static boolean digits(String cn) {
        return cn.chars().allMatch(each -> each >= '0' && each <= '9');
    }
}
