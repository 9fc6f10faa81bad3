package cn.bishui.monitoring.intake;

import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Packet;
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

    /** A gate that knows these devices. */
    public Gate(DeviceDirectory devices) {
        this.devices = devices;
    }

    /** What becomes of a packet; never waits. */
    public Verdict admit(Packet packet) {
        RefusalReason stranger = stranger(packet);
        if (Cn.isAnswer(packet.cn())) {
            return stranger == null ? new Verdict.Hear() : new Verdict.LetPass();
        }
        if (stranger != null) {
            return new Verdict.Refuse(stranger);
        }
        if (Cn.isNotice(packet.cn())) {
            return new Verdict.Note();
        }
        return isData(packet.cn()) ? new Verdict.Take() : new Verdict.Refuse(RefusalReason.UNKNOWN_COMMAND);
    }

    /** Why whoever sent it may not speak; null for a device in service that shows its password. */
    private @Nullable RefusalReason stranger(Packet packet) {
        Optional<Device> device = devices.find(packet.mn());
        if (device.isEmpty()) {
            return RefusalReason.UNKNOWN_DEVICE;
        }
        String password = packet.pw();
        if (password == null || !device.get().password().matches(password)) {
            return RefusalReason.WRONG_PASSWORD;
        }
        return device.get().state() == DeviceState.IN_SERVICE ? null : RefusalReason.NOT_IN_SERVICE;
    }

    /** Data commands, those too that later versions of the standard put into the range reserved for data. */
    private static boolean isData(String cn) {
        return OTHER_UPLOADS.contains(cn) || (cn.length() == 4 && cn.charAt(0) == '2' && digits(cn));
    }

    private static boolean digits(String cn) {
        return cn.chars().allMatch(each -> each >= '0' && each <= '9');
    }
}
