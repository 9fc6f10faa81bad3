package cn.bishui.complaints.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A photo or video without a trace of its origin, in a temporary file until it is kept. */
public final class CleanFile implements AutoCloseable {

    private final EvidenceKind kind;
    private final String mediaType;
    private final Path path;
    private final long bytes;
    private final String sha256;

    CleanFile(EvidenceKind kind, String mediaType, Path path, long bytes, String sha256) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.path = path;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /** Photo or video. */
    public EvidenceKind kind() {
        return kind;
    }

    /** Such as {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    /** Its size. */
    public long bytes() {
        return bytes;
    }

    /** In hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Where it is; gone when this is closed. */
    public Path path() {
        return path;
    }

    /** Deletes the file. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
