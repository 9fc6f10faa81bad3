package cn.bishui.complaints.evidence;

import java.io.IOException;
import java.nio.file.Path;

/** A file format that is taken: recognised by what the file holds, never by its name. */
public interface Format {

    /** How many bytes of a file's beginning {@link #fits} wants to see. */
    int HEAD = 64;

    /** Photo or video. */
    EvidenceKind kind();

    /** Whether a file that begins so is of this format. */
    boolean fits(byte[] head);

    /**
     * Writes the picture, and nothing else that is in the file. May alter the file itself.
     *
     * @param file a copy, of at most the kind's size
     * @param to an empty file
     * @return media type of what was written
     * @throws IOException if it cannot be read
     * @throws cn.bishui.contracts.RuleBroken if it is not taken, for a reason worth telling
     */
    String clean(Path file, Path to) throws IOException;
}
