package cn.bishui.hj212;

import java.time.LocalDateTime;

/**
 * Makes the centre's packets to one device. Each wants an answer: a request 9011 and then 9012, a notice 9013.
 *
 * @param st the device's system code, such as {@code 32}
 * @param mn the device's number
 * @param pw its password
 * @param version the version it speaks; an unknown one is addressed as 2017
 */
public record Commands(String st, String mn, String pw, ProtocolVersion version) {

    /**
     * The packet of a command.
     *
     * @param qn local moment that names the exchange, to the millisecond; never the same twice
     */
    public Packet packet(Command command, LocalDateTime qn) {
        return Packet.builder(st, command.cn(), mn)
                .qn(qn)
                .pw(pw)
                .flag(Flag.of(version.or2017(), false, true))
                .items(command.items())
                .build();
    }

    /** 1012: sets the device's clock to a local time, to the second. */
    public Packet setTime(LocalDateTime qn, LocalDateTime time) {
        return packet(new Command.SetTime(null, time), qn);
    }

    /** Names the device; the password is left out. */
    @Override
    public String toString() {
        return "Commands[mn=" + mn + ", st=" + st + ", version=" + version + "]";
    }
}
