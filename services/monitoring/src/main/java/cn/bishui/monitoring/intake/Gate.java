package cn.bishui.monitoring.intake;

import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Packet;
import cn.bishui.monitoring.device.Device;
import cn.bishui.monitoring.device.DeviceDirectory;
import cn.bishui.monitoring.device.DeviceState;
import java.util.Optional;
import java.util.Set;
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
        if (Cn.isAnswer(packet.cn())) {
            return new Verdict.LetPass();
        }
        Optional<Device> device = devices.find(packet.mn());
        if (device.isEmpty()) {
            return new Verdict.Refuse(RefusalReason.UNKNOWN_DEVICE);
        }
        String password = packet.pw();
        if (password == null || !device.get().password().matches(password)) {
            return new Verdict.Refuse(RefusalReason.WRONG_PASSWORD);
        }
        if (device.get().state() != DeviceState.IN_SERVICE) {
            return new Verdict.Refuse(RefusalReason.NOT_IN_SERVICE);
        }
        if (Cn.isNotice(packet.cn())) {
            return new Verdict.Note();
        }
        return isData(packet.cn()) ? new Verdict.Take() : new Verdict.Refuse(RefusalReason.UNKNOWN_COMMAND);
    }

    /** Data commands, those too that later versions of the standard put into the range reserved for data. */
    private static boolean isData(String cn) {
        return OTHER_UPLOADS.contains(cn) || (cn.length() == 4 && cn.charAt(0) == '2' && digits(cn));
    }

    private static boolean digits(String cn) {
        return cn.chars().allMatch(each -> each >= '0' && each <= '9');
    }
}
