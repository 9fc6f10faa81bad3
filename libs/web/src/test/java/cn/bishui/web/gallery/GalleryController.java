package cn.bishui.web.gallery;

import cn.bishui.audit.Actor;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.NotFound;
import cn.bishui.web.Public;
import cn.bishui.web.StaleVersion;
import cn.bishui.web.TodoItem;
import cn.bishui.web.Unavailable;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.InvalidInput;
import cn.bishui.web.page.HistoryEntry;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Shows every fragment and answers in every way a service can. */
@Controller
class GalleryController {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    record Row(
            String unit,
            String outlet,
            String factor,
            LocalDate day,
            BigDecimal value,
            BigDecimal limit,
            @Nullable BigDecimal multiple,
            String state) {}

    record UnitForm(
            @NotBlank @Nullable String name,
            @NotBlank @Nullable String code,
            @NotNull LocalDate from,
            @NotNull @Positive BigDecimal limit,
            @NotBlank @Nullable String trade,
            @Nullable String reason) {}

    @GetMapping("/gallery")
    @PreAuthorize("isAuthenticated()")
    String gallery(Model model, ListRequest request) {
        fill(model, request);
        model.addAttribute("form", new UnitForm("某某纸业有限公司", null, null, null, null, null));
        return "gallery/gallery";
    }

    @PostMapping("/gallery")
    @PreAuthorize("hasRole('permits.clerk')")
    String save(@Valid @ModelAttribute("form") UnitForm form, BindingResult errors, Model model) {
        fill(model, ListRequest.first());
        return errors.hasErrors() ? "gallery/gallery" : "redirect:/gallery";
    }

    private static void fill(Model model, ListRequest request) {
        List<Row> rows = IntStream.range(0, 7)
                .mapToObj(i -> new Row(
                        List.of("松江纸业有限公司", "龙潭食品有限公司", "北山电镀厂").get(i % 3),
                        "DW00" + (i % 2 + 1),
                        i % 3 == 2 ? "pH" : "化学需氧量",
                        TODAY.minusDays(i),
                        new BigDecimal(i % 3 == 2 ? "9.6" : "115.0"),
                        new BigDecimal(i % 3 == 2 ? "9" : "50"),
                        i % 3 == 2 ? null : new BigDecimal("1.3"),
                        List.of("draft", "running", "due", "overdue", "done").get(i % 5)))
                .toList();
        model.addAttribute("listing", new Listing<>(rows, 310, request));
        model.addAttribute("items", items());
        model.addAttribute(
                "history",
                List.of(
                        new HistoryEntry(GalleryApplication.NOW, "环保局 局长", "签发黄牌", "日均值连续三日超标"),
                        new HistoryEntry(GalleryApplication.NOW.minusSeconds(90_000), "执法人员", "起草黄牌", null),
                        new HistoryEntry(GalleryApplication.NOW.minusSeconds(190_000), "执法服务", "线索自动建立", null)));
        Map<String, String> trades = new LinkedHashMap<>();
        trades.put("paper", "造纸");
        trades.put("food", "食品");
        trades.put("plating", "电镀");
        model.addAttribute("trades", trades);
        model.addAttribute("chart", """
            {"unit":"mg/L","limit":{"value":50,"label":"限值 50"},"series":[{"name":"化学需氧量","points":[
            ["2026-11-17",32,true],["2026-11-18",41,true],["2026-11-19",null,true],["2026-11-20",38,false],
            ["2026-11-21",47,true],["2026-11-22",115,true],["2026-11-23",96,true]]}],"note":"</script>"}\
            """);
    }

    static List<TodoItem> items() {
        return List.of(
                new TodoItem("签发黄牌", "松江纸业有限公司 · DW001 · 化学需氧量 超标1.3倍", TODAY.minusDays(2), "/enforcement/1", "去签发"),
                new TodoItem("核实线索", "北山电镀厂 · DW001 · pH 超标", TODAY.plusDays(1), "/enforcement/2", "去核实"),
                new TodoItem("审批许可证", "龙潭食品有限公司", TODAY.plusDays(12), "/permits/3", "去审批"),
                new TodoItem("补充材料", "龙潭食品有限公司", null, "/permits/4", "查看"));
    }

    @GetMapping("/gallery/open")
    @Public
    String open() {
        return "gallery/open";
    }

    @GetMapping("/gallery/public-by-path")
    @PreAuthorize("permitAll")
    @ResponseBody
    String publicByPath() {
        return "open";
    }

    @GetMapping("/gallery/secret")
    @PreAuthorize("hasRole('permits.approver')")
    @ResponseBody
    String secret(Actor actor) {
        return actor.username() + " " + actor.bureau();
    }

    @GetMapping("/gallery/list.csv")
    @PreAuthorize("isAuthenticated()")
    void csv(HttpServletResponse response) {
        CsvDownload.send(
                response,
                "超标-2026-11-24.csv",
                new String[] {"单位", "数值"},
                csv -> csv.row("=SUM(A1)", new BigDecimal("-1.50")));
    }

    @GetMapping("/gallery/broken.csv")
    @PreAuthorize("isAuthenticated()")
    void broken(@RequestParam int after, HttpServletResponse response) {
        CsvDownload.send(response, "broken.csv", new String[] {"单位"}, csv -> {
            for (int i = 0; i < after; i++) {
                csv.row("松江纸业有限公司");
            }
            throw new IllegalStateException("the database went away");
        });
    }

    @GetMapping({"/gallery/fails/{how}", "/api/gallery/fails/{how}", "/open/v1/fails/{how}"})
    @Public
    @ResponseBody
    String fails(@PathVariable String how) {
        throw switch (how) {
            case "rule" -> RuleBroken.invalid("gallery.four-eyes", "许可经办");
            case "field" ->
                new InvalidInput(
                        List.of(new InvalidInput.Fault("approver", RuleBroken.invalid("gallery.four-eyes", "许可经办"))));
            case "too-many" -> RuleBroken.tooMany("gallery.four-eyes", Duration.ofMillis(90_500), "许可经办");
            case "conflict" -> RuleBroken.conflict("gallery.four-eyes", "许可经办");
            case "missing" -> new NotFound("permit", 12);
            case "stale" -> new StaleVersion("permit/12", 3);
            case "down" -> new Unavailable("permits", null);
            default -> new IllegalStateException("the secret of the house");
        };
    }

    @PostMapping("/api/gallery/units")
    @PreAuthorize("hasRole('permits.clerk')")
    @ResponseBody
    UnitForm create(@Valid @RequestBody UnitForm form) {
        return form;
    }

    @GetMapping("/api/gallery/day")
    @PreAuthorize("hasRole('permits.approver')")
    @ResponseBody
    String day(@RequestParam LocalDate day, Actor actor) {
        return day + " " + actor.username();
    }
}
