package cn.bishui.complaints.evidence.media;

import cn.bishui.complaints.evidence.EvidenceKind;
import cn.bishui.complaints.evidence.Format;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** PNG (ISO/IEC 15948): the decoder gets to see the chunks that make the picture, of an animation its first. */
@Component
@Order(2)
class Png implements Format {

    private static final long MOST_PIXELS = 50_000_000;
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int MOST_EXIF = 1 << 20;

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.PHOTO;
    }

    @Override
    public boolean fits(byte[] head) {
        return head.length > 8 && ByteBuffer.wrap(head).getLong() == SIGNATURE;
    }

    @Override
    public String clean(Path file, Path to) throws IOException {
        Path bare = Files.createTempFile("bishui-", ".bare");
        try {
            int orientation;
            try (DataInputStream in =
                            new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
                    DataOutputStream out =
                            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(bare), 1 << 16))) {
                orientation = strip(in, out);
            }
            Picture.redraw(Picture.reader("png"), bare, orientation, MOST_PIXELS, to);
            return Picture.MEDIA_TYPE;
        } finally {
            Files.deleteIfExists(bare);
        }
    }

    /** Copies the picture; answers how the camera was held. */
    private static int strip(DataInputStream in, DataOutputStream out) throws IOException {
        int orientation = Orientation.UPRIGHT;
        out.writeLong(in.readLong());
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.readInt();
            byte[] name = in.readNBytes(4);
            type = new String(name, StandardCharsets.US_ASCII);
            if (length < 0 || name.length < 4) {
                throw new IOException("a chunk without length");
            }
            if (NEEDED.contains(type)) {
                out.writeInt(length);
                out.write(name);
                copy(in, out, length + 4L);
            } else if (type.equals("eXIf") && length <= MOST_EXIF) {
                orientation = Orientation.of(in.readNBytes(length));
                in.skipNBytes(4);
            } else {
                in.skipNBytes(length + 4L);
            }
        }
        return orientation;
    }

    private static void copy(DataInputStream in, DataOutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 13];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("ends in a chunk");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
