package cn.bishui.standards.blackodorous;

import cn.bishui.standards.Csv;
import cn.bishui.standards.Item;
import cn.bishui.standards.Rule;
import cn.bishui.standards.Rules;
import cn.bishui.standards.Standard;
import cn.bishui.standards.Standards;
import cn.bishui.standards.Verdict;
import cn.bishui.standards.blackodorous.BodyGrade.Reach;
import cn.bishui.standards.blackodorous.PointGrade.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Grades urban black-odorous waters as on a day, by the guide of 2015 (城市黑臭水体整治工作指南). */
public final class BlackOdorous {

    /** In water less deep than this, in cm, the transparency is held against the depth. */
    private static final BigDecimal SHALLOW = new BigDecimal("25");

    private static final String TRANSPARENCY = "transparency";
    private static final String OXYGEN = "oxygen";
    private static final String REDOX = "redox";
    private static final String AMMONIA = "ammonia";
    private static final String EDGE = "black.edge";
    private static final int HUNDRED = 100;
    private static final int TWO = 2;

    private static final List<Indicator> ALL = Csv.resource("black-odorous.csv").stream()
            .map(row -> new Indicator(
                    row.text("id"),
                    Item.of(row),
                    new BigDecimal(row.text("severe")),
                    new BigDecimal(row.text("light")),
                    row.text("direction").equals("max")))
            .toList();

    private final LocalDate day;
    private final Rules rules;
    private final Standard standard;

    private BlackOdorous(LocalDate day, Rules rules) {
        this.day = day;
        this.rules = rules;
        standard = Standards.inForce("城市黑臭水体整治工作指南", day);
    }

    /**
     * As the rules are on a day.
     *
     * @throws IllegalArgumentException if the guide is not in force on it: before 2015-08-28
     */
    public static BlackOdorous on(LocalDate day) {
        return on(day, Rules.standard());
    }

    /** As the limits are on a day, by rules of one's own. */
    public static BlackOdorous on(LocalDate day, Rules rules) {
        return new BlackOdorous(day, rules);
    }

    /** The guide. */
    public Standard standard() {
        return standard;
    }

    /** A rule that holds. */
    public Rule rule(String id) {
        return rules.rule(id, day);
    }

    /**
     * What is measured, and its limits.
     *
     * @param id {@code transparency}, {@code oxygen}, {@code redox} or {@code ammonia}
     * @param item with its unit: cm, mg/L, mV, mg/L
     * @param severe the limit of severe
     * @param light the limit of light
     * @param higherIsWorse whether it is an upper limit: ammonia
     */
    public record Indicator(String id, Item item, BigDecimal severe, BigDecimal light, boolean higherIsWorse) {}

    /** The four indicators. */
    public static List<Indicator> indicators() {
        return ALL;
    }

    /** The grades of what was found in one round; of the indicators that were measured. */
    public List<IndicatorGrade> grade(Observation observation) {
        List<IndicatorGrade> grades = new ArrayList<>();
        for (Indicator each : ALL) {
            BigDecimal value = value(each, observation);
            if (value != null) {
                grades.add(isShallow(each, observation) ? shallow(each, value, observation) : grade(each, value));
            }
        }
        return List.copyOf(grades);
    }

    /**
     * The grade of a point: severe where one indicator is severe in 60 % of its data and more, or two are in 30 % and more.
     *
     * @param observations its rounds, in any order
     */
    public PointGrade gradePoint(String point, List<Observation> observations) {
        List<Observation> sorted = observations.stream()
                .sorted(Comparator.comparing(Observation::day))
                .toList();
        List<List<IndicatorGrade>> rounds = sorted.stream().map(this::grade).toList();
        List<Share> shares = shares(rounds);
        Optional<String> severe = severe(shares);
        Optional<String> light = light(shares);
        Grade grade = null;
        if (!shares.isEmpty()) {
            grade = severe.isPresent() ? Grade.SEVERE : light.isPresent() ? Grade.LIGHT : Grade.NONE;
        }
        return new PointGrade(
                point,
                grade,
                rounds,
                shares,
                severe.or(() -> light).orElse(""),
                shortages(sorted, shares),
                List.of(
                        rule("black.point.one"),
                        rule("black.point.two"),
                        rule("black.point.light"),
                        rule(EDGE),
                        rule("black.shallow")));
    }

