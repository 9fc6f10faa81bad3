package cn.bishui.monitoring.archive.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.archive.RawPacket;
import cn.bishui.monitoring.archive.RawPackets;
import cn.bishui.monitoring.device.DeviceDirectory;
import cn.bishui.web.NotFound;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A device's packets as they came, as a text file: moment of receipt, address, partition and offset, and the frame, byte
 * for byte but for the password. A file that holds not all of what was asked for says so in its last line, which begins with #.
 */
@RestController
class RawPacketPages {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final long MOST = 200_000;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final RawPackets packets;
    private final DeviceDirectory devices;
    private final Clock clock;

    RawPacketPages(RawPackets packets, DeviceDirectory devices, Clock clock) {
        this.packets = packets;
        this.devices = devices;
        this.clock = clock;
    }

    @GetMapping({"/monitoring/devices/{mn}/raw.txt", "/api/monitoring/v1/devices/{mn}/raw"})
    @PreAuthorize("hasAnyRole('monitoring.duty', 'monitoring.device-admin')")
    void raw(
            @PathVariable String mn,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            HttpServletResponse response) {
        int device =
                devices.find(mn).orElseThrow(() -> new NotFound("device", mn)).id();
        Span span = span(from, until);
        response.setContentType("text/plain");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(
                                mn + "-"
                                        + DateTimeFormatter.BASIC_ISO_DATE.format(span.from()
                                                .atZone(clock.getZone())
                                                .toLocalDate())
                                        + ".txt",
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream())) {
            long[] written = {0};
            // one more than is sent tells whether the file is whole
            packets.each(device, span.from(), span.until(), MOST + 1, packet -> {
                if (written[0]++ < MOST) {
                    write(out, packet);
                } else {
                    writeCut(out, packet);
                }
            });
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void write(OutputStream out, RawPacket packet) {
        String about = packet.receivedAt().atZone(clock.getZone()).toOffsetDateTime() + " " + packet.remote() + " "
                + packet.partition() + "/" + packet.offset() + " ";
        try {
            out.write(about.getBytes(StandardCharsets.UTF_8));
            out.write(packet.frame());
            out.write(LINE_END);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void writeCut(OutputStream out, RawPacket next) {
        try {
            out.write(("# cut after " + MOST + " packets; the next was received "
                            + next.receivedAt().atZone(clock.getZone()).toOffsetDateTime())
                    .getBytes(StandardCharsets.UTF_8));
            out.write(LINE_END);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private record Span(Instant from, Instant until) {}

    private Span span(@Nullable String from, @Nullable String until) {
        Input input = new Input();
        Field<Instant> begin = input.required("from", from, this::moment);
        Field<Instant> end = input.required("until", until, this::moment);
        return input.read(() -> {
            if (!begin.get().isBefore(end.get())) {
                throw RuleBroken.invalid("raw.backwards");
            }
            if (begin.get().plus(LONGEST).isBefore(end.get())) {
                throw RuleBroken.invalid("raw.too-long", Long.toString(LONGEST.toDays()));
            }
            return new Span(begin.get(), end.get());
        });
    }

    /** A local moment to the minute or the second, as 2026-11-25T08:30. */
    private Instant moment(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw RuleBroken.invalid("raw.not-a-moment", typed);
        }
    }
}
