package cn.bishui.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Looks at TCP ports of this machine. */
public final class Ports {

    private static final int LOWEST = 12_000;

    /** Linux gives its clients ports from here on, other systems from higher ones. */
    private static final int FIRST_EPHEMERAL = 32_768;

    private Ports() {}

    /**
     * A port that nothing listened on a moment ago, and that the system gives to no client: one from the range of ephemeral
     * ports may be taken by anybody's outgoing connection between this answer and its use.
     *
     * @throws IllegalStateException if a thousand tries found none
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(1000, LOWEST, FIRST_EPHEMERAL)
                .filter(port -> !taken(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port below " + FIRST_EPHEMERAL));
    }

    /** Whether something listens on the port, on the loopback address or on all addresses. */
    public static boolean taken(int port) {
        return !bindable(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                || !bindable(new InetSocketAddress(port));
    }

    private static boolean bindable(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
