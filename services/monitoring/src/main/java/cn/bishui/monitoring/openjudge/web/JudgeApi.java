package cn.bishui.monitoring.openjudge.web;

import cn.bishui.monitoring.openjudge.Items;
import cn.bishui.monitoring.openjudge.JudgeSample;
import cn.bishui.monitoring.openjudge.Question;
import cn.bishui.monitoring.openjudge.Water;
import cn.bishui.standards.surfacewater.WaterType;
import cn.bishui.web.NotFound;
import cn.bishui.web.Public;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Judges for programs, without sign-in. Nothing of what is handed in is kept. */
@RestController
@Public
@RequestMapping("/open/v1/judge")
class JudgeApi {

    private final JudgeSample judgeSample;
    private final Clock clock;

    JudgeApi(JudgeSample judgeSample, Clock clock) {
        this.judgeSample = judgeSample;
        this.clock = clock;
    }

    /**
     * What may be handed in, and in which unit.
     *
     * @param waterType of surface water, rivers where it is absent
     */
    @GetMapping("/{water}")
    Answers.Table items(@PathVariable String water, @RequestParam(required = false) @Nullable String waterType) {
        Water asked = Water.of(water).orElseThrow(() -> new NotFound("water", water));
        WaterType type = waterType == null || waterType.isBlank()
                ? WaterType.RIVER
                : JudgeBody.one(WaterType.class, "judge.water-type", waterType);
        LocalDate today = LocalDate.now(clock);
        return new Answers.Table(
                asked.standard(),
                today,
                Items.of(asked, type, today).all().stream()
                        .map(Answers.Entry::of)
                        .toList());
    }

    @PostMapping("/surface-water")
    Answers.SurfaceWater surfaceWater(@RequestBody JudgeBody body) {
        Question question = read(body, Water.SURFACE_WATER);
        return Answers.SurfaceWater.of(question, judgeSample.judge(question));
    }

    @PostMapping("/groundwater")
    Answers.Groundwater groundwater(@RequestBody JudgeBody body) {
        return Answers.Groundwater.of(judgeSample.judge(read(body, Water.GROUNDWATER)));
    }

    @PostMapping("/drinking-water")
    Answers.DrinkingWater drinkingWater(@RequestBody JudgeBody body) {
        Question question = read(body, Water.DRINKING_WATER);
        return Answers.DrinkingWater.of(question, judgeSample.judge(question));
    }

    @PostMapping("/black-odorous")
    Answers.BlackOdorous blackOdorous(@RequestBody JudgeBody body) {
        return Answers.BlackOdorous.of(judgeSample.judge(read(body, Water.BLACK_ODOROUS)));
    }

    private Question read(JudgeBody body, Water water) {
        return body.read(water, LocalDate.now(clock));
    }
}
