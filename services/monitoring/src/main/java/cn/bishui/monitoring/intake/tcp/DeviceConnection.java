package cn.bishui.monitoring.intake.tcp;

import cn.bishui.hj212.Answers;
import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Command;
import cn.bishui.hj212.Commands;
import cn.bishui.hj212.DeviceKeys;
import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.MalformedPacket;
import cn.bishui.hj212.Message;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.hj212.Received;
import cn.bishui.hj212.RejectedFrame;
import cn.bishui.hj212.Reply;
import cn.bishui.hj212.Upload;
import cn.bishui.monitoring.command.AnswersOfDevices;
import cn.bishui.monitoring.intake.Gate;
import cn.bishui.monitoring.intake.Hj212Settings;
import cn.bishui.monitoring.intake.Logbook;
import cn.bishui.monitoring.intake.PacketLog;
import cn.bishui.monitoring.intake.RawBytes;
import cn.bishui.monitoring.intake.RefusalReason;
import cn.bishui.monitoring.intake.RejectedBytes;
import cn.bishui.monitoring.intake.Verdict;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection. The event loop cuts the stream into frames; a virtual thread of its own works them off in order and
 * may wait for Kafka. While too many wait, nothing more is read, so TCP slows the device down.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what cannot be written or closed is closed already
