package cn.bishui.complaints.evidence.media;

import cn.bishui.contracts.RuleBroken;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Walks through the elements of a WebM file (RFC 8794, RFC 9559). What picture and sound need stays where it is; tags,
 * attachments, titles and dates become void elements filled with zeros.
 */
final class WebMElements {

    private static final long EBML = 0x1A45DFA3L;
    private static final long DOC_TYPE = 0x4282L;
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK_ENTRY = 0xAEL;
    private static final long TRACK_TYPE = 0x83L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long CUES = 0x1C53BB6BL;
    private static final long SEEK_HEAD = 0x114D9B74L;
    private static final long MUXING_APP = 0x4D80L;
    private static final long WRITING_APP = 0x5741L;
    private static final long VOID = 0xECL;

    /** What stays, by the element it is in; all else becomes void. Of clusters everything stays. */
    private static final Map<Long, Set<Long>> KEPT = Map.of(
            SEGMENT,
            Set.of(SEEK_HEAD, INFO, TRACKS, CLUSTER, CUES),
            INFO,
            // timestamp scale, duration, and the two names that must be there
            Set.of(0x2AD7B1L, 0x4489L, MUXING_APP, WRITING_APP),
            TRACKS,
            Set.of(TRACK_ENTRY),
            TRACK_ENTRY,
            // number, uid, type, flags, durations, language, codec, video, audio, encodings
            Set.of(
                    0xD7L,
                    0x73C5L,
                    TRACK_TYPE,
                    0xB9L,
                    0x88L,
                    0x55AAL,
                    0x9CL,
                    0x6DE7L,
                    0x6DF8L,
                    0x23E383L,
                    0x234E7AL,
                    0x23314FL,
                    0x55EEL,
                    0x22B59CL,
                    0x22B59DL,
                    0x86L,
                    0x63A2L,
                    0xAAL,
                    0x56AAL,
                    0x56BBL,
                    0xE0L,
                    0xE1L,
                    0x6D80L));

    /** Elements on the level of clusters; they end a cluster that does not say how long it is. */
    private static final Set<Long> TOP =
            Set.of(SEEK_HEAD, INFO, TRACKS, CLUSTER, CUES, 0x1254C367L, 0x1941A469L, 0x1043A770L);

    private static final int PICTURE = 1;
    private static final int SOUND = 2;
    private static final int MOST_ELEMENTS = 200_000;
    private static final long UNKNOWN = -1;

    private final Bytes bytes;
    private int elements;
    private boolean hasPicture;
    private boolean hasCluster;

    WebMElements(Bytes bytes) {
        this.bytes = bytes;
    }

    /**
     * An element.
     *
     * @param body first byte of its content
     * @param end first byte after it, {@link #UNKNOWN} where it does not say
     */
    private record Element(long id, long start, long body, long end) {

        boolean isOpen() {
            return end == UNKNOWN;
        }
    }

    /**
     * Cleans the file.
     *
     * @throws IOException if it ends too early, or holds no picture
     * @throws RuleBroken codes {@code evidence.type} for other kinds of Matroska, {@code evidence.video-tracks} for tracks
     *     besides picture and sound
     */
    void clean() throws IOException {
        long size = bytes.size();
        Element header = element(0, size);
        if (header.id() != EBML || header.isOpen()) {
            throw new IOException("no EBML");
        }
        if (!docType(header).equals("webm")) {
            throw RuleBroken.invalid("evidence.type");
        }
        Element segment = element(header.end(), size);
        while (segment.id() == VOID && !segment.isOpen()) {
            bytes.blank(segment.body(), segment.end());
            segment = element(segment.end(), size);
        }
        if (segment.id() != SEGMENT) {
            throw new IOException("no segment");
        }
        long end = segment.isOpen() ? size : segment.end();
        segment(segment.body(), end);
        bytes.blank(end, size);
        if (!hasPicture || !hasCluster) {
            throw new IOException("no picture in it");
        }
    }

    private String docType(Element header) throws IOException {
        long at = header.body();
        while (at < header.end()) {
            Element child = closed(at, header.end());
            if (child.id() == DOC_TYPE && child.end() - child.body() <= 16) {
                byte[] text = bytes.read(child.body(), (int) (child.end() - child.body()))
                        .array();
                return new String(text, StandardCharsets.US_ASCII).replace("\0", "");
            }
            at = child.end();
        }
        return "";
    }

