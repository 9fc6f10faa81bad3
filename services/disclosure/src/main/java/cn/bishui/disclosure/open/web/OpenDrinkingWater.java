package cn.bishui.disclosure.open.web;

import cn.bishui.disclosure.drinking.DrinkingReport;
import cn.bishui.disclosure.drinking.DrinkingReports;
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
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quarters of drinking water as open data. */
@RestController
@Public
@Tag(
        name = "drinking-water",
        description = "饮用水安全状况：水源水、出厂水、龙头水，按季度。Drinking water from the source to the tap, quarter by quarter.")
class OpenDrinkingWater {

    private static final String PATH = "/open/v1/drinking-water";
    private static final String QUARTER = "[0-9]{4}-Q[1-4]";
    private static final int CHUNK = 50;

    private final DrinkingReports reports;

    OpenDrinkingWater(DrinkingReports reports) {
        this.reports = reports;
    }

    /** A revision of a quarter on the wire. */
    @Schema(name = "DrinkingWater")
    record View(
            @Schema(description = "季度。Quarter.", example = "2026-Q3")
            String quarter,

            @Schema(description = "版次，更正一次加一；同一季度以最大的为准。Revision; the highest of a quarter counts.")
            int revision,

            @Schema(description = "数据不完整的原因。Why data are missing.", nullable = true) @Nullable
            String incompleteReason,

            @Schema(description = "更正说明。Correction notice.", nullable = true) @Nullable
            String correctionReason,

            @Schema(description = "批准公布的时间（UTC）。When it was approved.")
            Instant approvedAt,

            @Schema(description = "全部点位，未报送的也在内。All points, those without a report too.")
            List<Point> points) {

        static View of(DrinkingReport report) {
            return new View(
                    report.quarter(),
                    report.revision(),
                    report.incompleteReason(),
                    report.correctionReason(),
                    report.approvedAt(),
                    report.points().stream().map(Point::of).toList());
        }
    }

    /** A point on the wire. */
    @Schema(name = "DrinkingWaterPoint")
    record Point(
            @Schema(description = "点位编码。Code.", example = "LT-1")
            String code,

            @Schema(description = "名称。Name.") String name,

            @Schema(
                    description = "source 水源，works-outlet 出厂水，tap 用户水龙头。",
                    allowableValues = {"source", "works-outlet", "tap"})
            String kind,

            @Schema(description = "报送部门。Bureau that reports.", example = "HEALTH")
            String bureau,

            @Schema(description = "样品数。Samples.") int samples,

            @Schema(description = "最近采样日期。Last sampled on.", nullable = true) @Nullable
            LocalDate lastSampledOn,

            @Schema(description = "监测项目数。Items.") int items,

            @Schema(description = "达标项次。Results that met their limits.")
            int qualified,

            @Schema(description = "超标项次。Results that did not.")
            int exceeding,

            @Schema(description = "合格率，%。Qualified, %.", nullable = true) @Nullable
            BigDecimal qualifiedRate,

            @Schema(
                    description = "met 达标，failed 超标，undecided 无法判定，not-reported 未报送，ice 冰封，dry 断流，no-access 无法到达。",
                    example = "met")
            String verdict,

            @Schema(description = "超标的结果。Results over their limits.")
            List<Exceeded> exceeded,

            @Schema(description = "水源没有结果的月份。Months of a source without a result.")
            List<String> missingMonths,

            @Schema(description = "评价标准。Standard.", example = "GB 5749-2022")
            String standard) {

        static Point of(DrinkingReport.Point point) {
            return new Point(
                    point.code(),
                    point.name(),
                    point.kind(),
                    point.bureau(),
                    point.samples(),
                    point.lastSampledOn(),
                    point.items(),
                    point.qualified(),
                    point.exceeding(),
                    point.qualifiedRate(),
                    point.verdict(),
                    point.exceeded().stream().map(Exceeded::of).toList(),
                    point.missingMonths(),
                    point.standard());
        }
    }

    /** A result over its limit on the wire. */
    @Schema(name = "DrinkingWaterExceeded")
    record Exceeded(
            @Schema(description = "项目代码，没有代码的为中文名。Code, or the Chinese name.", example = "w20125")
            String item,

            @Schema(description = "项目名称。Name.", example = "铁")
            String name,

            @Schema(description = "采样日期。Day of the sample.") LocalDate day,

            @Schema(description = "监测值。Value as reported.", example = "0.36")
            String value,

            @Schema(description = "单位，无量纲为空。Unit; empty if there is none.", example = "mg/L")
            String unit,

            @Schema(description = "限值。Limit.", example = "≤0.3")
            String limit,

            @Schema(description = "超标倍数。Multiple.", nullable = true) @Nullable
            BigDecimal multiple) {

        static Exceeded of(DrinkingReport.Exceeded each) {
            return new Exceeded(
                    each.item(), each.name(), each.day(), each.value(), each.unit(), each.limit(), each.multiple());
        }
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "各季度的各版次，最新的在前。Every revision of every quarter, newest first.")
    OpenPage<View> list(
            @Parameter(description = "季度。Quarter.", example = "2026-Q3")
                    @RequestParam(required = false)
                    @Pattern(regexp = QUARTER)
                    @Nullable
                    String quarter,
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
        DrinkingReports.Place place =
                Cursor.read(after, 2, key -> new DrinkingReports.Place(key.getFirst(), Integer.parseInt(key.get(1))));
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("quarter", quarter);
        asked.put("limit", limit);
        return OpenPage.of(
                reports.after(quarter, place, limit + 1),
                limit,
                View::of,
                last -> Cursor.next(PATH, asked, last.quarter(), Integer.toString(last.revision())));
    }

    @GetMapping(PATH + ".csv")
    @Operation(
            summary =
                    "全部，CSV，每行一个点位，列名与 JSON 相同。All of them as CSV (RFC 4180, UTF-8), one point a row, columns named as in JSON.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void download(
            @Parameter(description = "季度。Quarter.", example = "2026-Q3")
                    @RequestParam(required = false)
                    @Pattern(regexp = QUARTER)
                    @Nullable
                    String quarter,
            @Parameter(hidden = true) HttpServletResponse response) {
        try (CsvDownload csv = CsvDownload.to(
                response,
                "drinking-water.csv",
                "quarter",
                "revision",
                "code",
                "name",
                "kind",
                "bureau",
                "samples",
                "lastSampledOn",
                "items",
                "qualified",
                "exceeding",
                "qualifiedRate",
                "verdict",
                "exceeded",
                "missingMonths",
                "standard",
                "correctionReason")) {
            List<DrinkingReport> chunk = reports.after(quarter, null, CHUNK);
            while (!chunk.isEmpty()) {
                chunk.forEach(report -> report.points().forEach(each -> row(csv, report, each)));
                DrinkingReport last = chunk.getLast();
                chunk = reports.after(quarter, new DrinkingReports.Place(last.quarter(), last.revision()), CHUNK);
            }
        }
    }

    private static void row(CsvDownload csv, DrinkingReport report, DrinkingReport.Point each) {
        csv.row(
                report.quarter(),
                report.revision(),
                each.code(),
                each.name(),
                each.kind(),
                each.bureau(),
                each.samples(),
                each.lastSampledOn(),
                each.items(),
                each.qualified(),
                each.exceeding(),
                each.qualifiedRate(),
                each.verdict(),
                each.exceeded().stream().map(DrinkingReport.Exceeded::text).collect(Collectors.joining("；")),
                String.join(" ", each.missingMonths()),
                each.standard(),
                report.correctionReason());
    }
}
