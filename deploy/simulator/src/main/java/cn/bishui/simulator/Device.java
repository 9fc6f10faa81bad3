package cn.bishui.simulator;

import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Flag;
import cn.bishui.hj212.Item;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.Timestamps;
import cn.bishui.hj212.Upload;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** One device: connects, sends what is due, waits for each answer, obeys commands, connects again with growing pauses. */
final class Device implements Runnable {

    /** Types of system, ST of HJ 212-2017 table 4: discharge of water, quality of surface water. */
    private static final String DISCHARGE = "32";

    private static final String SURFACE_WATER = "21";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final int QUIET_FAILURES = 5;
    private static final int BOTTLES = 24;

    private static final String COD = "w01018";
    private static final String SLOPE = "i13008";
    private static final String RIGHT_SLOPE = "1.000";
    private static final String CHANGED_SLOPE = "0.850";

    private final Registration registration;
    private final Measurements measurements;
    private final Options options;
    private final Clock clock;
    private final Schedule schedule;
    private final LocalDateTime started;
    private Duration offset = Duration.ZERO;
    private LocalDateTime lastQn = LocalDateTime.MIN;
    private boolean announced;
    private boolean live;
    private boolean askedForTime;
    private boolean tampered;
    private int bottle;
    private int failures;

    Device(Registration registration, Measurements measurements, Options options, Clock clock) {
        this.registration = registration;
        this.measurements = measurements;
        this.options = options;
        this.clock = clock;
        this.started = LocalDateTime.now(clock);
        this.schedule = new Schedule(started, options.interval());
    }

