package cn.bishui.complaints.evidence.media;

import cn.bishui.complaints.evidence.EvidenceKind;
import cn.bishui.complaints.evidence.Format;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** WebM, a kind of Matroska (RFC 9559). */
@Component
@Order(5)
class WebM implements Format {

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.VIDEO;
    }

    @Override
    public boolean fits(byte[] head) {
        return head.length > 4
                && (head[0] & 0xff) == 0x1a
                && head[1] == 0x45
                && (head[2] & 0xff) == 0xdf
                && (head[3] & 0xff) == 0xa3;
    }

    @Override
    public String clean(Path file, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            new WebMElements(new Bytes(channel)).clean();
        }
        Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
        return "video/webm";
    }
}
