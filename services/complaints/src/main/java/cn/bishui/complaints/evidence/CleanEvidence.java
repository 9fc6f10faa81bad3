package cn.bishui.complaints.evidence;

import cn.bishui.contracts.RuleBroken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Checks what was handed in and takes from it all that does not belong to the picture. One at a time: a picture being decoded
 * takes tens of megabytes.
 */
@Service
public class CleanEvidence {

    private static final Logger log = LoggerFactory.getLogger(CleanEvidence.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);
    private static final int BUFFER = 64 << 10;

    private final List<Format> formats;
    private final Semaphore decoder = new Semaphore(1, true);

    CleanEvidence(List<Format> formats) {
        this.formats = List.copyOf(formats);
    }

    /**
     * Checks and cleans; call it before the transaction, it may take seconds. Codes {@code evidence.empty},
     * {@code evidence.type}, {@code evidence.photo-too-large}, {@code evidence.photo-too-many-pixels},
     * {@code evidence.video-too-large}, {@code evidence.video-tracks}, {@code evidence.unreadable}, {@code evidence.busy}
     * (429).
     *
     * @return to be closed by the caller
     */
    public CleanFile clean(Upload upload) {
        try {
            Path copy = Files.createTempFile("bishui-", ".handed-in");
            try {
                return clean(upload, copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CleanFile clean(Upload upload, Path copy) throws IOException {
        Format format = copy(upload, copy);
        Path clean = Files.createTempFile("bishui-", ".clean");
        boolean done = false;
        try {
            String mediaType = inTurn(format, copy, clean);
            MessageDigest digest = sha256();
            try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Files.copy(clean, sink);
            }
            CleanFile file = new CleanFile(
                    format.kind(),
                    mediaType,
                    clean,
                    Files.size(clean),
                    HexFormat.of().formatHex(digest.digest()));
            done = true;
            return file;
        } finally {
            if (!done) {
                Files.deleteIfExists(clean);
            }
        }
    }

    /** Copies no more than the format may have. */
    private Format copy(Upload upload, Path copy) throws IOException {
        try (InputStream in = upload.open();
                OutputStream out = Files.newOutputStream(copy)) {
            byte[] head = in.readNBytes(Format.HEAD);
            if (head.length == 0) {
                throw RuleBroken.invalid("evidence.empty");
            }
            Format format = formats.stream()
                    .filter(each -> each.fits(head))
                    .findFirst()
                    .orElseThrow(() -> RuleBroken.invalid("evidence.type"));
            out.write(head);
            long left = format.kind().mostBytes() - head.length;
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw RuleBroken.invalid(
                            format.kind().tooLarge(), format.kind().mostBytes() >> 20);
                }
                out.write(buffer, 0, read);
            }
            return format;
        }
    }

    private String inTurn(Format format, Path copy, Path clean) {
        try {
            if (!decoder.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw RuleBroken.tooMany("evidence.busy", TRY_AGAIN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw RuleBroken.tooMany("evidence.busy", TRY_AGAIN);
        }
        try {
            return format.clean(copy, clean);
        } catch (RuleBroken e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // decoders answer a broken file with whatever they stumble over
            log.info("a {} cannot be read: {}", format.kind(), e.toString());
            throw RuleBroken.invalid("evidence.unreadable");
        } finally {
            decoder.release();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}
