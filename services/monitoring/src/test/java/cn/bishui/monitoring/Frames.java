package cn.bishui.monitoring;

import cn.bishui.hj212.Crc;
import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.Packet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes frames for tests from text, right ones and wrong ones. */
public final class Frames {

    private Frames() {}

    /** A right frame around a segment. */
    public static byte[] of(String segment) {
        byte[] bytes = segment.getBytes(StandardCharsets.ISO_8859_1);
        return "##%04d%s%04X\r\n"
                .formatted(bytes.length, segment, Crc.of(bytes))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The segment of a 2017 packet that wants an answer. */
    public static String segment(String qn, String cn, String pw, String mn, String data) {
        return "QN=%s;ST=32;CN=%s;PW=%s;MN=%s;Flag=5;CP=&&%s&&".formatted(qn, cn, pw, mn, data);
    }

    /** The packet in a segment. */
    public static Packet packet(String segment) {
        List<Packet> packets = new ArrayList<>();
        new FrameDecoder().feed(ByteBuffer.wrap(of(segment)), each -> packets.add((Packet) Packet.parse((Frame) each)));
        return packets.getFirst();
    }
}