    @Override
    public void run() {
        Log.info(mn(), "starts, outlet " + registration.outlet() + " of unit " + registration.unit());
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try (Link link = Link.open(mn(), options.host(), options.port(), options.patience())) {
                    Log.info(mn(), "connected");
                    converse(link, new Obedience(this, link));
                } catch (IOException broken) {
                    Thread.sleep(pause(broken));
                }
            }
        } catch (InterruptedException askedToStop) {
            Thread.currentThread().interrupt();
        }
        Log.info(mn(), "stopped");
    }

    private void converse(Link link, Obedience obedience) throws IOException, InterruptedException {
        if (!announced) {
            Packet.Builder restart = packet(Cn.RESTART)
                    .item("DataTime", Timestamps.seconds(now()))
                    .item("RestartTime", Timestamps.seconds(started));
            deliver(link, obedience, restart.build());
            announced = true;
        }
        while (!Thread.currentThread().isInterrupted()) {
            obedience.execute();
            Schedule.Due due = schedule.next(now());
            if (live && !askedForTime) {
                askForTime(link, obedience);
            } else if (live && !tampered && options.tampering() == registration.unitNumber()) {
                tamper(link, obedience);
            } else if (due != null) {
                deliver(link, obedience, data(due));
                schedule.done(due, now());
                tell(due);
            } else {
                Packet packet = link.poll(IDLE.compareTo(options.interval()) < 0 ? IDLE : options.interval());
                if (packet != null) {
                    obedience.receive(packet);
                }
            }
        }
    }

    /** A notice; a centre that does not answer it is no reason to give up the connection. */
    private void askForTime(Link link, Obedience obedience) throws IOException, InterruptedException {
        askedForTime = true;
        Packet notice = packet(Cn.TIME_REQUEST).build();
        link.send(notice);
        if (!answered(link, obedience, notice)) {
            Log.info(mn(), "nobody answered the request for the time");
        }
    }

    /** Tells the slope of the COD instrument, and then another one with no calibration between: what is measured stays as it is. */
    private void tamper(Link link, Obedience obedience) throws IOException, InterruptedException {
        tampered = true;
        LocalDateTime at = now();
        deliver(link, obedience, slope(at, RIGHT_SLOPE));
        deliver(link, obedience, slope(at.plusSeconds(1), CHANGED_SLOPE));
    }

    private Packet slope(LocalDateTime at, String value) {
        return packet(Cn.DEVICE_INFO)
                .items(new Upload.DeviceInfo(at.truncatedTo(ChronoUnit.SECONDS), COD, Map.of(SLOPE, value)).items())
                .build();
    }

    /** The packet with the data of a moment or period, with a QN of its own. */
    Packet data(Schedule.Due due) {
        List<Item> items = due.cn().equals(Cn.REALTIME)
                ? measurements.at(due.time())
                : measurements.during(due.time(), due.period());
        Packet.Builder builder = packet(due.cn());
        items.forEach(builder::item);
        return builder.build();
    }

    /**
     * Sends a packet until it is answered.
     *
     * @throws IOException if it is not, or if the centre refuses it
     */
    void deliver(Link link, Obedience obedience, Packet packet) throws IOException, InterruptedException {
        for (int attempt = 0; attempt <= options.resends(); attempt++) {
            if (attempt > 0) {
                Log.warn(mn(), "no answer to CN %s, sent again (%d)".formatted(packet.cn(), attempt));
            }
            link.send(packet);
            if (answered(link, obedience, packet)) {
                failures = 0;
                return;
            }
        }
        throw new IOException("no answer to CN " + packet.cn() + " after " + (options.resends() + 1) + " attempts");
    }

    private boolean answered(Link link, Obedience obedience, Packet packet) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + options.patience().toNanos();
        for (long left = options.patience().toNanos(); left > 0; left = deadline - System.nanoTime()) {
            Packet answer = link.poll(Duration.ofNanos(left));
            if (answer == null) {
                return false;
            }
            boolean same = packet.qn() != null && packet.qn().equals(answer.qn());
            if (same && (answer.cn().equals(Cn.DATA_ANSWER) || answer.cn().equals(Cn.NOTICE_ANSWER))) {
                return true;
            }
            if (same && answer.cn().equals(Cn.REQUEST_ANSWER)) {
                throw new IOException("the centre refuses CN " + packet.cn() + ", QnRtn "
                        + answer.value("QnRtn").orElse("?"));
            }
            obedience.receive(answer);
        }
        return false;
    }

    /** A packet of this device that wants an answer, with the next QN: its own clock, never the same twice. */
    private Packet.Builder packet(String cn) {
        LocalDateTime qn = now().truncatedTo(ChronoUnit.MILLIS);
        if (!qn.isAfter(lastQn) && lastQn.isBefore(qn.plusMinutes(1))) {
            qn = lastQn.plus(1, ChronoUnit.MILLIS);
        }
        lastQn = qn;
        return Packet.builder((registration.discharge() ? DISCHARGE : SURFACE_WATER), cn, mn())
                .qn(qn)
                .pw(registration.pw())
                .flag(Flag.ANSWER);
    }

    /** Tells in which of its bottles a sample is kept; it has 24 and uses them in turn. */
    Packet keepSample() {
        bottle = bottle % BOTTLES + 1;
        return packet(Cn.RETAIN_SAMPLE)
                .items(new Upload.RetainedSample(now(), bottle).items())
                .build();
    }

    /** A packet that wants an answer and carries one item. */
    Packet upload(String cn, String name, String value) {
        return packet(cn).item(name, value).build();
    }

    /** The device's own clock. */
    LocalDateTime now() {
        return LocalDateTime.now(clock).plus(offset);
    }

    /** Sets the device's own clock. */
    void setTime(LocalDateTime time) {
        offset = Duration.between(LocalDateTime.now(clock), time);
    }

    Schedule schedule() {
        return schedule;
    }

    Registration registration() {
        return registration;
    }

    private void tell(Schedule.Due due) {
        if (due.cn().equals(Cn.DAY)) {
            Log.info(mn(), "sent the record of " + due.time().toLocalDate());
        } else if (due.cn().equals(Cn.REALTIME) && !live) {
            live = true;
            Log.info(mn(), "sent all records up to now, goes on with real-time values");
        }
    }

    /** How long to wait before the next attempt; early failures are no warning, the centre may still be starting. */
    private Duration pause(IOException broken) {
        Duration pause = options.pause().multipliedBy(1L << Math.min(failures, 16));
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        failures++;
        String text = "%s; connects again in %.1f s".formatted(broken.getMessage(), pause.toMillis() / 1000.0);
        if (failures > QUIET_FAILURES) {
            Log.warn(mn(), text);
        } else {
            Log.info(mn(), text);
        }
        return pause;
    }

    private String mn() {
        return registration.mn();
    }
}