final class DeviceConnection extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(DeviceConnection.class);

    /** So many frames wait before reading stops; one more read may add those in it. */
    private static final int READ_AHEAD = 16;

    /** So many packets are on their way to Kafka, or their answers to the device. */
    private static final int UNDER_WAY = 64;

    private final SocketChannel channel;
    private final Hj212Settings settings;
    private final Gate gate;
    private final PacketLog packets;
    private final Logbook logbook;
    private final OpenLines lines;
    private final AnswersOfDevices answers;
    private final Clock clock;
    private final String remote;
    private final FrameDecoder decoder;
    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>();
    private final Semaphore underWay = new Semaphore(UNDER_WAY);
    private final Semaphore underWayOfAll;
    private volatile boolean paused;
    private volatile boolean introduced;
    private volatile boolean ended;
    private volatile Instant lastRead = Instant.MIN;
    private Duration idle = Duration.ZERO;
    private int refusalsInARow;

    DeviceConnection(
            SocketChannel channel,
            Hj212Settings settings,
            Gate gate,
            DeviceKeys keys,
            PacketLog packets,
            Logbook logbook,
            OpenLines lines,
            AnswersOfDevices answers,
            Semaphore underWayOfAll,
            Clock clock) {
        this.channel = channel;
        this.settings = settings;
        this.gate = gate;
        this.decoder = new FrameDecoder(keys);
        this.packets = packets;
        this.logbook = logbook;
        this.lines = lines;
        this.answers = answers;
        this.underWayOfAll = underWayOfAll;
        this.clock = clock;
        this.remote = channel.remoteAddress() == null
                ? "?"
                : channel.remoteAddress().getAddress().getHostAddress();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Thread.ofVirtual().name("hj212-" + remote).start(this::work);
        context.executor().schedule(this::closeStranger, settings.introduction().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void closeStranger() {
        if (!introduced) {
            channel.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        idle = Duration.ZERO;
        lastRead = clock.instant();
        try {
            decoder.feed(bytes.nioBuffer(), this::arrived);
        } finally {
            bytes.release();
        }
        if (waiting.size() > READ_AHEAD) {
            paused = true;
            channel.config().setAutoRead(false);
            if (waiting.size() <= READ_AHEAD) {
                resume();
            }
        }
    }

    private void arrived(Received received) {
        Instant at = clock.instant();
        waiting.add(() -> handle(received, at));
    }

    private void resume() {
        paused = false;
        channel.config().setAutoRead(true);
    }

    /** Comes again and again while nothing is read. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && !paused) {
            if (decoder.pending()) {
                decoder.finish(this::arrived);
            }
            idle = idle.plus(settings.frameTimeout());
            if (idle.compareTo(settings.idleTimeout()) >= 0) {
                channel.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        decoder.finish(this::arrived);
        lines.closed(this);
        waiting.add(() -> ended = true);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            log.warn("the connection from {} failed", remote, cause);
        }
        channel.close();
    }

    /** Works off what came, until the connection's end came too. */
    private void work() {
        try {
            while (!ended) {
                waiting.take().work();
                if (paused && waiting.size() <= READ_AHEAD / 2) {
                    channel.eventLoop().execute(this::resume);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Received received, Instant at) throws InterruptedException {
        try {
            switch (received) {
                case RejectedFrame rejected -> {
                    Packet head = rejected.head().orElse(null);
                    if (head == null) {
                        reject(code(rejected.reason()), rejected.raw(), rejected.length(), at);
                    } else {
                        refuse(head, gate.whyNotOpened(head), at);
                    }
                }
                case Frame frame -> {
                    switch (Packet.parse(frame)) {
                        case MalformedPacket _ -> reject("malformed", frame.raw(), frame.raw().length, at);
                        case Packet packet -> handle(packet, frame, at);
                    }
                }
            }
        } catch (RuntimeException e) {
            // a fault of ours must not end the connection: the device sends again what was not answered
            log.error("a packet from {} could not be handled", remote, e);
        }
    }

    private void handle(Packet packet, Frame frame, Instant at) throws InterruptedException {
        switch (gate.admit(packet)) {
            case Verdict.LetPass _ -> log.debug("{} answers with CN {}", packet.mn(), packet.cn());
            case Verdict.Hear _ -> {
                if (Message.fromDevice(packet) instanceof Reply reply) {
                    answers.heard(packet.mn(), reply);
                }
            }
            case Verdict.TellNumber _ -> tellNumber(packet, at);
            case Verdict.Refuse refusal -> refuse(packet, refusal.reason(), at);
            case Verdict.Note _ -> {
                introduced(packet);
                logbook.heard(packet.mn(), at);
                answer(packet, Answers::toNotice);
                if (packet.cn().equals(Cn.TIME_REQUEST)) {
                    setTime(packet);
                }
            }
            case Verdict.Take _ -> {
                introduced(packet);
                take(packet, frame, at);
            }
        }
    }

    private void take(Packet packet, Frame frame, Instant at) throws InterruptedException {
        if (!underWay.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            // Kafka gives up sooner: it is the device that does not read
            channel.close();
            return;
        }
        // comes back when Kafka has the packet or gives it up
        underWayOfAll.acquire();
        packets.append(packet.mn(), frame.raw(), at, remote, failure -> {
            underWayOfAll.release();
            ChannelFuture written = failure == null ? answer(packet, Answers::toData) : null;
            if (written == null) {
                underWay.release();
            } else {
                written.addListener(_ -> underWay.release());
            }
        });
    }

    private void refuse(Packet packet, RefusalReason reason, Instant at) {
        logbook.refused(reason, packet.mn(), packet.cn(), remote, at);
        answer(packet, request -> Answers.toRequest(request, reason.answer()));
        refusalsInARow++;
        if (refusalsInARow >= settings.maxRefusals()) {
            channel.close();
        }
    }

    private void reject(String reason, byte[] raw, long length, Instant at) {
        logbook.rejected(new RejectedBytes(reason, remote, RawBytes.masked(raw), length, at));
    }

    private void introduced(Packet packet) {
        introduced = true;
        refusalsInARow = 0;
        lines.open(this, packet);
    }

    /** The device asked for the time: the centre sets its clock (CN 1012). */
    private void setTime(Packet request) {
        String password = request.pw();
        if (password != null) {
            LocalDateTime now = LocalDateTime.now(clock);
            send(new Commands(request.st(), request.mn(), password, request.version()).setTime(now, now));
        }
    }

    /**
     * The device told its hardware's numbers and is told its own, as it is registered (CN 1002). Whether the standard wants
     * another answer before that is not known.
     */
    private void tellNumber(Packet request, Instant at) {
        introduced = true;
        refusalsInARow = 0;
        logbook.heard(request.mn(), at);
        String password = request.pw();
        if (password != null && Message.fromDevice(request) instanceof Upload.Hardware hardware) {
            send(new Commands(request.st(), request.mn(), password, request.version())
                    .packet(new Command.SetMn(hardware.info()), LocalDateTime.now(clock)));
        }
    }

    private @Nullable ChannelFuture answer(Packet packet, UnaryOperator<Packet> how) {
        return packet.answerWanted() ? send(how.apply(packet)) : null;
    }

    /** Sends a command; on any thread. */
    void command(Packet command) {
        send(command);
    }

    /** Closes the connection if nothing has come on it since a moment; on any thread. */
    void closeIfQuiet(Instant since) {
        if (lastRead.isBefore(since)) {
            log.debug("nothing has come from {} since {}, which was asked something", remote, since);
            channel.close();
        }
    }

    /** Whether the device is still there, as far as one can tell. */
    boolean isOpen() {
        return channel.isActive();
    }

    /** Sends a packet; null if it cannot be written as the standard has it. */
    private @Nullable ChannelFuture send(Packet packet) {
        byte[] bytes;
        try {
            bytes = PacketEncoder.encode(packet);
        } catch (IllegalArgumentException notToBeWritten) {
            // a QN or MN that the standard does not allow cannot be repeated in an answer
            log.debug("{} cannot be answered: {}", remote, notToBeWritten.getMessage());
            return null;
        }
        // whoever does not read the answers is cut off rather than kept in memory
        return channel.isWritable() ? channel.writeAndFlush(Unpooled.wrappedBuffer(bytes)) : channel.close();
    }

    /** Reads no more, and waits until what was taken is answered or the time is up. */
    void finish(long deadlineNanos) {
        channel.config().setAutoRead(false);
        try {
            long left = deadlineNanos - System.nanoTime();
            if (underWay.tryAcquire(UNDER_WAY, Math.max(0, left), TimeUnit.NANOSECONDS)) {
                underWay.release(UNDER_WAY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String code(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Something to be done in its turn. */
    private interface Work {
        void work() throws InterruptedException;
    }
}
