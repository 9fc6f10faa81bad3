package cn.bishui.complaints.evidence.media;

import cn.bishui.contracts.RuleBroken;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the boxes of a video (ISO/IEC 14496-12, 4.2). Boxes that picture and sound need stay where they are; all others,
 * with place, camera and owner among them, become free space filled with zeros. Of tracks that are neither picture nor sound, as
 * those in which cameras note their way, the samples go too. Times of recording and names of writers are blanked.
 */
final class IsoBoxes {

    /** What stays, by the box it is in; {@code ""} is the file. Boxes that are a key themselves are looked into. */
    private static final Map<String, Set<String>> KEPT = Map.of(
            "",
            Set.of("ftyp", "styp", "moov", "mdat", "moof", "mfra", "sidx", "ssix"),
            "moov",
            Set.of("mvhd", "trak", "mvex", "iods"),
            "trak",
            Set.of("tkhd", "mdia", "edts", "tref", "tapt", "clip", "matt", "load"),
            "mdia",
            Set.of("mdhd", "hdlr", "minf", "elng"),
            "minf",
            Set.of("vmhd", "smhd", "hdlr", "dinf", "stbl", "nmhd", "gmhd"),
            "stbl",
            Set.of(
                    "stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "stps", "sdtp",
                    "sgpd", "sbgp", "subs", "saiz", "saio", "padb", "stdp"),
            "moof",
            Set.of("mfhd", "traf"),
            "traf",
            Set.of("tfhd", "tfdt", "trun", "sdtp", "sgpd", "sbgp", "subs", "saiz", "saio"));

    private static final Set<String> PICTURE_AND_SOUND = Set.of("vide", "soun");

    /** Boxes whose version and flags are followed by the times at which they were made and changed. */
    private static final Set<String> TIMED = Set.of("mvhd", "tkhd", "mdhd");

    private static final int MOST_BOXES = 100_000;
    private static final int MOST_TABLE = 8 << 20;

    private final Bytes bytes;
    private final List<Box> unneeded = new ArrayList<>();
    private int boxes;
    private boolean fragmented;
    private boolean hasPicture;
    private boolean hasOtherTracks;

    IsoBoxes(Bytes bytes) {
        this.bytes = bytes;
    }

    /**
     * A box.
     *
     * @param header bytes of size and type
     * @param end first byte after it
     */
    private record Box(String type, long start, int header, long end) {

        long body() {
            return start + header;
        }
    }

    /** A track as far as it is read. */
    private static final class Track {

        private @Nullable String handler;
        private final List<Box> tables = new ArrayList<>();

