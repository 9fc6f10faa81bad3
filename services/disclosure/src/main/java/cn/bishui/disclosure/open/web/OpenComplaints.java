package cn.bishui.disclosure.open.web;

import cn.bishui.contracts.Bureau;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.disclosure.complaint.Figure;
import cn.bishui.disclosure.complaint.Period;
import cn.bishui.disclosure.complaint.Share;
import cn.bishui.disclosure.complaint.Statistics;
import cn.bishui.disclosure.complaint.TellStatistics;
import cn.bishui.disclosure.complaint.Told;
import cn.bishui.web.Public;
import cn.bishui.web.csv.CsvDownload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The statistics of complaints as open data. */
@RestController
@Public
@Tag(name = "complaints", description = "12369 举报统计，不指向任何人。Complaints in numbers that point at nobody.")
class OpenComplaints {

    private static final String PATH = "/open/v1/complaints/statistics";

    private static final String FROM =
            "起始月 2026-01，或其中一天 2026-01-15；按整月统计。First month, or a day of it; whole months are used.";
    private static final String TO = "截止月（含），或其中一天。Last month, inclusive, or a day of it.";
    private static final String SUMMARY = """
            12369 举报统计：整月，逐月、按污染类型、街道、部门。Complaints by whole months: each month, by type, street, bureau.
            """;
    private static final String DESCRIPTION = """
            1、2 不公布（count 为 null，suppressed 为 true），能够由此推算出它的数也不公布；多个月合计时，atLeast 是已公布各月之和。
            每件事计入它发生的那个月；月份结束后第三天起公布，此后不变。
            Counts of one or two are not told (count null, suppressed true), nor are those from which they could be worked out; of several
            months atLeast is the sum of those that are told. What happens counts in its month, which is told from the third day after
            its end and stays.
            """;

    private final TellStatistics tellStatistics;

    OpenComplaints(TellStatistics tellStatistics) {
        this.tellStatistics = tellStatistics;
    }

    /** The statistics on the wire. */
    @Schema(name = "ComplaintStatistics")
    record View(
            @Schema(description = "统计的第一个月。First month of these figures.", type = "string", example = "2026-01")
            String from,

            @Schema(
                    description =
                            "统计的最后一个月；早于 from 时没有可公布的月份。Last month of these figures; before from where none is told.",
                    example = "2026-10")
            String to,

            @Schema(description = "已公布的最后一个月。The last month that is told at all.", example = "2026-10")
            String publishedThrough,

            @Schema(description = "此日以来，尚未按月公布。The first day after it.")
            LocalDate since,

            @Schema(description = "此日以来至少收到的件数，3 的倍数。How many came in since at least, a multiple of 3.")
            int receivedSinceAtLeast,

            @Schema(description = "合计。All of them.") Line total,

            @Schema(description = "逐月；key 为 2026-10。Each month.")
            List<Line> months,

            @Schema(description = """
                            按污染类型；key 为 water 水、air 大气、noise 噪声、solid-waste 固废、hazardous-waste 危废、soil 土壤、radiation 辐射、
                            ecology 生态破坏、construction 建设项目、other 其他。By kind of pollution.
                            """) List<Line> types,

            @Schema(description = "按街道、乡镇，只列有数可公布的；key 为空即未注明。By street or township, those that tell something.")
            List<Line> streets,

            @Schema(description = "按承办部门；key 如 ENV。By the bureau that handles them.")
            List<Line> bureaus) {

        static View of(TellStatistics.Answer answer) {
            Statistics statistics = answer.statistics();
            return new View(
                    statistics.period().from().toString(),
                    statistics.period().to().toString(),
                    answer.lastTold().toString(),
                    answer.since(),
                    answer.receivedSince(),
                    Line.of(statistics.total(), null, false),
                    lines(statistics.months()),
                    lines(statistics.types()),
                    lines(statistics.streets()),
                    statistics.bureaus().stream()
                            .map(row -> Line.of(row, Bureau.valueOf(row.key()).chineseName(), true))
                            .toList());
        }

        private static List<Line> lines(List<Statistics.Row> rows) {
            return rows.stream().map(row -> Line.of(row, null, false)).toList();
        }
    }

    /** Figures that belong together. */
    @Schema(name = "ComplaintFigures")
    record Line(
            @Schema(description = "月份、类型、街道或部门；合计为空。Month, type, street or bureau; empty for the total.")
            String key,

            @Schema(description = "部门名称。Name of the bureau, in Chinese.", nullable = true) @Nullable
            String name,

            @Schema(description = "收到。Came in; null by bureau.", nullable = true) @Nullable
            Count received,

            @Schema(description = "受理。Accepted; null by bureau.", nullable = true) @Nullable
            Count accepted,

            @Schema(description = "不予受理。Not accepted; null by bureau.", nullable = true) @Nullable
            Count refused,

            @Schema(description = "不予受理中，属重复举报的。Of these, for repeating another; null by bureau.", nullable = true)
            @Nullable
            Count repeats,

            @Schema(description = "首次交办。Given to a bureau for the first time.")
            Count assigned,

            @Schema(description = "首次答复。Answered for the first time.")
            Count answered,

            @Schema(description = "按时答复占答复的比例。Answered in time, among those answered.")
            Part onTime,

            @Schema(description = "属实、部分属实占答复的比例。Found true, wholly or in part, among those answered.")
            Part confirmed,

            @Schema(description = "平均满意度，1 至 5。Mean satisfaction, 1 to 5.")
            Part satisfaction) {

        static Line of(Statistics.Row row, @Nullable String name, boolean bureau) {
            return new Line(
                    row.key(),
                    name,
                    bureau ? null : Count.of(row.told(Figure.RECEIVED)),
                    bureau ? null : Count.of(row.told(Figure.ACCEPTED)),
                    bureau ? null : Count.of(row.told(Figure.REFUSED)),
                    bureau ? null : Count.of(row.told(Figure.REPEATS)),
                    Count.of(row.told(Figure.ASSIGNED)),
                    Count.of(row.told(Figure.ANSWERED)),
                    Part.of(row.onTime()),
                    Part.of(row.confirmed()),
                    Part.of(row.satisfaction()));
        }
    }

