package cn.bishui.disclosure.open.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.disclosure.exceedance.Exceedance;
import cn.bishui.disclosure.exceedance.Exceedances;
import cn.bishui.disclosure.exceedance.PublishedExceedance;
import cn.bishui.disclosure.exceedance.Wanted;
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
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exceedances as open data. */
@RestController
@Public
@Tag(name = "exceedances", description = "超标：日均值超过许可限值。Daily means over the permitted limit.")
class OpenExceedances {

    private static final String PATH = "/open/v1/exceedances";
    private static final int CHUNK = 500;

    private static final String FROM = "起始日期（含），按监测日。First day, inclusive, of the days that were judged.";
    private static final String TO = "截止日期（含）。Last day, inclusive.";
    private static final String UNIT =
            "统一社会信用代码，或单位名称的一部分。Unified social credit code of the unit, or part of its name.";
    private static final String POLLUTANT = "污染物代码（HJ 212-2017 表 B.1）。Code of the pollutant, as w01018.";

    private final Exceedances exceedances;

    OpenExceedances(Exceedances exceedances) {
        this.exceedances = exceedances;
    }

    /** An exceedance on the wire. */
    @Schema(name = "Exceedance")
    record View(
            @Schema(description = "单位名称。Name of the unit.") String unit,

            @Schema(description = "统一社会信用代码。Unified social credit code.", example = "91220202MADEM01A1X")
            String unitCode,

            @Schema(description = "排放口编号（HJ 608-2017）。Code of the outlet.", example = "DW001")
            String outlet,

            @Schema(description = "排放口名称。Name of the outlet.")
            String outletName,

            @Schema(description = "污染物代码（HJ 212-2017 表 B.1）。Code of the pollutant.", example = "w01018")
            String pollutant,

            @Schema(description = "污染物名称。Name of the pollutant, in Chinese.", example = "化学需氧量")
            String pollutantName,

            @Schema(description = "监测日。The day that was judged, in the district's time zone.")
            LocalDate day,

            @Schema(description = "日均值，单位见 unitOfMeasure。Daily mean, in unitOfMeasure.", example = "115.0")
            BigDecimal value,

            @Schema(
                    description = "当日有效的许可限值中被突破的一侧。The bound in force that was broken, in unitOfMeasure.",
                    example = "50")
            BigDecimal limit,

            @Schema(description = "单位：mg/L；pH 为 1。Unit of value and limit: mg/L, or 1 for pH.", example = "mg/L")
            String unitOfMeasure,

            @Schema(
                    description =
                            "超标倍数 (value - limit) / limit；pH 等范围限值为 null。How far over; null where the limit is a range.",
                    example = "1.3",
                    nullable = true)
            @Nullable
            BigDecimal multiple,

            @Schema(
                    description = """
                            处理进展。found 发现超标；clue 已立线索，15 个工作日内决定是否立案；yellow-card 已出示黄牌；case-filed 已立案；
                            dismissed 不予立案。What came of it, as far as it went: found; clue (enforcement decides within 15
                            working days whether to file a case); yellow-card; case-filed; dismissed; withdrawn (judged anew, no
                            longer over the limit). More values may be added.
                            """,
                    allowableValues = {"found", "clue", "yellow-card", "case-filed", "dismissed", "withdrawn"})
            String caseStatus,

            @Schema(description = "立案号。Number of the case, null where none was filed.", nullable = true) @Nullable
            String caseNumber,

            @Schema(description = "牌号。Number of the card, null where none was shown.", nullable = true) @Nullable
            String cardNumber,

            @Schema(description = "公布时间（UTC）。When it became public.")
            Instant publishedAt,

            @Schema(
                    description =
                            "更正原因，未更正为 null：late-data 数据补传、changed-data 重传、on-site-sample 现场监测、limit-changed 限值变更。Why it was judged anew, null if it was not.",
                    nullable = true)
            @Nullable
            String correction,

            @Schema(description = "更正时间（UTC）。When it was judged anew, null if it was not.", nullable = true) @Nullable
            Instant correctedAt) {

        static View of(PublishedExceedance published) {
            Exceedance each = published.exceedance();
            return new View(
                    each.unitName(),
                    each.unit(),
                    each.outlet(),
                    each.outletName(),
                    each.pollutant(),
                    each.pollutantName(),
                    each.day(),
                    each.value(),
                    each.limit(),
                    each.unitOfMeasure(),
                    each.multiple(),
                    published.status().code(),
                    published.caseNumber(),
                    published.cardNumber(),
                    published.publishedAt(),
                    published.correctionReason(),
                    published.correctedAt());
        }
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "超标列表，最近的监测日在前。Exceedances, the latest day first.")
    OpenPage<View> list(
            @Parameter(description = FROM) @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = TO) @RequestParam(required = false) @Nullable LocalDate to,
            @Parameter(description = UNIT) @RequestParam(required = false) @Size(max = 100) @Nullable String unit,
            @Parameter(description = POLLUTANT) @RequestParam(required = false) @Size(max = 20) @Nullable
                    String pollutant,
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
        Wanted wanted = wanted(from, to, unit, pollutant);
        Exceedances.Place place =
                Cursor.read(after, 2, key -> new Exceedances.Place(LocalDate.parse(key.getFirst()), key.get(1)));
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("from", wanted.from());
        asked.put("to", wanted.to());
        asked.put("unit", wanted.unit());
        asked.put("pollutant", wanted.pollutant());
        asked.put("limit", limit);
        return OpenPage.of(
                exceedances.after(wanted, place, limit + 1),
                limit,
                View::of,
                last -> Cursor.next(
                        PATH, asked, last.exceedance().day(), last.exceedance().id()));
    }

    @GetMapping(PATH + ".csv")
    @Operation(summary = "全部超标，CSV，列名与 JSON 相同。All of them as CSV (RFC 4180, UTF-8), columns named as in JSON.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void download(
            @Parameter(description = FROM) @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = TO) @RequestParam(required = false) @Nullable LocalDate to,
            @Parameter(description = UNIT) @RequestParam(required = false) @Size(max = 100) @Nullable String unit,
            @Parameter(description = POLLUTANT) @RequestParam(required = false) @Size(max = 20) @Nullable
                    String pollutant,
            @Parameter(hidden = true) HttpServletResponse response)
            throws BindException {
        Wanted wanted = wanted(from, to, unit, pollutant);
        try (CsvDownload csv = CsvDownload.to(
                response,
                "exceedances.csv",
                "unit",
                "unitCode",
                "outlet",
                "outletName",
                "pollutant",
                "pollutantName",
                "day",
                "value",
                "limit",
                "unitOfMeasure",
                "multiple",
                "caseStatus",
                "caseNumber",
                "cardNumber",
                "publishedAt",
                "correction",
                "correctedAt")) {
            List<PublishedExceedance> chunk = exceedances.after(wanted, null, CHUNK);
            while (!chunk.isEmpty()) {
                chunk.stream().map(View::of).forEach(each -> write(csv, each));
                Exceedance last = chunk.getLast().exceedance();
                chunk = exceedances.after(wanted, new Exceedances.Place(last.day(), last.id()), CHUNK);
            }
        }
    }

    private static void write(CsvDownload csv, View each) {
        csv.row(
                each.unit(),
                each.unitCode(),
                each.outlet(),
                each.outletName(),
                each.pollutant(),
                each.pollutantName(),
                each.day(),
                each.value(),
                each.limit(),
                each.unitOfMeasure(),
                each.multiple(),
                each.caseStatus(),
                each.caseNumber(),
                each.cardNumber(),
                each.publishedAt(),
                each.correction(),
                each.correctedAt());
    }

    private static Wanted wanted(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String unit, @Nullable String pollutant)
            throws BindException {
        try {
            return new Wanted(from, to, Asked.text(unit), Asked.text(pollutant));
        } catch (RuleBroken reversed) {
            throw Asked.wrongly("to", "rule." + reversed.code());
        }
    }
}
