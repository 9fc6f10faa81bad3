package cn.bishui.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Many devices in one thread, each on a connection of its own, sending packets of eight substances at moments that do not
 * depend on the answers. A packet that cannot be sent at its moment, because as many as allowed wait for their answers,
 * is sent later, and its answer's time counts from its moment still.
 */
final class PlayedDevices implements AutoCloseable {

    /** The password of all of them. */
    static final String PASSWORD = "123456";

    private static final int MOST_UNANSWERED = 64;
    private static final int ROOM = 1100;
    private static final String[] CODES = {
        "w00000", "w01001", "w01010", "w01018", "w21003", "w21011", "w21001", "w01012"
    };
    private static final int[] DECIMALS = {2, 2, 1, 1, 3, 3, 2, 1};
    private static final int[] START = {6052, 766, 168, 384, 1234, 345, 1102, 53};
    private static final int[] CRC = crcTable();

    private final InetSocketAddress server;
    private final int day;
    private final Device[] devices;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
    private final ByteBuffer out = ByteBuffer.allocateDirect(MOST_UNANSWERED * ROOM);
    private final byte[] frame = new byte[ROOM];
    private int[] micros = new int[1 << 20];
    private int answers;
    private long sentBytes;
    private long sent;

    /**
     * Makes them; none is connected.
     *
     * @param firstDay of their DataTimes, which are a second apart
     */
    PlayedDevices(InetSocketAddress server, int count, LocalDate firstDay) throws IOException {
        this.server = server;
        this.day = Integer.parseInt(DateTimeFormatter.BASIC_ISO_DATE.format(firstDay));
        this.selector = Selector.open();
        this.devices = new Device[count];
        for (int i = 0; i < count; i++) {
            devices[i] = new Device(i);
        }
    }

    /** The number of a device, of 24 characters. */
    static String mn(int device) {
        return "010000A8900016F00%07d".formatted(device);
    }

    /** What a phase brought. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    record Phase(double seconds, long due, long sent, long sentBytes, long answered, int[] sortedMicros) {

        double percentile(double share) {
            return sortedMicros.length == 0
                    ? Double.NaN
                    : sortedMicros[(int) Math.min(sortedMicros.length - 1L, (long) (share * sortedMicros.length))]
                            / 1e3;
        }
    }

    /** Connects those that are not; what they sent without an answer is sent again. */
    void connect() throws IOException {
        for (Device device : devices) {
            if (device.channel == null) {
                device.connect();
            }
        }
    }

    /** Which packets of a device were acknowledged, by the seconds since the first. */
    BitSet acknowledged(int device) {
        return devices[device].acknowledged;
    }

    /** How many packets were acknowledged in all. */
    long acknowledged() {
        return Arrays.stream(devices)
                .mapToLong(each -> each.acknowledged.cardinality())
                .sum();
    }

    /**
     * Sends for a while.
     *
     * @param perSecond packets of all devices together
     * @param window so many packets of a device may wait for their answers
     * @param patience after the last moment, answers are waited for so many seconds
     */
    Phase run(double perSecond, int seconds, int window, int patience) throws IOException {
        answers = 0;
        sent = 0;
        sentBytes = 0;
        long begin = System.nanoTime();
        long interval = (long) (1e9 * devices.length / perSecond);
        for (int i = 0; i < devices.length; i++) {
            devices[i].next = begin + interval * i / devices.length;
            devices[i].due = 0;
        }
        long end = begin + seconds * 1_000_000_000L;
        long last = end + patience * 1_000_000_000L;
        long now = begin;
        boolean waiting = true;
        while (now < end || (waiting && now < last)) {
            waiting = false;
            for (Device device : devices) {
                while (device.next <= now && device.next < end) {
                    device.due++;
                    device.moments.addLast(device.next);
                    device.next += interval;
                }
                if (device.channel != null) {
                    // what was not sent by the end is not sent any more
                    device.send(now < end ? window : 0);
                    waiting |= device.unanswered > 0;
                }
            }
            selector.select(key -> ((Device) key.attachment()).read(), 1);
            now = System.nanoTime();
        }
        long due = Arrays.stream(devices).mapToLong(each -> each.due).sum();
        for (Device device : devices) {
            device.moments.clear();
        }
        int[] sorted = Arrays.copyOf(micros, answers);
        Arrays.sort(sorted);
        return new Phase((now - begin) / 1e9, due, sent, sentBytes, answers, sorted);
    }

    /** Cuts every connection, as when the devices' network goes. */
    void disconnect() {
        for (Device device : devices) {
            device.disconnect();
        }
    }

    @Override
    public void close() throws IOException {
        disconnect();
        selector.close();
    }

    private void answered(long moment, long now) {
        if (answers == micros.length) {
            micros = Arrays.copyOf(micros, 2 * micros.length);
        }
        micros[answers++] = (int) Math.min(Integer.MAX_VALUE, (now - moment) / 1000);
    }

    private final class Device {

        private final byte[] head;
        private final int seed;
        private final BitSet acknowledged = new BitSet();
        private final Deque<Long> moments = new ArrayDeque<>();
        private final long[] sentFor = new long[MOST_UNANSWERED];
        private final byte[] line = new byte[512];
        private int length;
        private @Nullable SocketChannel channel;
        private long next;
        private long due;
        private int first;
        private int unanswered;

