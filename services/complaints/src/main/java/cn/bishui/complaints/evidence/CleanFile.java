package cn.bishui.complaints.evidence;

import java.nio.file.Path;

/** A photo or video without a trace of its origin, in a temporary file until it is kept. */
public final class CleanFile implements AutoCloseable {

    private final EvidenceKind kind;
    private final String mediaType;
    private final Path path;

    CleanFile(EvidenceKind kind, String mediaType, Path path) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.path = path;
    }

    /** Photo or video. */
    public EvidenceKind kind() {
        return kind;
    }

    /** Such as {@code image/jpeg}. */
    public String mediaType() {
        return mediaType;
    }

    Path path() {
        return path;
    }

    /** Deletes the file. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