    /**
     * The grade of a water body: severe where 60 % of its points and more are.
     *
     * @param points the rounds of each point, in their order along the water
     */
    public BodyGrade gradeBody(String body, Map<String, List<Observation>> points) {
        List<PointGrade> grades = new ArrayList<>();
        points.forEach((point, observations) -> grades.add(gradePoint(point, observations)));
        List<PointGrade> graded =
                grades.stream().filter(each -> each.grade() != null).toList();
        int severe = count(graded, Grade.SEVERE);
        int black = severe + count(graded, Grade.LIGHT);
        Grade grade = null;
        if (!graded.isEmpty()) {
            if (atLeast(severe, graded.size(), rule("black.body").number())) {
                grade = Grade.SEVERE;
            } else {
                grade = above(black, graded.size(), rule("black.body.light").number()) ? Grade.LIGHT : Grade.NONE;
            }
        }
        List<String> shortages = new ArrayList<>();
        if (graded.size() < rule("black.points").count()) {
            shortages.add(
                    "检测点 " + graded.size() + " 个, 少于 " + rule("black.points").count() + " 个");
        }
        grades.forEach(each -> each.shortages().forEach(shortage -> shortages.add(each.point() + ": " + shortage)));
        return new BodyGrade(
                body,
                grade,
                grades,
                reaches(grades),
                black,
                severe,
                percent(severe, graded.size()),
                shortages,
                List.of(
                        rule("black.body"),
                        rule("black.body.light"),
                        rule("black.reach"),
                        rule("black.points"),
                        rule("black.rounds")));
    }

    /**
     * Whether a water is to be listed by what people say: more than 60 % of 100 valid answers and more say it is black or
     * odorous.
     *
     * @throws IllegalArgumentException if the numbers are negative, or more say so than answered
     */
    public SurveyResult identify(int validAnswers, int blackOrOdorous) {
        Rule share = rule("black.survey.share");
        boolean listed = above(blackOrOdorous, validAnswers, share.number());
        return survey(validAnswers, blackOrOdorous, listed ? Verdict.EXCEEDS : Verdict.MEETS, share);
    }

    /**
     * Whether people are satisfied with the works: 90 % and more of 100 valid answers and more.
     *
     * @throws IllegalArgumentException if the numbers are negative, or more are satisfied than answered
     */
    public SurveyResult assessEffect(int validAnswers, int satisfied) {
        Rule share = rule("black.effect.share");
        boolean enough = validAnswers > 0 && atLeast(satisfied, validAnswers, share.number());
        return survey(validAnswers, satisfied, enough ? Verdict.MEETS : Verdict.EXCEEDS, share);
    }

    private SurveyResult survey(int valid, int yes, Verdict verdict, Rule share) {
        if (yes < 0 || yes > valid) {
            throw new IllegalArgumentException("Not " + yes + " of " + valid + " answers");
        }
        Rule answers = rule("black.survey.answers");
        return new SurveyResult(
                valid,
                yes,
                percent(yes, valid),
                valid < answers.count() ? Verdict.CANNOT_BE_JUDGED : verdict,
                List.of(answers, share));
    }

    private IndicatorGrade grade(Indicator indicator, BigDecimal value) {
        boolean edgeIsBlack = rule(EDGE).number().signum() > 0;
        int toLight = value.compareTo(indicator.light());
        int toSevere = value.compareTo(indicator.severe());
        boolean severe = indicator.higherIsWorse() ? toSevere > 0 : toSevere < 0;
        boolean black = indicator.higherIsWorse() ? toLight > 0 : toLight < 0;
        black = black || (edgeIsBlack && toLight == 0);
        Grade grade = severe ? Grade.SEVERE : black ? Grade.LIGHT : Grade.NONE;
        return new IndicatorGrade(indicator.item(), value, grade, limits(indicator, grade, edgeIsBlack));
    }

    private static String limits(Indicator indicator, Grade grade, boolean edgeIsBlack) {
        String severe = indicator.severe().toPlainString();
        String light = indicator.light().toPlainString();
        String unit = " " + indicator.item().unit();
        String black = edgeIsBlack ? "≤" : "<";
        if (indicator.higherIsWorse()) {
            return switch (grade) {
                case NONE -> (edgeIsBlack ? "v<" : "v≤") + light + unit;
                case LIGHT -> light + black + "v≤" + severe + unit;
                case SEVERE -> "v>" + severe + unit;
            };
        }
        return switch (grade) {
            case NONE -> (edgeIsBlack ? "v>" : "v≥") + light + unit;
            case LIGHT -> severe + "≤v" + black + light + unit;
            case SEVERE -> "v<" + severe + unit;
        };
    }

    private IndicatorGrade shallow(Indicator indicator, BigDecimal value, Observation observation) {
        BigDecimal share = rule("black.shallow").number();
        BigDecimal limit = Objects.requireNonNull(observation.depth()).multiply(share);
        if (observation.clearToGround()) {
            return new IndicatorGrade(indicator.item(), value, Grade.NONE, "水深不足25cm, 清澈见底");
        }
        boolean severe = value.compareTo(limit) < 0;
        return new IndicatorGrade(
                indicator.item(),
                value,
                severe ? Grade.SEVERE : Grade.LIGHT,
                "水深不足25cm, v" + (severe ? "<" : "≥")
                        + limit.stripTrailingZeros().toPlainString() + " cm");
    }

