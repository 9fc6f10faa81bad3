package cn.bishui.hj212.readme;

import static cn.bishui.hj212.Command.History.Of.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.hj212.Answers;
import cn.bishui.hj212.Command;
import cn.bishui.hj212.Commands;
import cn.bishui.hj212.DataFlag;
import cn.bishui.hj212.ExecutionResult;
import cn.bishui.hj212.Frame;
import cn.bishui.hj212.FrameDecoder;
import cn.bishui.hj212.MalformedPacket;
import cn.bishui.hj212.Measure;
import cn.bishui.hj212.Message;
import cn.bishui.hj212.Packet;
import cn.bishui.hj212.PacketEncoder;
import cn.bishui.hj212.PollutantData;
import cn.bishui.hj212.ProtocolVersion;
import cn.bishui.hj212.RejectedFrame;
import cn.bishui.hj212.Rejection;
import cn.bishui.hj212.Reply;
import cn.bishui.hj212.Upload;
import cn.bishui.hj212.Uploads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The example of the README, word for word, from a package that sees nothing but the public interface. */
class ReadmeTests {

    private static final String MN = "010000A8900016F000169DC0";
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 1, 8, 30);
    private static final Uploads DEVICE = new Uploads("32", MN, "123456", ProtocolVersion.V2017);

    private final List<String> told = new ArrayList<>();
    private final List<byte[]> sent = new ArrayList<>();

    private final FrameDecoder decoder = new FrameDecoder();

    private void feed(ByteBuffer bytes) {
        // README: reading
        decoder.feed(bytes, received -> {
            switch (received) {
                case RejectedFrame bad -> count(bad.reason(), bad.raw());
                case Frame frame -> {
                    switch (Packet.parse(frame)) { // never throws
                        case MalformedPacket bad -> keep(bad.reason(), bad.text());
                        case Packet packet -> {
                            switch (Message.fromDevice(packet)) { // neither does this
                                case Upload.Measured data -> store(data.kind(), data.dataTime(), data.pollutants());
                                case Upload.Restart restart -> note(restart.restartTime());
                                case Reply.Executed done -> finish(done.qn(), done.number());
                                case Message.Unreadable wrong -> report(wrong.reason());
                                default -> report("CN " + packet.cn());
                            }
                            if (packet.answerWanted()) {
                                send(PacketEncoder.encode(Answers.toUpload(packet)));
                            }
                        }
                    }
                }
            }
        });
        // README: end
    }

    private void ask(LocalDateTime from, LocalDateTime to, LocalDateTime qn) {
        // README: asking
        Commands centre = new Commands("32", MN, "123456", ProtocolVersion.V2017);
        send(PacketEncoder.encode(centre.packet(new Command.History(HOURS, from, to), qn)));
        // README: end
    }

    @Test
    void doesWhatItSays() {
        Upload.Measured values = Upload.Measured.of(
                Upload.Measured.Kind.REALTIME,
                TIME,
                PollutantData.builder("w01018")
                        .value(Measure.RTD, "38.4")
                        .flag(DataFlag.NORMAL)
                        .build());
        Packet upload = DEVICE.packet(values, TIME, true);
        byte[] good = PacketEncoder.encode(upload);
        byte[] bad = good.clone();
        bad[40]++;
        feed(ByteBuffer.wrap(good, 0, 100));
        feed(ByteBuffer.wrap(good, 100, good.length - 100));
        feed(ByteBuffer.wrap(bad));
        feed(ByteBuffer.wrap(PacketEncoder.encode(DEVICE.packet(new Upload.Restart(TIME, TIME), TIME, false))));
        ask(TIME.minusHours(3), TIME.minusHours(1), TIME);
        Packet request = packet(sent.getLast());
        feed(ByteBuffer.wrap(PacketEncoder.encode(Answers.result(request, ExecutionResult.DONE))));
        assertThat(told)
                .containsExactly(
                        "REALTIME 2026-03-01T08:30 w01018-Rtd=38.4,w01018-Flag=N",
                        "BAD_CRC",
                        "2026-03-01T08:30",
                        "20260301083000000 1");
        assertThat(sent).hasSize(2);
        assertThat(packet(sent.getFirst())).isEqualTo(Answers.toData(upload));
        assertThat(Message.fromCentre(request))
                .isEqualTo(new Command.History(HOURS, TIME.minusHours(3), TIME.minusHours(1)));
    }

    @Test
    void isInTheReadmeAsItIsHere() throws IOException {
        String readme = spaceless(Files.readString(Path.of("README.md")));
        List<String> here = parts(Files.readString(
                Path.of("src/test/java/" + ReadmeTests.class.getName().replace('.', '/') + ".java")));
        assertThat(here).hasSize(2).allSatisfy(part -> assertThat(readme).contains(spaceless(part)));
    }

    private static List<String> parts(String source) {
        return Pattern.compile("// README: [a-z]+\\R(.*?)// README: end", Pattern.DOTALL)
                .matcher(source)
                .results()
                .map(part -> part.group(1))
                .toList();
    }

    private static String spaceless(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static Packet packet(byte[] frame) {
        Optional<Frame> only = FrameDecoder.only(frame);
        return (Packet) Packet.parse(only.orElseThrow());
    }

    private void count(Rejection reason, byte[] raw) {
        assertThat(raw).isNotEmpty();
        told.add(reason.name());
    }

    private void keep(String reason, String text) {
        told.add(reason + text);
    }

    private void store(Upload.Measured.Kind kind, LocalDateTime time, Map<String, PollutantData> pollutants) {
        told.add(kind + " " + time + " " + pollutants.get("w01018"));
    }

    private void note(LocalDateTime restart) {
        told.add(restart.toString());
    }

    private void finish(@Nullable String qn, int result) {
        told.add(qn + " " + result);
    }

    private void report(String reason) {
        told.add(reason);
    }

    private void send(byte[] frame) {
        sent.add(frame);
        assertThat(FrameDecoder.only(frame)).isPresent();
    }
}