    /** A count on the wire. */
    @Schema(name = "ComplaintCount")
    record Count(
            @Schema(description = "件数；不公布时为 null。How many; null where it is not told.", nullable = true) @Nullable
            Integer count,

            @Schema(description = "已公布各月之和。The sum of the months that are told.")
            int atLeast,

            @Schema(description = "是否有月份不公布。Whether a month is not told.")
            boolean suppressed) {

        static Count of(Told told) {
            return new Count(told.count(), told.atLeast(), told.suppressed());
        }
    }

    /** A share or a mean on the wire. */
    @Schema(name = "ComplaintShare")
    record Part(
            @Schema(description = "比例 0 至 1，或平均值；不公布时为 null。From 0 to 1, or the mean.", nullable = true) @Nullable
            BigDecimal value,

            @Schema(description = "据多少件计算。Of how many.") int of,

            @Schema(description = "是否有月份未计入。Whether a month is left out.")
            boolean suppressed) {

        static Part of(Share share) {
            return new Part(share.value(), share.of(), share.suppressed());
        }
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    View statistics(
            @Parameter(description = FROM) @RequestParam(required = false) @Nullable String from,
            @Parameter(description = TO) @RequestParam(required = false) @Nullable String to)
            throws BindException {
        return View.of(answer(from, to));
    }

    @GetMapping(PATH + ".csv")
    @Operation(
            summary =
                    "同上，CSV，每行一个数。The same as CSV (RFC 4180, UTF-8), one figure a line; table is total, months, types, streets or bureaus.",
            description = DESCRIPTION)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void download(
            @Parameter(description = FROM) @RequestParam(required = false) @Nullable String from,
            @Parameter(description = TO) @RequestParam(required = false) @Nullable String to,
            @Parameter(hidden = true) HttpServletResponse response)
            throws BindException {
        View view = View.of(answer(from, to));
        try (CsvDownload csv = CsvDownload.to(
                response,
                "complaints.csv",
                "from",
                "to",
                "table",
                "key",
                "name",
                "figure",
                "value",
                "atLeast",
                "of",
                "suppressed")) {
            write(csv, view, "total", List.of(view.total()));
            write(csv, view, "months", view.months());
            write(csv, view, "types", view.types());
            write(csv, view, "streets", view.streets());
            write(csv, view, "bureaus", view.bureaus());
        }
    }

    private static void write(CsvDownload csv, View view, String table, List<Line> lines) {
        for (Line line : lines) {
            count(csv, view, table, line, "received", line.received());
            count(csv, view, table, line, "accepted", line.accepted());
            count(csv, view, table, line, "refused", line.refused());
            count(csv, view, table, line, "repeats", line.repeats());
            count(csv, view, table, line, "assigned", line.assigned());
            count(csv, view, table, line, "answered", line.answered());
            part(csv, view, table, line, "onTime", line.onTime());
            part(csv, view, table, line, "confirmed", line.confirmed());
            part(csv, view, table, line, "satisfaction", line.satisfaction());
        }
    }

    private static void count(
            CsvDownload csv, View view, String table, Line line, String figure, @Nullable Count count) {
        if (count != null) {
            csv.row(
                    view.from(),
                    view.to(),
                    table,
                    line.key(),
                    line.name(),
                    figure,
                    count.count(),
                    count.atLeast(),
                    null,
                    count.suppressed());
        }
    }

    private static void part(CsvDownload csv, View view, String table, Line line, String figure, @Nullable Part part) {
        if (part != null) {
            csv.row(
                    view.from(),
                    view.to(),
                    table,
                    line.key(),
                    line.name(),
                    figure,
                    part.value(),
                    null,
                    part.of(),
                    part.suppressed());
        }
    }

    private TellStatistics.Answer answer(@Nullable String from, @Nullable String to) throws BindException {
        YearMonth first = month("from", from);
        YearMonth last = month("to", to);
        try {
            return tellStatistics.tell(first, last);
        } catch (RuleBroken wrong) {
            throw Asked.wrongly("to", "rule." + wrong.code());
        }
    }

    private static @Nullable YearMonth month(String parameter, @Nullable String text) throws BindException {
        String asked = Asked.text(text);
        try {
            return asked == null ? null : Period.month(asked);
        } catch (RuleBroken wrong) {
            throw Asked.wrongly(parameter, "rule." + wrong.code());
        }
    }
}