        private @Nullable Box table(String type) {
            return tables.stream()
                    .filter(box -> box.type().equals(type))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Cleans the file.
     *
     * @throws IOException if it ends too early, or holds no picture
     * @throws RuleBroken code {@code evidence.video-tracks} if there are tracks besides whose samples cannot be told apart
     */
    void clean() throws IOException {
        walk("", 0, bytes.size(), null);
        if (!hasPicture) {
            throw new IOException("no picture in it");
        }
        if (fragmented && hasOtherTracks) {
            throw RuleBroken.invalid("evidence.video-tracks");
        }
        for (Box box : unneeded) {
            free(box);
        }
    }

    private void walk(String parent, long from, long to, @Nullable Track track) throws IOException {
        long at = from;
        while (to - at >= 8) {
            Box box = box(parent, at, to);
            if (!isKept(parent, box.type())) {
                unneeded.add(box);
            } else {
                visit(box, track);
            }
            at = box.end();
        }
        // QuickTime ends some lists with a zero, others add what they like
        bytes.blank(at, to);
    }

    private static boolean isKept(String parent, String type) {
        Set<String> kept = KEPT.get(parent);
        return kept != null && kept.contains(type);
    }

    private void visit(Box box, @Nullable Track track) throws IOException {
        switch (box.type()) {
            case "trak" -> track(box);
            case "moof" -> {
                fragmented = true;
                walk(box.type(), box.body(), box.end(), track);
            }
            case "hdlr" -> handler(box, track);
            case "stsz", "stsc", "stco", "co64" -> {
                if (track != null) {
                    track.tables.add(box);
                }
            }
            default -> {
                if (TIMED.contains(box.type())) {
                    blankTimes(box);
                } else if (KEPT.containsKey(box.type())) {
                    walk(box.type(), box.body(), box.end(), track);
                }
            }
        }
    }

    private Box box(String parent, long at, long to) throws IOException {
        boxes++;
        if (boxes > MOST_BOXES) {
            throw new IOException("too many boxes");
        }
        ByteBuffer head = bytes.read(at, 8);
        long size = Integer.toUnsignedLong(head.getInt());
        byte[] name = new byte[4];
        head.get(name);
        int header = 8;
        if (size == 1) {
            size = bytes.read(at + 8, 8).getLong();
            header = 16;
        } else if (size == 0) {
            // up to the end: of the file, or of a list in QuickTime
            size = to - at;
            if (!parent.isEmpty()) {
                return new Box("free", at, header, to);
            }
        }
        if (size < header) {
            throw new IOException("a box smaller than its head");
        }
        if (size > to - at) {
            throw new EOFException("ends in a box");
        }
        return new Box(new String(name, StandardCharsets.ISO_8859_1), at, header, at + size);
    }

    private void track(Box box) throws IOException {
        Track track = new Track();
        walk("trak", box.body(), box.end(), track);
        if (track.handler != null && PICTURE_AND_SOUND.contains(track.handler)) {
            hasPicture |= track.handler.equals("vide");
            return;
        }
        hasOtherTracks = true;
        blankSamples(track);
        unneeded.add(box);
    }

    private void handler(Box box, @Nullable Track track) throws IOException {
        if (box.end() - box.body() < 24) {
            throw new EOFException("ends in a handler");
        }
        byte[] type = new byte[4];
        bytes.read(box.body() + 8, 4).get(type);
        // the media's own comes before that of its references
        if (track != null && track.handler == null) {
            track.handler = new String(type, StandardCharsets.ISO_8859_1);
        }
        bytes.blank(box.body() + 24, box.end());
    }

    private void blankTimes(Box box) throws IOException {
        int version = bytes.read(box.body(), 1).get();
        int length = version == 1 ? 16 : 8;
        if (box.end() - box.body() < 4 + length) {
            throw new EOFException("ends in a time");
        }
        bytes.blank(box.body() + 4, box.body() + 4 + length);
    }

    /** Blanks what the tables of samples and chunks (8.7) say belongs to the track. */
    private void blankSamples(Track track) throws IOException {
        Box sizes = track.table("stsz");
        Box runs = track.table("stsc");
        Box offsets = track.table("stco") == null ? track.table("co64") : track.table("stco");
        if (sizes == null || runs == null || offsets == null) {
            if (offsets != null) {
                throw RuleBroken.invalid("evidence.video-tracks");
            }
            return;
        }
        ByteBuffer size = table(sizes, 8);
        int all = size.getInt(0);
        int count = size.getInt(4);
        ByteBuffer run = table(runs, 4);
        int lastRun = run.getInt(0) - 1;
        ByteBuffer offset = table(offsets, 4);
        int chunks = offset.getInt(0);
        boolean large = offsets.type().equals("co64");
        if (count < 0 || chunks < 0 || (all == 0 && 8 + 4L * count > size.limit())) {
            throw new IOException("tables that do not fit");
        }
        int sample = 0;
        int inRun = 0;
        for (int chunk = 0; chunk < chunks && sample < count; chunk++) {
            while (inRun < lastRun && run.getInt(4 + 12 * (inRun + 1)) <= chunk + 1) {
                inRun++;
            }
            int samples = Math.clamp(run.getInt(4 + 12 * inRun + 4), 0, count - sample);
            long length = samples * Integer.toUnsignedLong(all);
            for (int i = 0; all == 0 && i < samples; i++) {
                length += Integer.toUnsignedLong(size.getInt(8 + 4 * (sample + i)));
            }
            sample += samples;
            long start = large ? offset.getLong(4 + 8 * chunk) : Integer.toUnsignedLong(offset.getInt(4 + 4 * chunk));
            if (start < 0) {
                throw new IOException("a chunk before the file");
            }
            bytes.blank(start, start + length);
        }
    }

    /** A table without version and flags. */
    private ByteBuffer table(Box box, int least) throws IOException {
        long length = box.end() - box.body() - 4;
        if (length < least) {
            throw new EOFException("ends in a table");
        }
        if (length > MOST_TABLE) {
            throw RuleBroken.invalid("evidence.video-tracks");
        }
        return bytes.read(box.body() + 4, (int) length);
    }

    private void free(Box box) throws IOException {
        bytes.write(box.start() + 4, ByteBuffer.wrap("free".getBytes(StandardCharsets.US_ASCII)));
        bytes.blank(box.body(), box.end());
    }
}
