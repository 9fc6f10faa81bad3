package cn.bishui.disclosure.open.web;

import cn.bishui.disclosure.unit.Permit;
import cn.bishui.disclosure.unit.Unit;
import cn.bishui.disclosure.unit.Units;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of units as open data. */
@RestController
@Public
@Tag(name = "units", description = "排污单位、排放口、排污许可证和限值。Units, their outlets, permits and limits.")
class OpenUnits {

    private static final String PATH = "/open/v1/units";
    private static final int CHUNK = 200;

    private final Units units;

    OpenUnits(Units units) {
        this.units = units;
    }

    /** A unit on the wire. */
    @Schema(name = "Unit")
    record View(
            @Schema(description = "统一社会信用代码。Unified social credit code.", example = "91220202MADEM01A1X")
            String code,

            @Schema(description = "单位名称。Name.") String name,
            @Schema(description = "行业。Trade, in Chinese.") String trade,
            List<PermitView> permits) {

        static View of(Unit unit) {
            return new View(
                    unit.code(),
                    unit.name(),
                    unit.trade(),
                    unit.permits().stream().map(PermitView::of).toList());
        }
    }

    /** A permit on the wire. */
    @Schema(name = "Permit")
    record PermitView(
            @Schema(description = "许可证编号。Permit number.") String number,

            @Schema(description = "管理类别：key 重点管理，simplified 简化管理，registration 登记管理。")
            String managementType,

            @Schema(description = "in-force 有效，或如何终止。in-force, or how it ended.")
            String status,

            @Schema(description = "发证机关。Issuing body, in Chinese.")
            String issuedBy,

            @Schema(description = "有效期首日。First day on which it holds.")
            LocalDate validFrom,

            @Schema(description = "有效期末日。Last day on which it holds.")
            LocalDate validTo,

            List<OutletView> outlets) {

        static PermitView of(Permit permit) {
            return new PermitView(
                    permit.number(),
                    permit.managementType(),
                    permit.status(),
                    permit.issuedBy(),
                    permit.validFrom(),
                    permit.validTo(),
                    permit.outlets().stream().map(OutletView::of).toList());
        }
    }

    /** An outlet on the wire. */
    @Schema(name = "Outlet")
    record OutletView(
            @Schema(description = "排放口编号（HJ 608-2017）。Code of the outlet.", example = "DW001")
            String code,

            @Schema(description = "名称。Name.") String name,

            @Schema(description = "受纳水体。Where the water goes, in Chinese.")
            String receiving,

            @Schema(description = "经度，WGS 84。Degrees east, null where not surveyed.", nullable = true) @Nullable
            BigDecimal longitude,

            @Schema(description = "纬度，WGS 84。Degrees north, null where not surveyed.", nullable = true) @Nullable
            BigDecimal latitude,

            List<LimitView> limits) {

        static OutletView of(Permit.Outlet outlet) {
            return new OutletView(
                    outlet.code(),
                    outlet.name(),
                    outlet.receiving(),
                    outlet.longitude(),
                    outlet.latitude(),
                    outlet.limits().stream().map(LimitView::of).toList());
        }
    }

    /** A limit on the wire. */
    @Schema(name = "Limit")
    record LimitView(
            @Schema(description = "污染物代码（HJ 212-2017 表 B.1）。Code of the pollutant.", example = "w01018")
            String pollutant,

            @Schema(description = "日均值下限。Lower bound of the daily mean, null where there is none.", nullable = true)
            @Nullable
            BigDecimal min,

            @Schema(description = "日均值上限。Upper bound of the daily mean, null where there is none.", nullable = true)
            @Nullable
            BigDecimal max,

            @Schema(description = "单位：mg/L；pH 为 1。Unit of min and max: mg/L, or 1 for pH.", example = "mg/L")
            String unitOfMeasure,

            @Schema(description = "首日。First day on which the limit holds.")
            LocalDate validFrom,

            @Schema(description = "末日。Last day on which the limit holds.")
            LocalDate validTo) {

        static LimitView of(Permit.Limit limit) {
            return new LimitView(
                    limit.pollutant(),
                    limit.min(),
                    limit.max(),
                    limit.unitOfMeasure(),
                    limit.validFrom(),
                    limit.validTo());
        }
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "排污单位，按信用代码排序。Units in the order of their credit codes.")
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
        return OpenPage.of(
                units.after(Cursor.read(after, 1, List::getFirst), limit + 1),
                limit,
                View::of,
                last -> Cursor.next(PATH, Map.of("limit", limit), last.code()));
    }

    @GetMapping(PATH + ".csv")
    @Operation(summary = "全部限值，CSV，每行一项。All limits as CSV (RFC 4180, UTF-8), one a row.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void download(@Parameter(hidden = true) HttpServletResponse response) {
        try (CsvDownload csv = CsvDownload.to(
                response,
                "units.csv",
                "unitCode",
                "unit",
                "trade",
                "permit",
                "managementType",
                "status",
                "issuedBy",
                "outlet",
                "outletName",
                "receiving",
                "longitude",
                "latitude",
                "pollutant",
                "min",
                "max",
                "unitOfMeasure",
                "validFrom",
                "validTo")) {
            List<Unit> chunk = units.after(null, CHUNK);
            while (!chunk.isEmpty()) {
                chunk.forEach(unit -> write(csv, unit));
                chunk = units.after(chunk.getLast().code(), CHUNK);
            }
        }
    }

    private static void write(CsvDownload csv, Unit unit) {
        for (Permit permit : unit.permits()) {
            for (Permit.Outlet outlet : permit.outlets()) {
                for (Permit.Limit limit : outlet.limits()) {
                    csv.row(
                            unit.code(),
                            unit.name(),
                            unit.trade(),
                            permit.number(),
                            permit.managementType(),
                            permit.status(),
                            permit.issuedBy(),
                            outlet.code(),
                            outlet.name(),
                            outlet.receiving(),
                            outlet.longitude(),
                            outlet.latitude(),
                            limit.pollutant(),
                            limit.min(),
                            limit.max(),
                            limit.unitOfMeasure(),
                            limit.validFrom(),
                            limit.validTo());
                }
            }
        }
    }
}
