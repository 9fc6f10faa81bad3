package cn.bishui.monitoring.openjudge.web;

import cn.bishui.contracts.RuleBroken;
import cn.bishui.monitoring.openjudge.Answer;
import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.JudgeSample;
import cn.bishui.monitoring.openjudge.Sheet;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.NotFound;
import cn.bishui.web.Public;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.form.Attempt;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Judging for everybody who has a table: paste it, see the classes. Nothing is kept. */
@Controller
@Public
class JudgePages {

    static final String PATH = "/judge";

    /** Items one by one are shown up to so many samples; beyond, each sample is a line. */
    private static final int SHOWN_IN_FULL = 40;

    private final JudgeSample judgeSample;
    private final StandardSources sources;
    private final Clock clock;

    JudgePages(JudgeSample judgeSample, StandardSources sources, Clock clock) {
        this.judgeSample = judgeSample;
        this.sources = sources;
        this.clock = clock;
    }

    /** A row of the result. */
    record Shown(int number, String label, @Nullable Answer answer) {}

    @GetMapping(PATH)
    String first() {
        return "redirect:" + PATH + "/" + Water.SURFACE_WATER.code();
    }

    @GetMapping(PATH + "/{water}")
    String form(
            @PathVariable String water,
            @RequestParam(required = false) @Nullable String example,
            Texts texts,
            Model model) {
        Water asked = water(water);
        String table = example == null ? null : texts.of("judge.example." + asked.code());
        model.addAttribute("form", JudgeForm.of(table, LocalDate.now(clock)));
        return page(asked, texts, model);
    }

    @PostMapping(PATH + "/{water}")
    String judge(
            @PathVariable String water,
            @ModelAttribute("form") JudgeForm form,
            BindingResult errors,
            Texts texts,
            Model model) {
        Water asked = water(water);
        JudgeForm.Asked read = read(asked, form, errors);
        if (read != null) {
            List<Shown> rows = judged(read);
            model.addAttribute("rows", rows);
            model.addAttribute("inFull", rows.size() <= SHOWN_IN_FULL);
            model.addAttribute("faults", faults(read.table(), texts));
        }
        return page(asked, texts, model);
    }

    @PostMapping(PATH + "/{water}/result.csv")
    @Nullable
    String download(
            @PathVariable String water,
            @ModelAttribute("form") JudgeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            HttpServletResponse response) {
        Water asked = water(water);
        JudgeForm.Asked read = read(asked, form, errors);
        if (read == null) {
            return page(asked, texts, model);
        }
        boolean english = english(texts);
        CsvDownload.send(
                response,
                texts.of("judge.title." + asked.code()) + ".csv",
                texts.all(
                        "judge.row",
                        "judge.sample",
                        "judge.result",
                        "judge.level",
                        "judge.named",
                        "judge.missing",
                        "judge.faults",
                        "judge.item",
                        "judge.value",
                        "judge.unit",
                        "judge.compared",
                        "judge.limit",
                        "judge.item.result",
                        "judge.multiple",
                        "judge.source"),
                csv -> judged(read).forEach(row -> {
                    Answer answer = row.answer();
                    String wrong = faults(read.table(), texts).stream()
                            .filter(fault -> fault.row() == row.number())
                            .map(Fault::words)
                            .collect(Collectors.joining(" "));
                    if (answer == null) {
                        csv.row(row.number(), row.label(), "", "", "", "", wrong, "", "", "", "", "", "", "", "");
                    } else {
                        answer.items()
                                .forEach(line -> csv.row(
                                        row.number(),
                                        row.label(),
                                        word(answer.conclusion(), english),
                                        level(answer.conclusion(), english),
                                        named(answer.named(), english),
                                        named(answer.missing(), english),
                                        wrong,
                                        english ? line.item().en() : line.item().zh(),
                                        line.value(),
                                        line.unit(),
                                        line.compared(),
                                        line.limit(),
                                        word(line.conclusion(), english),
                                        line.item().multiple(),
                                        sources.in(line.source(), english)));
                    }
                }));
        return null;
    }

    /** A cell that cannot be used, in words. */
    record Fault(int row, String words) {}

    private static JudgeForm.@Nullable Asked reading(
            JudgeForm form, Water water, LocalDate today, BindingResult errors) {
        AtomicReference<JudgeForm.@Nullable Asked> read = new AtomicReference<>();
        return Attempt.succeeds(errors, () -> read.set(form.read(water, today))) ? read.get() : null;
    }

    private JudgeForm.@Nullable Asked read(Water water, JudgeForm form, BindingResult errors) {
        return reading(form, water, LocalDate.now(clock), errors);
    }

    private List<Shown> judged(JudgeForm.Asked read) {
        return read.table().rows().stream()
                .map(row -> new Shown(
                        row.number(),
                        row.label(),
                        row.readable() && !row.values().isEmpty() ? judgeSample.judge(read.question(row)) : null))
                .toList();
    }

    private static List<Fault> faults(Sheet table, Texts texts) {
        return table.faults().stream()
                .map(each -> new Fault(
                        each.row(),
                        texts.of(
                                each.head().isEmpty() ? "judge.fault.cell" : "judge.fault",
                                each.cell(),
                                words(each.why(), texts),
                                each.head())))
                .toList();
    }

    private static String words(RuleBroken broken, Texts texts) {
        return texts.of("rule." + broken.code(), broken.arguments().toArray());
    }

    private String page(Water water, Texts texts, Model model) {
        model.addAttribute("water", water.code());
        model.addAttribute(
                "waters", Arrays.stream(Water.values()).map(Water::code).toList());
        model.addAttribute("standard", water.standard());
        model.addAttribute(
                "items", Items.of(water, WaterType.RIVER, LocalDate.now(clock)).all());
        model.addAttribute("types", texts.options("judge.type.", List.of("river", "lake")));
        model.addAttribute("points", texts.options("judge.point.", List.of("network-end", "works")));
        model.addAttribute("supplies", texts.options("judge.supply.", List.of("central", "small")));
        model.addAttribute(
                "disinfections",
                texts.options(
                        "judge.disinfection.",
                        List.of(
                                "chlorine",
                                "hypochlorite",
                                "chloramine",
                                "ozone",
                                "chlorine-dioxide",
                                "compound-chlorine-dioxide")));
        return "openjudge/judge";
    }

    private static String word(Answer.Conclusion conclusion, boolean english) {
        return english ? conclusion.en() : conclusion.zh();
    }

    private static String level(Answer.Conclusion conclusion, boolean english) {
        return english ? conclusion.levelEn() : conclusion.levelZh();
    }

    private static String named(List<Answer.Named> named, boolean english) {
        return named.stream().map(each -> each.text(english)).collect(Collectors.joining(english ? ", " : "、"));
    }

    private static boolean english(Texts texts) {
        return texts.either("", "en").equals("en");
    }

    private static Water water(String code) {
        return Water.of(code).orElseThrow(() -> new NotFound("water", code));
    }
}
