package cn.bishui.simulator;

import cn.bishui.hj212.Answers;
import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.hj212.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A centre on a real socket that keeps what it receives and answers as told. */
final class Centre implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<Packet> received = new CopyOnWriteArrayList<>();
    private volatile Function<Packet, List<Packet>> manners = Centre::polite;

    Centre(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static List<Packet> polite(Packet packet) {
        if (Cn.isAnswer(packet.cn())) {
            return List.of();
        }
        return List.of(Cn.isNotice(packet.cn()) ? Answers.toNotice(packet) : Answers.toData(packet));
    }

    void behave(Function<Packet, List<Packet>> how) {
        manners = how;
    }

    int port() {
        return server.getLocalPort();
    }

    List<Packet> received() {
        return List.copyOf(received);
    }

    List<Packet> received(String cn) {
        return received.stream().filter(packet -> packet.cn().equals(cn)).toList();
    }

    int connections() {
        return connections.size();
    }

    void send(Packet packet) throws IOException {
        send(PacketEncoder.encode(packet));
    }

    void send(byte[] bytes) throws IOException {
        connections.getLast().getOutputStream().write(bytes);
    }

    void drop() throws IOException {
        connections.getLast().close();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> read(socket));
            }
        } catch (IOException closed) {
            connections.forEach(Centre::close);
        }
    }

    private void read(Socket socket) {
        FrameDecoder decoder = new FrameDecoder();
        byte[] buffer = new byte[4096];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                decoder.feed(ByteBuffer.wrap(buffer, 0, n), each -> answer(socket, each));
            }
        } catch (IOException | UncheckedIOException closed) {
            close(socket);
        }
    }

    private void answer(Socket socket, Received each) {
        Packet packet = (Packet) Packet.parse((Frame) each);
        received.add(packet);
        try {
            for (Packet answer : manners.apply(packet)) {
                socket.getOutputStream().write(PacketEncoder.encode(answer));
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.forEach(Centre::close);
    }
}
