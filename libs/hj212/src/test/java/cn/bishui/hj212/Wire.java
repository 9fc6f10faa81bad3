package cn.bishui.hj212;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes and frames for the tests. */
final class Wire {

    private Wire() {}

    /** Feeds the pieces, then closes. */
    static List<Received> decode(byte[]... pieces) {
        FrameDecoder decoder = new FrameDecoder();
        List<Received> all = new ArrayList<>();
        for (byte[] piece : pieces) {
            decoder.feed(ByteBuffer.wrap(piece), all::add);
        }
        decoder.finish(all::add);
        return all;
    }

    static List<Received> decode(String text) {
        return decode(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String frame(String segment) {
        return frame(bytes(segment));
    }

    static String frame(byte[] segment) {
        return "##%04d%s%04X\r\n"
                .formatted(segment.length, new String(segment, StandardCharsets.ISO_8859_1), Crc.of(segment));
    }

    /** The packet in bytes that are one good frame. */
    static Packet decoded(byte[] bytes) {
        return (Packet) Packet.parse(FrameDecoder.only(bytes).orElseThrow());
    }

    /** The packet in a text that is one good frame. */
    static Packet packet(String segment) {
        return (Packet) parse(segment);
    }

    static ParsedPacket parse(String segment) {
        return Packet.parse((Frame) decode(frame(segment)).getFirst());
    }

    static Rejection reason(Received received) {
        return ((RejectedFrame) received).reason();
    }

    static String text(Received received) {
        byte[] raw = switch (received) {
            case Frame frame -> frame.raw();
            case RejectedFrame rejected -> rejected.raw();
        };
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}
