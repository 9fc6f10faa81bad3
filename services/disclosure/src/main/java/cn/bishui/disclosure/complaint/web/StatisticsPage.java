package cn.bishui.disclosure.complaint.web;

import cn.bishui.contracts.Bureau;
import cn.bishui.disclosure.complaint.Figure;
import cn.bishui.disclosure.complaint.Period;
import cn.bishui.disclosure.complaint.Share;
import cn.bishui.disclosure.complaint.Statistics;
import cn.bishui.disclosure.complaint.TellStatistics;
import cn.bishui.web.Public;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Field;
import cn.bishui.web.form.Input;
import cn.bishui.web.form.InvalidInput;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What became of complaints, in numbers. */
@Controller
@Public
class StatisticsPage {

    private static final List<Figure> OF_COMPLAINTS =
            List.of(Figure.RECEIVED, Figure.ACCEPTED, Figure.REFUSED, Figure.REPEATS, Figure.ANSWERED);
    private static final List<Figure> OF_BUREAUS = List.of(Figure.ASSIGNED, Figure.ANSWERED);
    private static final List<String> SHARES = List.of("on-time", "confirmed", "satisfaction");

    private final TellStatistics tellStatistics;

    StatisticsPage(TellStatistics tellStatistics) {
        this.tellStatistics = tellStatistics;
    }

    /** The period as the reader typed it. */
    record Typed(@Nullable String from, @Nullable String to) {

        TellStatistics.Answer answer(TellStatistics tellStatistics) {
            Input input = new Input();
            Field<Optional<YearMonth>> first = input.optional("from", from, Period::month);
            Field<Optional<YearMonth>> last = input.optional("to", to, Period::month);
            return input.read(() ->
                    tellStatistics.tell(first.get().orElse(null), last.get().orElse(null)));
        }
    }

    /** A table of the page. */
    record Table(String id, List<Figure> figures, List<String> shares, List<Line> lines) {}

    /** A line of a table, named in the reader's language. */
    record Line(String name, Statistics.Row row) {

        /** One of {@link #SHARES}; public for the template. */
        public Share share(String name) {
            return switch (name) {
                case "on-time" -> row.onTime();
                case "confirmed" -> row.confirmed();
                case "satisfaction" -> row.satisfaction();
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    @GetMapping("/statistics/complaints")
    String statistics(@ModelAttribute("typed") Typed typed, Texts texts, Model model, HttpServletResponse response) {
        try {
            TellStatistics.Answer answer = typed.answer(tellStatistics);
            model.addAttribute("answer", answer);
            model.addAttribute("period", answer.statistics().period());
            model.addAttribute("total", new Line("", answer.statistics().total()));
            model.addAttribute("received", answer.statistics().total().told(Figure.RECEIVED));
            model.addAttribute("tables", tables(answer.statistics(), texts));
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("faults", wrong.faults());
        }
        return "complaint/statistics";
    }

    private static List<Table> tables(Statistics statistics, Texts texts) {
        return List.of(
                table("month", OF_COMPLAINTS, statistics.months(), Function.identity()),
                table("type", OF_COMPLAINTS, statistics.types(), type -> texts.orWord("complaint.type.", type)),
                table(
                        "street",
                        OF_COMPLAINTS,
                        statistics.streets(),
                        street -> street.isEmpty() ? texts.of("complaint.street.unknown") : street),
                table(
                        "bureau",
                        OF_BUREAUS,
                        statistics.bureaus().stream()
                                .filter(Statistics.Row::tells)
                                .toList(),
                        bureau -> name(bureau, texts)));
    }

    private static Table table(
            String id, List<Figure> figures, List<Statistics.Row> rows, Function<String, String> name) {
        return new Table(
                id,
                figures,
                SHARES,
                rows.stream().map(row -> new Line(name.apply(row.key()), row)).toList());
    }

    private static String name(String bureau, Texts texts) {
        Bureau known = Bureau.valueOf(bureau);
        return texts.either(known.chineseName(), known.englishName());
    }
}
