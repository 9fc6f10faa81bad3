package cn.bishui.hj212;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Makes the packets of one device.
 *
 * @param st its system code, such as {@code 32}
 * @param mn its number
 * @param pw its password
 * @param version the version it speaks
 */
public record Uploads(String st, String mn, String pw, ProtocolVersion version) {

    /**
     * The packet of an upload.
     *
     * @param qn local moment that names the exchange, to the millisecond; never the same twice
     * @param answerWanted whether the centre is to answer, by 9014 or 9013
     */
    public Packet packet(Upload upload, LocalDateTime qn, boolean answerWanted) {
        return Packet.builder(st, upload.cn(), mn)
                .qn(qn)
                .pw(pw)
                .flag(Flag.of(version.or2017(), false, answerWanted))
                .items(upload.items())
                .build();
    }

    /**
     * The packets of an upload, several if it is too long for one; see {@link PacketSplitter}.
     *
     * @param qn of the first; each further one has a QN one millisecond later
     * @throws IllegalArgumentException if one item alone is too long
     */
    public List<Packet> packets(Upload upload, LocalDateTime qn, boolean answerWanted) {
        return PacketSplitter.split(packet(upload, qn, answerWanted));
    }

    /** Names the device; the password is left out. */
    @Override
    public String toString() {
        return "Uploads[mn=" + mn + ", st=" + st + ", version=" + version + "]";
    }
}
