package cn.bishui.monitoring.intake.tcp;

import cn.bishui.hj212.DeviceKeys;
import cn.bishui.monitoring.command.AnswersOfDevices;
import cn.bishui.monitoring.intake.Gate;
import cn.bishui.monitoring.intake.Hj212Settings;
import cn.bishui.monitoring.intake.IntakePort;
import cn.bishui.monitoring.intake.Logbook;
import cn.bishui.monitoring.intake.PacketLog;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens for devices. Starts when everything else runs and stops first, with what it has taken still answered.
 *
 * <p>Memory is bounded: so many connections, each with a small read buffer and a few frames that wait, and so many packets
 * of all of them that Kafka has not acknowledged.
 */
@Component
@SuppressWarnings(
        "FutureReturnValueIgnored") // of a connection that is turned away, and of loops that end by themselves
class Hj212Server implements SmartLifecycle, IntakePort {

    private static final Logger log = LoggerFactory.getLogger(Hj212Server.class);

    private static final int EVENT_LOOPS = 2;
    private static final int READ_BYTES = 4096;
    private static final int BACKLOG = 256;
    private static final int KEEPALIVE_AFTER_SECONDS = 60;
    private static final int KEEPALIVE_EVERY_SECONDS = 15;
    private static final int KEEPALIVE_TRIES = 4;
    private static final int UNREAD_ANSWERS_BYTES = 64 * 1024;
    /** So many packets of all devices are on their way to Kafka. */
    private static final int UNDER_WAY = 8192;

    private static final int FLUSH_AFTER = 256;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

    private final Hj212Settings settings;
    private final Gate gate;
    private final DeviceKeys keys;
    private final PacketLog packets;
    private final Logbook logbook;
    private final OpenLines lines;
    private final AnswersOfDevices answers;
    private final Clock clock;
    private final Semaphore underWay = new Semaphore(UNDER_WAY);
    private final AtomicBoolean full = new AtomicBoolean();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private @Nullable EventLoopGroup loops;
    private @Nullable Channel server;
    private volatile int port;

    Hj212Server(
            Hj212Settings settings,
            Gate gate,
            DeviceKeys keys,
            PacketLog packets,
            Logbook logbook,
            OpenLines lines,
            AnswersOfDevices answers,
            Clock clock) {
        this.settings = settings;
        this.gate = gate;
        this.keys = keys;
        this.packets = packets;
        this.logbook = logbook;
        this.lines = lines;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public int number() {
        return port;
    }

    @Override
    public synchronized void start() {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, NioIoHandler.newFactory());
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                // a line whose other end is gone is found within some two minutes, not within the system's two hours
                .childOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), KEEPALIVE_AFTER_SECONDS)
                .childOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), KEEPALIVE_EVERY_SECONDS)
                .childOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), KEEPALIVE_TRIES)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(READ_BYTES).maxMessagesPerRead(1))
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(UNREAD_ANSWERS_BYTES / 2, UNREAD_ANSWERS_BYTES))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel);
                    }
                });
        try {
            server = bootstrap.bind(settings.port()).syncUninterruptibly().channel();
        } catch (RuntimeException e) {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw e;
        } catch (Exception bindFailed) {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw new IllegalStateException(
                    "HJ 212 port " + settings.port() + " cannot be listened on: " + bindFailed.getMessage(),
                    bindFailed);
        }
        loops = group;
        port = ((InetSocketAddress) server.localAddress()).getPort();
        log.info("listens for devices on port {}", port);
    }

    private void accept(SocketChannel channel) {
        if (connections.size() >= settings.maxConnections()) {
            if (full.compareAndSet(false, true)) {
                log.warn("more than {} devices are connected: others are turned away", settings.maxConnections());
            }
            channel.close();
            return;
        }
        full.set(false);
        connections.add(channel);
        channel.pipeline()
                .addLast(new FlushConsolidationHandler(FLUSH_AFTER, true))
                .addLast(new IdleStateHandler(settings.frameTimeout().toMillis(), 0, 0, TimeUnit.MILLISECONDS))
                .addLast(new DeviceConnection(
                        channel, settings, gate, keys, packets, logbook, lines, answers, underWay, clock));
    }

    @Override
    public synchronized void stop() {
        Channel listening = server;
        EventLoopGroup group = loops;
        if (listening == null || group == null) {
            return;
        }
        listening.close().awaitUninterruptibly();
        long deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
        for (Channel each : connections) {
            DeviceConnection device = each.pipeline().get(DeviceConnection.class);
            if (device != null) { // null once the channel has closed by itself
                device.finish(deadline);
            }
        }
        connections.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
        server = null;
        loops = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
