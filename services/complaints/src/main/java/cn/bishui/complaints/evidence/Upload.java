package cn.bishui.complaints.evidence;

import java.io.IOException;
import java.io.InputStream;

/** A file that somebody hands in; a multipart file fits with {@code file::getInputStream}. */
@FunctionalInterface
public interface Upload {

    /**
     * The file from its beginning.
     *
     * @throws IOException if it is gone
     */
    InputStream open() throws IOException;
}
