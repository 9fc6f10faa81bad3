package cn.bishui.simulator;

import cn.bishui.hj212.Answers;
import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Command;
import cn.bishui.hj212.ExecutionResult;
import cn.bishui.hj212.Flag;
import cn.bishui.hj212.Message;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.RequestAnswer;
import cn.bishui.hj212.Timestamps;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;

/** What a device does with the centre's commands on one connection: answers at once (9011), acts in turn, tells the result (9012). */
final class Obedience {

    private static final int MOST_WAITING = 16;
    private static final Duration MOST_CLOCK_SHIFT = Duration.ofDays(1);
    private static final Duration MEMORY = Duration.ofDays(31);

    /** Commands whose doing nobody sees from outside. */
    private static final Set<String> SILENT = Set.of(
            Cn.SET_TIMEOUT,
            Cn.SET_MINUTE_INTERVAL,
            Cn.CALIBRATE,
            Cn.SAMPLE_NOW,
            Cn.CLEAN,
            Cn.SAMPLE_FOR_COMPARISON,
            Cn.SET_SAMPLING_CYCLE,
            Cn.SET_PARAMETER);

    private static final Set<String> DONE_HERE =
            Set.of(Cn.TIME, Cn.SET_TIME, Cn.SET_REALTIME_INTERVAL, Cn.REALTIME, Cn.HOUR, Cn.DAY, Cn.RETAIN_SAMPLE);

    private final Device device;
    private final Link link;
    private final Queue<Packet> waiting = new ArrayDeque<>();

    Obedience(Device device, Link link) {
        this.device = device;
        this.link = link;
    }

    /** Takes a packet of the centre that answers nothing; late answers are no matter. */
    void receive(Packet packet) throws IOException {
        if (Cn.isAnswer(packet.cn()) || packet.qn() == null) {
            return;
        }
        if (Cn.isNoticeToDevice(packet.cn())) {
            link.send(Answers.toNotice(mine(packet)));
            return;
        }
        RequestAnswer answer = answer(packet);
        Log.info(device.registration().mn(), "received command " + packet.cn() + ": " + answer);
        link.send(Answers.toRequest(mine(packet), answer));
        if (answer == RequestAnswer.ACCEPTED) {
            waiting.add(packet);
        }
    }

    /** Does what was accepted. */
    void execute() throws IOException, InterruptedException {
        for (Packet request = waiting.poll(); request != null; request = waiting.poll()) {
            ExecutionResult result = execute(request);
            link.send(Answers.result(mine(request), result));
            Log.info(device.registration().mn(), "executed command " + request.cn() + ": " + result);
        }
    }

    private RequestAnswer answer(Packet request) {
        if (!request.mn().equals(device.registration().mn())) {
            return RequestAnswer.WRONG_MN;
        }
        if (!Objects.equals(request.pw(), device.registration().pw())) {
            return RequestAnswer.WRONG_PW;
        }
        if (!SILENT.contains(request.cn()) && !DONE_HERE.contains(request.cn())) {
            return RequestAnswer.WRONG_CN;
        }
        return waiting.size() < MOST_WAITING ? RequestAnswer.ACCEPTED : RequestAnswer.REFUSED;
    }

    private ExecutionResult execute(Packet request) throws IOException, InterruptedException {
        return switch (Message.fromCentre(request)) {
            case Command.SetTime set -> setTime(set.time());
            case Command.SetRealtimeInterval set -> {
                device.schedule().every(Duration.ofSeconds(set.seconds()));
                yield ExecutionResult.DONE;
            }
            case Command.InstrumentOrder order
            when order.task() == Command.InstrumentOrder.Task.TELL_TIME -> {
                String time = Timestamps.seconds(device.now());
                device.deliver(link, this, device.upload(Cn.TIME, "SystemTime", time));
                yield ExecutionResult.DONE;
            }
            case Command.Order order
            when order.what() == Command.Order.What.START_REALTIME -> {
                device.deliver(link, this, device.data(new Schedule.Due(Cn.REALTIME, device.now())));
                yield ExecutionResult.DONE;
            }
            case Command.Order order
            when order.what() == Command.Order.What.RETAIN_SAMPLE -> {
                device.deliver(link, this, device.keepSample());
                yield ExecutionResult.DONE;
            }
            case Command.History history -> history(history);
            case Message.Unreadable _ -> ExecutionResult.WRONG_CONDITION;
            default -> ExecutionResult.DONE;
        };
    }

    private ExecutionResult setTime(LocalDateTime time) {
        if (Duration.between(device.now(), time).abs().compareTo(MOST_CLOCK_SHIFT) > 0) {
            return ExecutionResult.WRONG_CONDITION;
        }
        device.setTime(time);
        return ExecutionResult.DONE;
    }

    /** Sends the records that begin within the span asked for, are over, and are not older than the memory. */
    private ExecutionResult history(Command.History history) throws IOException, InterruptedException {
        Duration period = new Schedule.Due(history.cn(), history.begin()).period();
        LocalDateTime now = device.now();
        LocalDateTime oldest = now.minus(MEMORY).toLocalDate().atStartOfDay();
        LocalDateTime time = history.begin().isBefore(oldest) ? oldest : startOnOrAfter(history.begin(), period);
        ExecutionResult result = ExecutionResult.NO_DATA;
        while (!time.isAfter(history.end()) && !time.plus(period).isAfter(now)) {
            device.deliver(link, this, device.data(new Schedule.Due(history.cn(), time)));
            time = time.plus(period);
            result = ExecutionResult.DONE;
        }
        return result;
    }

    private static LocalDateTime startOnOrAfter(LocalDateTime time, Duration period) {
        LocalDateTime day = time.toLocalDate().atStartOfDay();
        long periods = Math.ceilDiv(Duration.between(day, time).toSeconds(), period.toSeconds());
        return day.plus(period.multipliedBy(periods));
    }

    /** Answers carry the device's own MN and PW, whatever the command had, so that a wrong one is not repeated. */
    private Packet mine(Packet packet) {
        return Packet.builder(packet.st(), packet.cn(), device.registration().mn())
                .qn(packet.qn())
                .pw(device.registration().pw())
                .flag(Flag.ANSWER)
                .build();
    }
}
