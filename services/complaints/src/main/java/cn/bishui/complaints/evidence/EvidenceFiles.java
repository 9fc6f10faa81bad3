package cn.bishui.complaints.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.UUID;

/** The photos and videos themselves. */
public interface EvidenceFiles {

    /** Lets nobody else add to that complaint until the transaction ends, and counts what it has. */
    int countLocked(UUID complaint, EvidenceKind kind);

    /**
     * Keeps one.
     *
     * @throws IOException if the file cannot be read
     */
    void keep(Evidence evidence, Path file) throws IOException;

    /**
     * Writes a part.
     *
     * @param from first byte, from 0
     * @param to last byte
     * @throws IOException if the reader is gone
     */
    void copy(UUID id, long from, long to, OutputStream out) throws IOException;
}