        Device(int number) {
            this.seed = number;
            this.head = (";ST=32;CN=2011;PW=" + PASSWORD + ";MN=" + mn(number) + ";Flag=5;CP=&&DataTime=")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        void connect() throws IOException {
            SocketChannel opened = SocketChannel.open();
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.connect(server);
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ, this);
            channel = opened;
            length = 0;
            out.clear();
            for (int i = 0; i < unanswered; i++) {
                write(first + i);
            }
            flush();
        }

        /** Sends what is due, as far as so many may be unanswered. */
        void send(int window) {
            if (moments.isEmpty() || unanswered >= window) {
                return;
            }
            out.clear();
            while (!moments.isEmpty() && unanswered < window) {
                sentFor[(first + unanswered) % MOST_UNANSWERED] = moments.removeFirst();
                write(first + unanswered);
                unanswered++;
                sent++;
            }
            flush();
        }

        private void flush() {
            out.flip();
            sentBytes += out.remaining();
            SocketChannel open = channel;
            try {
                while (open != null && out.hasRemaining()) {
                    open.write(out);
                }
            } catch (IOException gone) {
                disconnect();
            }
        }

        void disconnect() {
            SocketChannel open = channel;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                channel = null;
            }
        }

        /** Writes the packet of that number. */
        private void write(int number) {
            byte[] bytes = frame;
            int at = 6;
            at = put(bytes, at, "QN=");
            at = time(bytes, at, number);
            at = put(bytes, at, "000");
            System.arraycopy(head, 0, bytes, at, head.length);
            at = time(bytes, at + head.length, number);
            for (int i = 0; i < CODES.length; i++) {
                bytes[at++] = ';';
                at = put(bytes, at, CODES[i]);
                at = put(bytes, at, "-Rtd=");
                at = decimal(bytes, at, value(number, i), DECIMALS[i]);
                bytes[at++] = ',';
                at = put(bytes, at, CODES[i]);
                at = put(bytes, at, "-Flag=N");
            }
            at = put(bytes, at, "&&");
            bytes[0] = '#';
            bytes[1] = '#';
            digits(bytes, 2, at - 6, 4);
            int crc = 0xFFFF;
            for (int i = 6; i < at; i++) {
                crc = CRC[(crc >>> 8) ^ (bytes[i] & 0xFF)];
            }
            for (int shift = 12; shift >= 0; shift -= 4) {
                bytes[at++] = (byte) "0123456789ABCDEF".charAt(crc >>> shift & 0xF);
            }
            bytes[at++] = '\r';
            bytes[at++] = '\n';
            out.put(bytes, 0, at);
        }

        /** The same whenever it is asked for: a packet that is sent again says the same. */
        private int value(int number, int factor) {
            int mixed = (seed * 31 + number) * 31 + factor;
            mixed = (mixed ^ (mixed >>> 15)) * 0x2C1B3C6D;
            mixed ^= mixed >>> 12;
            return Math.max(1, START[factor] + Math.floorMod(mixed, START[factor] / 2 + 20) - 10);
        }

        void read() {
            SocketChannel open = channel;
            try {
                in.clear();
                int count = open == null ? -1 : open.read(in);
                if (count < 0) {
                    disconnect();
                    return;
                }
                in.flip();
                long now = System.nanoTime();
                while (in.hasRemaining()) {
                    byte each = in.get();
                    if (each == '\n') {
                        line(now);
                        length = 0;
                    } else if (length < line.length) {
                        line[length++] = each;
                    }
                }
            } catch (IOException gone) {
                disconnect();
            }
        }

        /** Takes an answer: {@code ##0099QN=20260301000001000;ST=91;CN=9014;...}. */
        private void line(long now) {
            String text = new String(line, 0, 40, StandardCharsets.ISO_8859_1);
            if (!text.startsWith("QN=", 6) || !text.startsWith("CN=9014", 33)) {
                throw new IllegalStateException(
                        "an answer nobody expects: " + new String(line, 0, length, StandardCharsets.ISO_8859_1));
            }
            int seconds = (Integer.parseInt(text, 15, 17, 10) - day % 100) * 86400
                    + Integer.parseInt(text, 17, 19, 10) * 3600
                    + Integer.parseInt(text, 19, 21, 10) * 60
                    + Integer.parseInt(text, 21, 23, 10);
            acknowledged.set(seconds);
            while (unanswered > 0 && first <= seconds) {
                if (first == seconds) {
                    answered(sentFor[first % MOST_UNANSWERED], now);
                }
                first++;
                unanswered--;
            }
        }
    }

    private int time(byte[] bytes, int start, int seconds) {
        digits(bytes, start, day + seconds / 86400, 8);
        digits(bytes, start + 8, seconds / 3600 % 24, 2);
        digits(bytes, start + 10, seconds / 60 % 60, 2);
        digits(bytes, start + 12, seconds % 60, 2);
        return start + 14;
    }

    private static void digits(byte[] bytes, int start, int number, int count) {
        int rest = number;
        for (int i = start + count - 1; i >= start; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int decimal(byte[] bytes, int start, int digits, int decimals) {
        int at = put(bytes, start, Integer.toString(digits / (int) Math.pow(10, decimals)));
        bytes[at] = '.';
        digits(bytes, at + 1, digits % (int) Math.pow(10, decimals), decimals);
        return at + 1 + decimals;
    }

    @SuppressWarnings("deprecation") // the quickest way for ASCII
    private static int put(byte[] bytes, int start, String text) {
        text.getBytes(0, text.length(), bytes, start);
        return start + text.length();
    }

    /** What HJ 212-2017 annex A does with each byte. */
    private static int[] crcTable() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0xA001;
            }
            table[i] = crc;
        }
        return table;
    }
}
