package cn.bishui.disclosure.open.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.disclosure.card.Card;
import cn.bishui.disclosure.card.Cards;
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

/** Cards as open data. */
@RestController
@Public
@Tag(name = "cards", description = "黄牌、红牌：向社会公示的警示。Yellow and red cards: warnings in public.")
class OpenCards {

    private static final String PATH = "/open/v1/cards";
    private static final int CHUNK = 500;

    private final Cards cards;

    OpenCards(Cards cards) {
        this.cards = cards;
    }

    /** A card on the wire. */
    @Schema(name = "Card")
    record View(
            @Schema(description = "牌号。Number of the card.", example = "HP-2026-0001")
            String number,

            @Schema(
                    description = "yellow 黄牌，red 红牌。",
                    allowableValues = {"yellow", "red"})
            String colour,

            @Schema(description = "单位名称。Name of the unit.") String unit,

            @Schema(description = "统一社会信用代码。Unified social credit code.", example = "91220202MADEM01A1X")
            String unitCode,

            @Schema(description = "出示日期。The day on which the bureau's head signed.")
            LocalDate shownOn,

            @Schema(description = "理由。Why, in Chinese.") String reason,

            @Schema(
                    description =
                            "limit-production 限制生产，stop-production 停产整治。What the unit has to do until it has rectified.",
                    allowableValues = {"limit-production", "stop-production"})
            String measure) {

        static View of(Card card) {
            return new View(
                    card.number(),
                    card.colour().code(),
                    card.unitName(),
                    card.unit(),
                    card.shownOn(),
                    card.reason(),
                    card.measure());
        }
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "出示的黄牌、红牌，最近的在前。Cards that were shown, the latest first.")
    OpenPage<View> list(
            @Parameter(description = "起始日期（含）。First day, inclusive.") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "截止日期（含）。Last day, inclusive.") @RequestParam(required = false) @Nullable
                    LocalDate to,
            @Parameter(description = "统一社会信用代码，或单位名称的一部分。Credit code of the unit, or part of its name.")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String unit,
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
        Cards.Wanted wanted = wanted(from, to, unit);
        Cards.Place place = Cursor.read(after, 2, key -> new Cards.Place(LocalDate.parse(key.getFirst()), key.get(1)));
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("from", wanted.from());
        asked.put("to", wanted.to());
        asked.put("unit", wanted.unit());
        asked.put("limit", limit);
        return OpenPage.of(
                cards.after(wanted, place, limit + 1),
                limit,
                View::of,
                last -> Cursor.next(PATH, asked, last.shownOn(), last.number()));
    }

    @GetMapping(PATH + ".csv")
    @Operation(summary = "全部，CSV，列名与 JSON 相同。All of them as CSV (RFC 4180, UTF-8), columns named as in JSON.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void download(
            @Parameter(description = "起始日期（含）。First day, inclusive.") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "截止日期（含）。Last day, inclusive.") @RequestParam(required = false) @Nullable
                    LocalDate to,
            @Parameter(description = "统一社会信用代码，或单位名称的一部分。Credit code of the unit, or part of its name.")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String unit,
            @Parameter(hidden = true) HttpServletResponse response)
            throws BindException {
        Cards.Wanted wanted = wanted(from, to, unit);
        try (CsvDownload csv = CsvDownload.to(
                response, "cards.csv", "number", "colour", "unit", "unitCode", "shownOn", "reason", "measure")) {
            List<Card> chunk = cards.after(wanted, null, CHUNK);
            while (!chunk.isEmpty()) {
                chunk.stream()
                        .map(View::of)
                        .forEach(each -> csv.row(
                                each.number(),
                                each.colour(),
                                each.unit(),
                                each.unitCode(),
                                each.shownOn(),
                                each.reason(),
                                each.measure()));
                Card last = chunk.getLast();
                chunk = cards.after(wanted, new Cards.Place(last.shownOn(), last.number()), CHUNK);
            }
        }
    }

    private static Cards.Wanted wanted(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String unit)
            throws BindException {
        try {
            return new Cards.Wanted(from, to, Asked.text(unit));
        } catch (RuleBroken reversed) {
            throw Asked.wrongly("to", "rule." + reversed.code());
        }
    }
}
