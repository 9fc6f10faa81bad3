package cn.bishui.complaints.evidence.media;

import cn.bishui.complaints.evidence.EvidenceKind;
import cn.bishui.complaints.evidence.Format;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** WebP (RFC 9649). Its decoder is plain Java and slow, so it gets smaller pictures than the others. */
@Component
@Order(3)
class WebP implements Format {

    private static final long MOST_PIXELS = 8_000_000;
    private static final int MOST_EXIF = 1 << 20;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.PHOTO;
    }

    @Override
    public boolean fits(byte[] head) {
        return head.length >= 12
                && new String(head, 0, 4, StandardCharsets.US_ASCII).equals("RIFF")
                && new String(head, 8, 4, StandardCharsets.US_ASCII).equals("WEBP");
    }

    @Override
    public String clean(Path file, Path to) throws IOException {
        int orientation = orientation(file);
        Picture.redraw(new WebPImageReaderSpi().createReaderInstance(null), file, orientation, MOST_PIXELS, to);
        return Picture.MEDIA_TYPE;
    }

    /** Walks through the chunks, all of which must be there. */
    private static int orientation(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(4);
            long left = length(in);
            if (left + 8 > Files.size(file)) {
                throw new EOFException("ends in the picture");
            }
            in.skipNBytes(4);
            left -= 4;
            int orientation = Orientation.UPRIGHT;
            while (left >= 8) {
                String type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
                long length = length(in);
                long padded = length + (length & 1);
                if (type.equals("EXIF") && length <= MOST_EXIF) {
                    byte[] exif = in.readNBytes((int) length);
                    orientation = Orientation.of(bare(exif));
                    padded -= exif.length;
                    left -= exif.length;
                }
                left -= 8 + padded;
                in.skipNBytes(Math.min(padded, Math.max(0, left + padded)));
            }
            return orientation;
        }
    }

    private static byte[] bare(byte[] exif) {
        return exif.length > EXIF.length && Arrays.equals(exif, 0, EXIF.length, EXIF, 0, EXIF.length)
                ? Arrays.copyOfRange(exif, EXIF.length, exif.length)
                : exif;
    }

    private static long length(DataInputStream in) throws IOException {
        return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
    }
}
