package cn.bishui.hj212;

import java.time.LocalDateTime;

/**
 * Makes the centre's commands to one device. Each wants an answer (9011, then 9012).
 *
 * @param st the device's system code, such as {@code 32}
 * @param mn the device's number
 * @param pw its password
 * @param version the version it speaks; an unknown one is addressed as 2017
 */
public record Commands(String st, String mn, String pw, ProtocolVersion version) {

    /** 1012: sets the device's clock to a local time, to the second. */
    public Packet setTime(LocalDateTime qn, LocalDateTime time) {
        return request(Cn.SET_TIME, qn)
                .item("SystemTime", Timestamps.seconds(time))
                .build();
    }

    /**
     * 2061, 2031 or 2051: asks for the records that begin from {@code from} to {@code to}.
     *
     * @param cn which records, see {@link Cn}
     */
    public Packet history(String cn, LocalDateTime qn, LocalDateTime from, LocalDateTime to) {
        return request(cn, qn)
                .item("BeginTime", Timestamps.seconds(from))
                .item("EndTime", Timestamps.seconds(to))
                .build();
    }

    private Packet.Builder request(String cn, LocalDateTime qn) {
        int number = version == ProtocolVersion.UNKNOWN ? ProtocolVersion.V2017.number() : version.number();
        return Packet.builder(st, cn, mn).qn(qn).pw(pw).flag(new Flag(number * 4 + 1));
    }

    /** Names the device; the password is left out. */
    @Override
    public String toString() {
        return "Commands[mn=" + mn + ", st=" + st + ", version=" + version + "]";
    }
}
