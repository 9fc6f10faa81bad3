package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.citizen.Progress;
import cn.bishui.complaints.citizen.Reporter;
import cn.bishui.complaints.citizen.TellMore;
import cn.bishui.complaints.citizen.TypedSecret;
import cn.bishui.complaints.complaint.AskReexamination;
import cn.bishui.complaints.complaint.ComplaintSheet;
import cn.bishui.complaints.complaint.RateAnswer;
import cn.bishui.complaints.complaint.ReadByReporter;
import cn.bishui.complaints.complaint.Receipt;
import cn.bishui.complaints.complaint.ReceiveComplaint;
import cn.bishui.complaints.complaint.ReopenComplaint;
import cn.bishui.complaints.complaint.RequestKey;
import cn.bishui.complaints.complaint.SentTwice;
import cn.bishui.complaints.evidence.CleanEvidence;
import cn.bishui.complaints.evidence.CleanFiles;
import cn.bishui.complaints.evidence.Evidence;
import cn.bishui.complaints.evidence.EvidenceLinks;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Public;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What a reporter sees of a complaint and does about it. Number and secret come in the body of every request: they are in no
 * address, no cookie and no log.
 */
@Controller
@Public
class TrackPages {

    private static final String TRACK = "citizen/track";
    private static final String PROGRESS = "citizen/progress";

    /** What is said of something added, where no bureau has the complaint yet. */
    private static final Set<ComplaintSheet.State> AT_THE_HOTLINE =
            Set.of(ComplaintSheet.State.RECEIVED, ComplaintSheet.State.REFUSED, ComplaintSheet.State.ACCEPTED);

    private final Door door;
    private final ReadByReporter readByReporter;
    private final TellMore tellMore;
    private final RateAnswer rateAnswer;
    private final AskReexamination askReexamination;
    private final ReopenComplaint reopenComplaint;
    private final ReceiveComplaint receiveComplaint;
    private final CleanEvidence cleanEvidence;
    private final EvidenceLinks links;
    private final SentTwice sentTwice;

    TrackPages(
            Door door,
            ReadByReporter readByReporter,
            TellMore tellMore,
            RateAnswer rateAnswer,
            AskReexamination askReexamination,
            ReopenComplaint reopenComplaint,
            ReceiveComplaint receiveComplaint,
            CleanEvidence cleanEvidence,
            EvidenceLinks links,
            SentTwice sentTwice) {
        this.door = door;
        this.readByReporter = readByReporter;
        this.tellMore = tellMore;
        this.rateAnswer = rateAnswer;
        this.askReexamination = askReexamination;
        this.reopenComplaint = reopenComplaint;
        this.receiveComplaint = receiveComplaint;
        this.cleanEvidence = cleanEvidence;
        this.links = links;
        this.sentTwice = sentTwice;
    }

    /** What a reporter does, to a complaint that is open before him. */
    private interface Deed {
        void on(UUID complaint);
    }

    /** A file as the page shows it. */
    record Shown(String address, boolean photo, long bytes) {}

    @GetMapping("/12369/track")
    String ask(Model model) {
        model.addAttribute("form", TrackForm.EMPTY);
        return TRACK;
    }

    /** Where somebody comes back to the address of a step. */
    @GetMapping({
        "/12369/track/facts",
        "/12369/track/rating",
        "/12369/track/reexamination",
        "/12369/track/review",
        "/12369/track/reopening",
        "/12369/receipt"
    })
    String askAgain() {
        return "redirect:/12369/track";
    }

    @PostMapping("/12369/track")
    String track(
            @ModelAttribute("form") TrackForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        return answer(form, errors, "", request, response, model, texts, _ -> {});
    }

    /** What was told when the complaint came in, for whoever still has it. */
    @PostMapping("/12369/receipt")
    String receipt(
            @ModelAttribute("form") TrackForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Progress progress = open(form, errors, request, response);
        if (progress == null) {
            return TRACK;
        }
        Receipt receipt = receiveComplaint.receiptOf(progress.id());
        return ReportPages.receipt(receipt, model);
    }

