package cn.bishui.e2e;

import cn.bishui.hj212.Crc;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A device that somebody plays by hand: text in, text out. */
final class Device {

    private static final DateTimeFormatter QN = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;
    private final String mn;
    private final String password;

    Device(int port, String mn, String password) {
        this.port = port;
        this.mn = mn;
        this.password = password;
    }

    /** Sends a day record (CN 2031) and returns the centre's answer. */
    String sendDay(LocalDate day, String factor, String mean) {
        return send("QN=%s;ST=32;CN=2031;PW=%s;MN=%s;Flag=5;CP=&&DataTime=%s000000;%s-Avg=%s,%s-Flag=N&&"
                .formatted(
                        QN.format(LocalDateTime.now(CHINA)),
                        password,
                        mn,
                        DateTimeFormatter.BASIC_ISO_DATE.format(day),
                        factor,
                        mean,
                        factor));
    }

    private String send(String segment) {
        byte[] bytes = segment.getBytes(StandardCharsets.US_ASCII);
        String frame = "##%04d%s%04X\r\n".formatted(bytes.length, segment, Crc.of(bytes));
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(frame.getBytes(StandardCharsets.US_ASCII));
            return line(socket.getInputStream());
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + frame, e);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            text.append((char) read);
        }
        return text.toString().strip();
    }
}