    private static boolean isShallow(Indicator indicator, Observation observation) {
        return indicator.id().equals(TRANSPARENCY)
                && observation.depth() != null
                && observation.depth().compareTo(SHALLOW) < 0;
    }

    private static @Nullable BigDecimal value(Indicator indicator, Observation observation) {
        return switch (indicator.id()) {
            case TRANSPARENCY -> observation.transparency();
            case OXYGEN -> observation.oxygen();
            case REDOX -> observation.redox();
            case AMMONIA -> observation.ammonia();
            default -> throw new IllegalStateException("Not an indicator: " + indicator.id());
        };
    }

    private static List<Share> shares(List<List<IndicatorGrade>> rounds) {
        Map<Item, List<Grade>> grades = new LinkedHashMap<>();
        ALL.forEach(each -> grades.put(each.item(), new ArrayList<>()));
        rounds.forEach(round -> round.forEach(
                each -> Objects.requireNonNull(grades.get(each.item())).add(each.grade())));
        List<Share> shares = new ArrayList<>();
        grades.forEach((item, found) -> {
            if (!found.isEmpty()) {
                int severe = (int)
                        found.stream().filter(each -> each == Grade.SEVERE).count();
                int none =
                        (int) found.stream().filter(each -> each == Grade.NONE).count();
                shares.add(new Share(item, found.size(), found.size() - none, severe, percent(severe, found.size())));
            }
        });
        return shares;
    }

    private Optional<String> severe(List<Share> shares) {
        BigDecimal one = rule("black.point.one").number();
        BigDecimal two = rule("black.point.two").number();
        Optional<String> byOne = shares.stream()
                .filter(each -> atLeast(each.severe(), each.values(), one))
                .findFirst()
                .map(BlackOdorous::severeShare);
        List<String> byTwo = shares.stream()
                .filter(each -> atLeast(each.severe(), each.values(), two))
                .map(BlackOdorous::severeShare)
                .toList();
        return byOne.or(() -> byTwo.size() < TWO ? Optional.empty() : Optional.of(String.join(", ", byTwo)));
    }

    private Optional<String> light(List<Share> shares) {
        BigDecimal least = rule("black.point.light").number();
        return shares.stream()
                .filter(each -> above(each.black(), each.values(), least))
                .findFirst()
                .map(each -> each.item().zh() + " 轻度及以上 " + each.black() + "/" + each.values());
    }

    private static String severeShare(Share share) {
        return share.item().zh() + " 重度 " + share.severe() + "/" + share.values() + " = "
                + share.severePercent().toPlainString() + "%";
    }

    private List<String> shortages(List<Observation> rounds, List<Share> shares) {
        List<String> shortages = new ArrayList<>();
        int least = rule("black.rounds").count();
        if (rounds.size() < least) {
            shortages.add("检测 " + rounds.size() + " 次, 少于 " + least + " 次");
        }
        int shortest = rule("black.interval.min").count();
        int longest = rule("black.interval.max").count();
        for (int i = 1; i < rounds.size(); i++) {
            long days = ChronoUnit.DAYS.between(
                    rounds.get(i - 1).day(), rounds.get(i).day());
            if (days < shortest || days > longest) {
                shortages.add(
                        "第 " + i + " 次与第 " + (i + 1) + " 次间隔 " + days + " 日, 应为 " + shortest + "~" + longest + " 日");
            }
        }
        ALL.stream()
                .filter(each -> shares.stream().noneMatch(share -> share.item().equals(each.item())))
                .forEach(each -> shortages.add("未测" + each.item().zh()));
        return shortages;
    }

    private List<Reach> reaches(List<PointGrade> points) {
        int least = rule("black.reach").count();
        List<Reach> reaches = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= points.size(); i++) {
            if (i == points.size() || points.get(i).grade() != Grade.SEVERE) {
                if (i - start >= least) {
                    reaches.add(new Reach(
                            points.get(start).point(), points.get(i - 1).point(), i - start));
                }
                start = i + 1;
            }
        }
        return reaches;
    }

    private static int count(List<PointGrade> points, Grade grade) {
        return (int) points.stream().filter(each -> each.grade() == grade).count();
    }

    private static boolean atLeast(int part, int whole, BigDecimal percent) {
        return compare(part, whole, percent) >= 0;
    }

    private static boolean above(int part, int whole, BigDecimal percent) {
        return compare(part, whole, percent) > 0;
    }

    private static int compare(int part, int whole, BigDecimal percent) {
        return BigDecimal.valueOf((long) part * HUNDRED).compareTo(percent.multiply(BigDecimal.valueOf(whole)));
    }

    private static BigDecimal percent(int part, int whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf((long) part * HUNDRED)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN);
    }
}
