package cn.bishui.complaints.evidence.media;

import cn.bishui.complaints.evidence.EvidenceKind;
import cn.bishui.complaints.evidence.Format;
import cn.bishui.contracts.RuleBroken;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * JPEG (ITU-T T.81). What the decoder gets to see is the picture alone: application segments and comments, and whatever comes
 * after the picture, are left out first, so that odd metadata neither survives nor stops a good picture. Colours of wide
 * profiles come out a little paler.
 */
@Component
@Order(1)
class Jpeg implements Format {

    private static final long MOST_PIXELS = 100_000_000;

    /** A progressive picture is held whole while it is decoded, outside the heap. */
    private static final long MOST_PIXELS_PROGRESSIVE = 25_000_000;

    private static final int MOST_SCANS = 60;

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.PHOTO;
    }

    @Override
    public boolean fits(byte[] head) {
        return head.length > 3 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == SOI && (head[2] & 0xff) == 0xff;
    }

    @Override
    public String clean(Path file, Path to) throws IOException {
        Path bare = Files.createTempFile("bishui-", ".bare");
        try {
            Walk walk = new Walk();
            try (DataInputStream in =
                            new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(bare), 1 << 16)) {
                walk.strip(in, out);
            }
            Picture.redraw(
                    Picture.reader("jpeg"),
                    bare,
                    walk.orientation,
                    walk.progressive ? MOST_PIXELS_PROGRESSIVE : MOST_PIXELS,
                    to);
            return Picture.MEDIA_TYPE;
        } finally {
            Files.deleteIfExists(bare);
        }
    }

    /** One walk through the segments of a file. */
    private static final class Walk {

        private int orientation = Orientation.UPRIGHT;
        private boolean progressive;
        private boolean framed;
        private int scans;

        /** Copies the picture. */
        void strip(DataInputStream in, OutputStream out) throws IOException {
            if (in.readUnsignedShort() != (0xff00 | SOI)) {
                throw new IOException("no JPEG");
            }
            out.write(0xff);
            out.write(SOI);
            int marker = marker(in);
            while (marker != EOI) {
                byte[] segment = segment(in);
                if (marker == APP1) {
                    exif(segment);
                }
                if (isNeeded(marker)) {
                    write(marker, segment, out);
                }
                if (isFrame(marker)) {
                    frame(marker, segment);
                }
                marker = marker == SOS ? scan(in, out) : marker(in);
            }
            if (!framed || scans == 0) {
                throw new IOException("no picture in it");
            }
            out.write(0xff);
            out.write(EOI);
        }

        private static int marker(DataInputStream in) throws IOException {
            if (in.readUnsignedByte() != 0xff) {
                throw new IOException("no marker where one belongs");
            }
            int marker = in.readUnsignedByte();
            while (marker == 0xff) {
                marker = in.readUnsignedByte();
            }
            return marker;
        }

        private static byte[] segment(DataInputStream in) throws IOException {
            int length = in.readUnsignedShort() - 2;
            if (length < 0) {
                throw new IOException("a segment without length");
            }
            byte[] segment = in.readNBytes(length);
            if (segment.length < length) {
                throw new EOFException("ends in a segment");
            }
            return segment;
        }

        private static void write(int marker, byte[] segment, OutputStream out) throws IOException {
            out.write(0xff);
            out.write(marker);
            out.write((segment.length + 2) >> 8);
            out.write(segment.length + 2);
            out.write(segment);
        }

        /** Adobe's segment says how colours are coded; no other is needed to see the picture. */
        private static boolean isNeeded(int marker) {
            boolean application = marker >= 0xe0 && marker <= APP15;
            return marker != COM && (!application || marker == APP14);
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }

        private void frame(int marker, byte[] segment) throws IOException {
            if (framed || marker > 0xc2 || segment.length < 6) {
                throw new IOException("a kind of JPEG that nobody uses");
            }
            framed = true;
            progressive = marker == 0xc2;
            long pixels = (long) ((segment[1] & 0xff) << 8 | (segment[2] & 0xff))
                    * ((segment[3] & 0xff) << 8 | (segment[4] & 0xff));
            long most = progressive ? MOST_PIXELS_PROGRESSIVE : MOST_PIXELS;
            if (pixels > most) {
                throw RuleBroken.invalid("evidence.photo-too-many-pixels", most / 1_000_000);
            }
        }

        private void exif(byte[] segment) {
            if (orientation == Orientation.UPRIGHT
                    && segment.length > EXIF.length
                    && Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length)) {
                orientation = Orientation.of(Arrays.copyOfRange(segment, EXIF.length, segment.length));
            }
        }

        /** Copies the coded pixels up to the next marker that is no part of them. */
        private int scan(DataInputStream in, OutputStream out) throws IOException {
            scans++;
            if (scans > MOST_SCANS) {
                throw new IOException("too many scans");
            }
            while (true) {
                int value = in.readUnsignedByte();
                if (value != 0xff) {
                    out.write(value);
                    continue;
                }
                int marker = in.readUnsignedByte();
                while (marker == 0xff) {
                    marker = in.readUnsignedByte();
                }
                if (marker != 0 && (marker < 0xd0 || marker > 0xd7)) {
                    return marker;
                }
                out.write(0xff);
                out.write(marker);
            }
        }
    }
}