    @PostMapping("/12369/track/facts")
    String facts(
            @ModelAttribute("form") TrackForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        return answer(form, errors, "facts", request, response, model, texts, complaint -> {
            // by what the page was made with, not by the words: the browser may send them a second time without the
            // photos
            String once = form.once() == null || form.once().isBlank()
                    ? UUID.randomUUID().toString()
                    : form.once();
            RequestKey key = sentTwice.key(
                    "facts/" + complaint + "/" + UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8)),
                    List.of());
            if (tellMore.isTold(key)) {
                return;
            }
            String words = form.readWords(texts.of("citizen.facts.silent"));
            try (CleanFiles files = HandedFiles.clean(form.photos(), form.video(), cleanEvidence)) {
                tellMore.tell(complaint, words, files.all(), key);
            }
        });
    }

    @PostMapping("/12369/track/rating")
    String rating(
            @ModelAttribute("form") TrackForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        return answer(form, errors, "rating", request, response, model, texts, complaint -> {
            TrackForm.Opinion opinion = form.readOpinion();
            rateAnswer.rate(complaint, opinion.satisfaction(), opinion.words(), Reporter.ACTOR);
        });
    }

    @PostMapping("/12369/track/reexamination")
    String reexamination(
            @ModelAttribute("form") TrackForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        return answer(
                form,
                errors,
                "reexamination",
                request,
                response,
                model,
                texts,
                complaint -> askReexamination.ask(complaint, form.readWhy(), Reporter.ACTOR));
    }

    @PostMapping("/12369/track/review")
    String review(
            @ModelAttribute("form") TrackForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        return answer(
                form,
                errors,
                "review",
                request,
                response,
                model,
                texts,
                complaint -> askReexamination.askReview(complaint, form.readGrounds(), Reporter.ACTOR));
    }

    @PostMapping("/12369/track/reopening")
    String reopening(
            @ModelAttribute("form") TrackForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        return answer(
                form,
                errors,
                "reopening",
                request,
                response,
                model,
                texts,
                complaint -> reopenComplaint.reopen(complaint, form.readAgain(), Reporter.ACTOR));
    }

    private String answer(
            TrackForm form,
            BindingResult errors,
            String what,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Texts texts,
            Deed deed) {
        Progress opened = open(form, errors, request, response);
        if (opened == null) {
            return TRACK;
        }
        Progress before = readByReporter.read(opened.id(), Reporter.ACTOR)
                ? door.look(form.numberTyped(), form.secretTyped())
                : opened;
        boolean done = Attempt.succeeds(errors, () -> deed.on(before.id()));
        if (!done) {
            response.setStatus(ReportPages.status(errors));
        }
        Progress now = what.isEmpty() ? before : door.look(form.numberTyped(), form.secretTyped());
        model.addAttribute("progress", now);
        model.addAttribute("files", now.own().files().stream().map(this::shown).toList());
        model.addAttribute("what", what);
        model.addAttribute("done", done && !what.isEmpty());
        model.addAttribute("said", said(what, now.state()));
        model.addAttribute("secret", TypedSecret.read(form.secretTyped()));
        model.addAttribute("stars", texts.options("citizen.stars.", List.of("5", "4", "3", "2", "1")));
        model.addAttribute(
                "once", done || form.once() == null ? UUID.randomUUID().toString() : form.once());
        return PROGRESS;
    }

    private static String said(String what, ComplaintSheet.State state) {
        if (!what.equals("facts")) {
            return what;
        }
        return what + (AT_THE_HOTLINE.contains(state) ? ".hotline" : ".bureau");
    }

    private @Nullable Progress open(
            TrackForm form, BindingResult errors, HttpServletRequest request, HttpServletResponse response) {
        require("number", form.numberTyped(), errors);
        require("secret", form.secretTyped(), errors);
        if (errors.hasErrors()) {
            response.setStatus(ReportPages.status(errors));
            return null;
        }
        try {
            return door.open(form.numberTyped(), form.secretTyped(), request);
        } catch (RuleBroken broken) {
            boolean unknown = broken.kind() == RuleBroken.Kind.MISSING;
            errors.reject(
                    unknown ? "citizen.track.unknown" : "rule." + broken.code(),
                    broken.arguments().toArray(),
                    broken.code());
            if (unknown) {
                // which of the two is wrong is not said
                errors.rejectValue("number", "citizen.track.look");
                errors.rejectValue("secret", "citizen.track.look");
            }
            response.setStatus(unknown ? HttpStatus.NOT_FOUND.value() : ReportPages.status(errors));
            return null;
        }
    }

    private static void require(String field, String typed, Errors errors) {
        if (typed.isEmpty()) {
            errors.rejectValue(field, "rule.input.missing");
        }
    }

    private Shown shown(Evidence file) {
        return new Shown(links.of(file.id()), file.isPhoto(), file.bytes());
    }
}
