package cn.bishui.complaints.evidence.web;

import cn.bishui.complaints.evidence.Evidence;
import cn.bishui.complaints.evidence.EvidenceFiles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpRange;
import org.springframework.stereotype.Component;

/** Streams a photo or video, also a part of one: players ask for parts. Kept by no cache. */
@Component
class EvidenceResponse {

    private final EvidenceFiles files;

    EvidenceResponse(EvidenceFiles files) {
        this.files = files;
    }

    void write(Evidence evidence, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(evidence.mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Disposition", "inline; filename=\"" + name(evidence) + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Accept-Ranges", "bytes");
        long from = 0;
        long to = evidence.bytes() - 1;
        String asked = request.getHeader("Range");
        if (asked != null) {
            List<HttpRange> ranges = ranges(asked);
            // several parts at once would be a multipart answer; the whole is a right answer too
            if (ranges.size() == 1) {
                try {
                    from = ranges.getFirst().getRangeStart(evidence.bytes());
                    to = ranges.getFirst().getRangeEnd(evidence.bytes());
                } catch (IllegalArgumentException _) {
                    from = evidence.bytes();
                }
                if (from >= evidence.bytes() || from > to) {
                    response.setHeader("Content-Range", "bytes */" + evidence.bytes());
                    response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                    return;
                }
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(from, to, evidence.bytes()));
            }
        }
        response.setContentLengthLong(to - from + 1);
        files.copy(evidence.id(), from, to, response.getOutputStream());
    }

    /** What cannot be read is as if nothing was asked (RFC 9110, 14.2). */
    private static List<HttpRange> ranges(String asked) {
        try {
            return HttpRange.parseRanges(asked);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private static String name(Evidence evidence) {
        String type = evidence.mediaType();
        String extension = type.equals("video/quicktime") ? "mov" : type.substring(type.indexOf('/') + 1);
        return evidence.id().toString().substring(0, 8) + "." + (extension.equals("jpeg") ? "jpg" : extension);
    }
}
