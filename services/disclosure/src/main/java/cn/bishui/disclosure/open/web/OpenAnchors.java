package cn.bishui.disclosure.open.web;

import cn.bishui.disclosure.anchor.Anchor;
import cn.bishui.disclosure.anchor.Anchors;
import cn.bishui.web.Public;
import cn.bishui.web.csv.CsvDownload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Anchors as open data. */
@RestController
@Public
@Tag(name = "anchors", description = "审计链锚点：留存后，此前的记录不能被悄悄改动。Heads of the services' audit chains.")
class OpenAnchors {

    private static final String PATH = "/open/v1/anchors";
    private static final int CHUNK = 500;

    private final Anchors anchors;

    OpenAnchors(Anchors anchors) {
        this.anchors = anchors;
    }

    /** An anchor on the wire. */
    @Schema(name = "Anchor")
    record View(
            @Schema(description = "服务。The service whose chain it is.", example = "enforcement")
            String service,

            @Schema(description = "记录条数。How many entries the chain had.")
            long entries,

            @Schema(description = "最后一条的 SHA-256，十六进制。SHA-256 of the last entry, hexadecimal.")
            String hash,

            @Schema(description = "时间（UTC）。When.") Instant anchoredAt) {

        static View of(Anchor anchor) {
            return new View(anchor.service(), anchor.entries(), anchor.hash(), anchor.anchoredAt());
        }
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "锚点，最新的在前。Anchors, newest first.")
    OpenPage<View> list(
            @Parameter(description = "每页条数。Items a page.")
                    @RequestParam(defaultValue = Asked.LIMIT)
                    @Min(1)
                    @Max(Asked.LARGEST)
                    int limit,
            @Parameter(description = "上一页 next 中的位置。The place that the last page's next names.")
                    @RequestParam(required = false)
                    @Nullable
                    String after)
            throws BindException {
        Anchors.Place place =
                Cursor.read(after, 2, key -> new Anchors.Place(Instant.parse(key.getFirst()), key.get(1)));
        return OpenPage.of(
                anchors.before(place, limit + 1),
                limit,
                View::of,
                last -> Cursor.next(PATH, Map.of("limit", limit), last.anchoredAt(), last.service()));
    }

    @GetMapping(PATH + ".csv")
    @Operation(summary = "全部，CSV，列名与 JSON 相同。All of them as CSV (RFC 4180, UTF-8), columns named as in JSON.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void download(@Parameter(hidden = true) HttpServletResponse response) {
        try (CsvDownload csv = CsvDownload.to(response, "anchors.csv", "service", "entries", "hash", "anchoredAt")) {
            List<Anchor> chunk = anchors.before(null, CHUNK);
            while (!chunk.isEmpty()) {
                chunk.forEach(each -> csv.row(each.service(), each.entries(), each.hash(), each.anchoredAt()));
                Anchor last = chunk.getLast();
                chunk = anchors.before(new Anchors.Place(last.anchoredAt(), last.service()), CHUNK);
            }
        }
    }
}