    private void segment(long from, long to) throws IOException {
        long at = from;
        while (at < to) {
            Element child = element(at, to);
            if (child.id() == CLUSTER) {
                hasCluster = true;
                at = child.isOpen() ? openCluster(child.body(), to) : child.end();
                continue;
            }
            if (child.isOpen()) {
                throw new IOException("an element without end");
            }
            keepOrVoid(SEGMENT, child);
            at = child.end();
        }
    }

    /** Goes through the blocks of a cluster that a camera wrote while it was running. */
    private long openCluster(long from, long to) throws IOException {
        long at = from;
        while (at < to) {
            Element child = element(at, to);
            if (TOP.contains(child.id())) {
                return at;
            }
            if (child.isOpen()) {
                throw new IOException("a block without end");
            }
            at = child.end();
        }
        return at;
    }

    private void keepOrVoid(long parent, Element element) throws IOException {
        Set<Long> kept = KEPT.getOrDefault(parent, Set.of());
        if (!kept.contains(element.id())) {
            makeVoid(element);
            return;
        }
        if (element.id() == MUXING_APP || element.id() == WRITING_APP) {
            bytes.blank(element.body(), element.end());
        } else if (element.id() == TRACK_TYPE) {
            trackType(element);
        } else if (element.id() == INFO || element.id() == TRACKS || element.id() == TRACK_ENTRY) {
            long at = element.body();
            while (at < element.end()) {
                Element child = closed(at, element.end());
                keepOrVoid(element.id(), child);
                at = child.end();
            }
        }
    }

    private void trackType(Element element) throws IOException {
        long length = element.end() - element.body();
        int type = length == 0 ? 0 : bytes.read(element.end() - 1, 1).get();
        if (type != PICTURE && type != SOUND) {
            throw RuleBroken.invalid("evidence.video-tracks");
        }
        hasPicture |= type == PICTURE;
    }

    private Element closed(long at, long to) throws IOException {
        Element element = element(at, to);
        if (element.isOpen()) {
            throw new IOException("an element without end");
        }
        return element;
    }

    private Element element(long at, long to) throws IOException {
        elements++;
        if (elements > MOST_ELEMENTS) {
            throw new IOException("too many elements");
        }
        int idLength = length(at, to, 4);
        long id = number(at, idLength);
        long sizeAt = at + idLength;
        int sizeLength = length(sizeAt, to, 8);
        long mask = (1L << (7 * sizeLength)) - 1;
        long size = number(sizeAt, sizeLength) & mask;
        long body = sizeAt + sizeLength;
        if (size == mask) {
            return new Element(id, at, body, UNKNOWN);
        }
        if (size > to - body) {
            throw new EOFException("ends in an element");
        }
        return new Element(id, at, body, body + size);
    }

    /** How long a number of variable length is, by its first byte (RFC 8794, 4). */
    private int length(long at, long to, int most) throws IOException {
        if (at >= to) {
            throw new EOFException("ends in an element");
        }
        int length = Integer.numberOfLeadingZeros(bytes.read(at, 1).get() & 0xff) - 23;
        if (length > most) {
            throw new IOException("no number where one belongs");
        }
        if (length > to - at) {
            throw new EOFException("ends in an element");
        }
        return length;
    }

    private long number(long at, int length) throws IOException {
        ByteBuffer read = bytes.read(at, length);
        long number = 0;
        while (read.hasRemaining()) {
            number = number << 8 | (read.get() & 0xff);
        }
        return number;
    }

    /** The same length as before: a head of one byte, a size, zeros. */
    private void makeVoid(Element element) throws IOException {
        int sizeLength = (int) Math.min(8, element.body() - element.start() - 1);
        long size = element.end() - element.start() - 1 - sizeLength;
        ByteBuffer head = ByteBuffer.allocate(1 + sizeLength).put((byte) VOID);
        for (int i = sizeLength - 1; i >= 0; i--) {
            long part = size >>> (8 * i) & 0xff;
            head.put((byte) (i == sizeLength - 1 ? part | 0x80 >> (sizeLength - 1) : part));
        }
        bytes.write(element.start(), head.flip());
        bytes.blank(element.start() + 1 + sizeLength, element.end());
    }
}
