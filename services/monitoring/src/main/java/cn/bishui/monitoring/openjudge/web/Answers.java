package cn.bishui.monitoring.openjudge.web;

import cn.bishui.monitoring.openjudge.Answer;
import cn.bishui.monitoring.openjudge.Answer.Conclusion;
import cn.bishui.monitoring.openjudge.Answer.Line;
import cn.bishui.monitoring.openjudge.Answer.Named;
import cn.bishui.monitoring.openjudge.Question;
import cn.bishui.standards.Item;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers as programs get them. Fields are only ever added. */
final class Answers {

    private Answers() {}

    /** An item, with its multiple over the limit where it has one. */
    record Over(
            String pollutant,
            String name,
            String nameEnglish,
            @Nullable BigDecimal multiple) {

        static List<Over> of(List<Named> named) {
            return named.stream()
                    .map(each -> new Over(each.pollutant(), each.zh(), each.en(), each.multiple()))
                    .toList();
        }
    }

    /** An item by its names. */
    record Name(String pollutant, String name, String nameEnglish) {

        static List<Name> of(List<Named> named) {
            return named.stream()
                    .map(each -> new Name(each.pollutant(), each.zh(), each.en()))
                    .toList();
        }
    }

    /** One value with its class. */
    record Classed(
            String pollutant,
            String name,
            String nameEnglish,
            String value,
            String unit,
            @Nullable BigDecimal compared,
            String limit,
            @JsonProperty("class") @Nullable Integer itemClass,
            @Nullable String className,
            String counts,
            @Nullable BigDecimal multiple,
            String source,
            String working) {

        static List<Classed> of(List<Line> items) {
            return items.stream()
                    .map(each -> new Classed(
                            each.item().pollutant(),
                            each.item().zh(),
                            each.item().en(),
                            each.value(),
                            each.unit(),
                            each.compared(),
                            each.limit(),
                            codeOf(each.conclusion()),
                            nameOf(each.conclusion()),
                            each.counts(),
                            each.item().multiple(),
                            each.source(),
                            each.working()))
                    .toList();
        }
    }

    /** One value with what is said of it. */
    record Judged(
            String pollutant,
            String name,
            String nameEnglish,
            String value,
            String unit,
            @Nullable BigDecimal compared,
            String limit,
            @Nullable String verdict,
            String verdictName,
            @Nullable BigDecimal multiple,
            String source,
            String working) {

        static List<Judged> of(List<Line> items) {
            return items.stream()
                    .map(each -> new Judged(
                            each.item().pollutant(),
                            each.item().zh(),
                            each.item().en(),
                            each.value(),
                            each.unit(),
                            each.compared(),
                            each.limit(),
                            each.conclusion().code(),
                            each.conclusion().zh(),
                            each.item().multiple(),
                            each.source(),
                            each.working()))
                    .toList();
        }
    }

    /** A rule by which it was judged. */
    record By(String id, String rule, String ruleEnglish, String source, String doubt) {

        static List<By> of(Answer answer) {
            return answer.rules().stream()
                    .map(each -> new By(each.id(), each.zh(), each.en(), each.source(), each.doubt()))
                    .toList();
        }
    }

    /** Of a river, lake or reservoir. */
    record SurfaceWater(
            @JsonProperty("class") @Nullable Integer waterClass,
            @Nullable String className,
            @Nullable String level,
            @Nullable String levelEnglish,
            List<Over> mainPollutants,
            List<Classed> items,
            List<Name> missing,
            String waterType,
            String standard,
            LocalDate day,
            List<By> rules) {

        static SurfaceWater of(Question question, Answer answer) {
            Conclusion whole = answer.conclusion();
            return new SurfaceWater(
                    codeOf(whole),
                    nameOf(whole),
                    whole.code() == null ? null : whole.levelZh(),
                    whole.code() == null ? null : whole.levelEn(),
                    Over.of(answer.named()),
                    Classed.of(answer.items()),
                    Name.of(answer.missing()),
                    word(question.setting().type()),
                    answer.standard(),
                    answer.day(),
                    By.of(answer));
        }
    }

    /** Of a well. */
    record Groundwater(
            @JsonProperty("class") @Nullable Integer waterClass,
            @Nullable String className,
            List<Name> decisive,
            List<Classed> items,
            List<Name> missing,
            String standard,
            LocalDate day,
            List<By> rules) {

        static Groundwater of(Answer answer) {
            return new Groundwater(
                    codeOf(answer.conclusion()),
                    nameOf(answer.conclusion()),
                    Name.of(answer.named()),
                    Classed.of(answer.items()),
                    Name.of(answer.missing()),
                    answer.standard(),
                    answer.day(),
                    By.of(answer));
        }
    }

    /** Of drinking water. */
    record DrinkingWater(
            @Nullable String verdict,
            String verdictName,
            List<Over> exceeded,
            List<Judged> items,
            List<Name> missing,
            String point,
            String supply,
            List<String> disinfection,
            String standard,
            LocalDate day,
            List<By> rules) {

        static DrinkingWater of(Question question, Answer answer) {
            return new DrinkingWater(
                    answer.conclusion().code(),
                    answer.conclusion().zh(),
                    Over.of(answer.named()),
                    Judged.of(answer.items()),
                    Name.of(answer.missing()),
                    word(question.setting().point()),
                    word(question.setting().supply()),
                    question.setting().disinfection().stream()
                            .sorted()
                            .map(Answers::word)
                            .toList(),
                    answer.standard(),
                    answer.day(),
                    By.of(answer));
        }
    }

    /** Of a water that may be black and odorous, by what was found once at one point. */
    record BlackOdorous(
            @Nullable String grade,
            String gradeName,
            List<Judged> items,
            List<Name> missing,
            String standard,
            LocalDate day,
            List<By> rules) {

        static BlackOdorous of(Answer answer) {
            return new BlackOdorous(
                    answer.conclusion().code(),
                    answer.conclusion().zh(),
                    Judged.of(answer.items()),
                    Name.of(answer.missing()),
                    answer.standard(),
                    answer.day(),
                    By.of(answer));
        }
    }

    /** What may be handed in. */
    record Table(String standard, LocalDate day, List<Entry> items) {}

    /** An item of a standard. */
    record Entry(String pollutant, String name, String nameEnglish, List<String> also, String unit, String source) {

        static Entry of(Item item) {
            return new Entry(
                    item.key(),
                    item.zh(),
                    item.en(),
                    item.also(),
                    item.unit(),
                    item.basis().source());
        }
    }

    private static @Nullable Integer codeOf(Conclusion conclusion) {
        return conclusion.code() == null ? null : Integer.valueOf(conclusion.code());
    }

    private static @Nullable String nameOf(Conclusion conclusion) {
        return conclusion.code() == null ? null : conclusion.zh();
    }

    /** As it is written in requests: {@code network-end}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
