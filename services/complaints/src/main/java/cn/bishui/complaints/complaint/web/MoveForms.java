package cn.bishui.complaints.complaint.web;

import cn.bishui.complaints.complaint.ComplaintFile;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.complaint.SimilarComplaints;
import cn.bishui.complaints.street.Streets;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the page on which a move is filled in, with the complaint beside it. */
@Component
class MoveForms {

    private static final Period RECENT = Period.ofDays(90);
    private static final int FEW = 6;

    private final FilePage filePage;
    private final SimilarComplaints similar;
    private final Streets streets;
    private final Clock clock;

    MoveForms(FilePage filePage, SimilarComplaints similar, Streets streets, Clock clock) {
        this.filePage = filePage;
        this.similar = similar;
        this.streets = streets;
        this.clock = clock;
    }

    /** The form as it is when somebody begins; code {@code complaint.not-now} where the move cannot be made. */
    String blank(
            String number,
            FileMove move,
            Function<FilePage.Open, Object> form,
            Person person,
            Texts texts,
            Model model) {
        FilePage.Open open = filePage.head(number, person, texts, model);
        if (!open.moves().allow(move)) {
            throw RuleBroken.conflict("complaint.not-now");
        }
        model.addAttribute("form", form.apply(open));
        return fields(open, move, person, texts, model);
    }

    /** The form as it was sent, with its faults; the model has it already. */
    String again(String number, FileMove move, Person person, Texts texts, Model model) {
        return fields(filePage.head(number, person, texts, model), move, person, texts, model);
    }

    private String fields(FilePage.Open open, FileMove move, Person person, Texts texts, Model model) {
        filePage.material(open.file(), model);
        model.addAttribute("move", move.id());
        model.addAttribute("action", "/complaints/" + open.file().number() + "/" + move.path());
        switch (move) {
            case REFUSE -> {
                model.addAttribute("outcomes", texts.options("complaint.outcome.", Choices.REFUSALS));
                model.addAttribute("similar", Sight.of(person).bureau() == null ? similar(open.file()) : List.of());
            }
            case DRAFT -> model.addAttribute("findings", texts.options("complaint.finding.", Choices.FINDINGS));
            case RULE -> model.addAttribute("verdicts", texts.options("complaint.verdict.", Choices.VERDICTS));
            case MATTER -> {
                model.addAttribute("types", texts.options("complaint.type.", Choices.TYPES));
                model.addAttribute("subtypes", texts.options("complaint.subtype.", Choices.SUBTYPES));
                model.addAttribute("streets", streets.all());
            }
            default -> {}
        }
        return "complaint/move";
    }

    private List<SimilarComplaints.Similar> similar(ComplaintFile file) {
        @Nullable String subject = file.matter().subjectName();
        return similar.to(
                file.matter().address(),
                subject == null ? "" : subject,
                file.number(),
                clock.instant().atZone(clock.getZone()).minus(RECENT).toInstant(),
                true,
                FEW);
    }

    /** Back to the file, which says what was done. */
    static String done(String number, FileMove move) {
        return done(number, move.id());
    }

    static String done(String number, String what) {
        return "redirect:/complaints/" + number + "?done=" + what;
    }
}
