package cn.bishui.simulator;

import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.MalformedPacket;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.hj212.Received;
import cn.bishui.hj212.RejectedFrame;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection to the centre; what comes in waits in a bounded queue. */
final class Link implements Closeable {

    private static final int QUEUE = 64;

    private final Socket socket = new Socket();
    private final BlockingQueue<Packet> received = new ArrayBlockingQueue<>(QUEUE);
    private final String name;
    private volatile boolean ended;
    private volatile String reason = "the centre closed the connection";

    private Link(String name) {
        this.name = name;
    }

    /**
     * Connects.
     *
     * @throws IOException if the centre cannot be reached within the timeout
     */
    static Link open(String name, String host, int port, Duration timeout) throws IOException {
        Link link = new Link(name);
        try {
            link.socket.setTcpNoDelay(true);
            link.socket.setKeepAlive(true);
            link.socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
        } catch (IOException unreachable) {
            link.close();
            throw unreachable;
        }
        Thread.ofVirtual().name(name + "-reader").start(link::read);
        return link;
    }

    void send(Packet packet) throws IOException {
        socket.getOutputStream().write(PacketEncoder.encode(packet));
    }

    /**
     * The next packet, waited for as long as given; null if none came.
     *
     * @throws IOException if the centre closed the connection and nothing is left
     * @throws InterruptedException if the thread is asked to stop
     */
    @Nullable
    Packet poll(Duration wait) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            boolean last = ended;
            long left = Math.min(deadline - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(200));
            Packet packet = received.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
            if (packet != null) {
                return packet;
            }
            if (last) {
                throw new IOException(reason);
            }
            if (System.nanoTime() >= deadline) {
                return null;
            }
        }
    }

    private void read() {
        FrameDecoder decoder = new FrameDecoder();
        byte[] buffer = new byte[4096];
        try (InputStream in = socket.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                decoder.feed(ByteBuffer.wrap(buffer, 0, count), this::take);
            }
        } catch (IOException closed) {
            reason = String.valueOf(closed.getMessage());
        } finally {
            ended = true;
        }
    }

    private void take(Received each) {
        switch (each) {
            case RejectedFrame rejected -> Log.warn(name, "received a broken frame: " + rejected.reason());
            case Frame frame -> {
                switch (Packet.parse(frame)) {
                    case MalformedPacket malformed -> Log.warn(name, "received nonsense: " + malformed.reason());
                    case Packet packet -> {
                        if (!received.offer(packet)) {
                            Log.warn(name, "too many packets wait, one is dropped: CN " + packet.cn());
                        }
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            reason = String.valueOf(alreadyBroken.getMessage());
        }
    }
}
