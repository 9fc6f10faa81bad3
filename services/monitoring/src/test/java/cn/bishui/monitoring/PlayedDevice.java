package cn.bishui.monitoring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.Packet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A device on a real socket. */
public final class PlayedDevice implements AutoCloseable {

    private final Socket socket;
    private final FrameDecoder decoder = new FrameDecoder();
    private final Deque<Packet> received = new ArrayDeque<>();

    /** Connects. */
    public PlayedDevice(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends piece by piece. */
    public void send(byte[]... pieces) {
        try {
            for (byte[] piece : pieces) {
                socket.getOutputStream().write(piece);
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends characters as single bytes. */
    public void send(String text) {
        send(text.getBytes(ISO_8859_1));
    }

    /** The next packet; fails if none comes in 20 s. */
    public Packet answer() {
        return answer(Duration.ofSeconds(20)).orElseThrow(() -> new AssertionError("no answer"));
    }

    /** The next packet with a command number; what came before it stays to be read. */
    public Packet answer(String cn) {
        Deque<Packet> before = new ArrayDeque<>();
        Packet next = answer();
        while (!next.cn().equals(cn)) {
            before.push(next);
            next = answer();
        }
        before.forEach(received::addFirst);
        return next;
    }

    /** The next packet that comes within a time. */
    public Optional<Packet> answer(Duration within) {
        byte[] buffer = new byte[4096];
        long deadline = System.nanoTime() + within.toNanos();
        try {
            while (received.isEmpty()) {
                long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
                socket.setSoTimeout((int) left);
                int count = socket.getInputStream().read(buffer);
                if (count < 0) {
                    return Optional.empty();
                }
                decoder.feed(
                        ByteBuffer.wrap(buffer, 0, count), each -> received.add((Packet) Packet.parse((Frame) each)));
            }
        } catch (SocketTimeoutException nothingCame) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(received.removeFirst());
    }

    /** Whether the centre has closed the connection by now. */
    public boolean isClosed() {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Whether the centre has closed the connection, within 20 s. */
    public boolean isCutOff() {
        try {
            socket.setSoTimeout(20_000);
            byte[] buffer = new byte[4096];
            int count = 0;
            while (count >= 0) {
                count = socket.getInputStream().read(buffer);
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
