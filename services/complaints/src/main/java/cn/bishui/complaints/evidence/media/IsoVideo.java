package cn.bishui.complaints.evidence.media;

import cn.bishui.complaints.evidence.EvidenceKind;
import cn.bishui.complaints.evidence.Format;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** MP4 (ISO/IEC 14496-12 and 14) and MOV (QuickTime File Format). */
@Component
@Order(4)
class IsoVideo implements Format {

    private static final Set<String> FIRST = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");
    private static final Set<String> BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "mp71", "avc1",
            "M4V ", "M4VH", "M4VP", "MSNV", "dash", "msdh", "hvc1", "av01", "XAVC", "3gp4", "3gp5", "3gp6", "mmp4");
    private static final String QUICKTIME = "qt  ";

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.VIDEO;
    }

    @Override
    public boolean fits(byte[] head) {
        if (head.length < 16) {
            return false;
        }
        String type = text(head, 4);
        String brand = text(head, 8);
        return type.equals("ftyp") ? brand.equals(QUICKTIME) || BRANDS.contains(brand) : FIRST.contains(type);
    }

    @Override
    public String clean(Path file, Path to) throws IOException {
        String mediaType;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Bytes bytes = new Bytes(channel);
            byte[] head = bytes.read(0, 16).array();
            mediaType =
                    text(head, 4).equals("ftyp") && !text(head, 8).equals(QUICKTIME) ? "video/mp4" : "video/quicktime";
            new IsoBoxes(bytes).clean();
        }
        Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
        return mediaType;
    }

    private static String text(byte[] head, int at) {
        return new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }
}
