package cn.bishui.complaints.complaint.web;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.RunningClock;
import cn.bishui.complaints.complaint.Bureaus;
import cn.bishui.complaints.complaint.Complaints;
import cn.bishui.complaints.complaint.Receipt;
import cn.bishui.complaints.complaint.ReporterMessages;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.SimilarComplaints;
import cn.bishui.complaints.hotline.HotlineClocks;
import cn.bishui.complaints.hotline.Reach;
import cn.bishui.complaints.street.Streets;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes complaints down at the speed of speech: one page, by keyboard alone, with what is known of the place beside it. The
 * secret is on the answer to the form and at no address, so that nobody can look it up again.
 */
@Controller
class IntakePages {

    private static final Period RECENT = Period.ofDays(90);
    private static final int FEW = 5;
    private static final int LONGEST = 200;

    /** The keys that choose a kind: the first character of its label. */
    private static final String DIGITS = "1234567890";

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final TakeDown takeDown;
    private final SimilarComplaints similar;
    private final Streets streets;
    private final ReporterMessages messages;
    private final Complaints complaints;
    private final Clock clock;

    IntakePages(
            TakeDown takeDown,
            SimilarComplaints similar,
            Streets streets,
            ReporterMessages messages,
            Complaints complaints,
            Clock clock) {
        this.takeDown = takeDown;
        this.complaints = complaints;
        this.similar = similar;
        this.streets = streets;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/complaints/intake")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String form(Texts texts, Model model) {
        model.addAttribute("form", IntakeForm.forCall(UUID.randomUUID().toString()));
        return intake(texts, model);
    }

    @PostMapping("/complaints/intake")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String takeDown(
            @ModelAttribute("form") IntakeForm form,
            BindingResult errors,
            Actor actor,
            Texts texts,
            HttpServletResponse response,
            Model model) {
        // who told it and the secret are on this answer
        response.setHeader("Cache-Control", "no-store");
        AtomicReference<@Nullable Receipt> receipt = new AtomicReference<>();
        boolean taken = Attempt.succeeds(errors, () -> receipt.set(takeDown.from(form, form.key(), actor)));
        Receipt given = receipt.get();
        if (!taken || given == null) {
            return intake(texts, model);
        }
        model.addAttribute("receipt", given);
        model.addAttribute("secret", spoken(given.secret()));
        model.addAttribute("then", form.then() == null ? "" : form.then());
        model.addAttribute("finish", finish(given.id()));
        return "complaint/receipt";
    }

    /** What is worked on already at the place or because of the polluter, as a part of the page. */
    @GetMapping("/complaints/intake/similar")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String similar(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String subjectName,
            Texts texts,
            Model model) {
        model.addAttribute(
                "similar",
                similar.to(
                        cut(address),
                        cut(subjectName),
                        null,
                        LocalDate.now(clock)
                                .minus(RECENT)
                                .atStartOfDay(clock.getZone())
                                .toInstant(),
                        false,
                        FEW));
        model.addAttribute("bureaus", Bureaus.names(texts.locale()));
        return "complaint/similar :: choices";
    }

    /** The last day to finish it, null where it is not accepted yet. */
    private @Nullable LocalDate finish(UUID id) {
        return complaints
                .find(id)
                .flatMap(each -> each.file().clocks().latest(HotlineClocks.FINISH))
                .map(RunningClock::lastDay)
                .orElse(null);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private String intake(Texts texts, Model model) {
        model.addAttribute("channels", texts.options("complaint.channel.", Choices.CHANNELS));
        model.addAttribute("types", keyed(texts.options("complaint.type.", Choices.TYPES), DIGITS));
        model.addAttribute("subtypes", keyed(texts.options("complaint.subtype.", Choices.SUBTYPES), LETTERS));
        model.addAttribute(
                "reaches",
                texts.options(
                        "complaint.reach.",
                        Choices.REACHES.stream()
                                .filter(each -> messages.areOffered() || !each.equals(Reach.SMS.id()))
                                .toList()));
        model.addAttribute("streets", streets.all());
        model.addAttribute("today", LocalDate.now(clock));
        return "complaint/intake";
    }

    /** A browser finds an option by the first key of its label, which for Chinese none is. */
    private static Map<String, String> keyed(Map<String, String> options, String keys) {
        Map<String, String> keyed = new LinkedHashMap<>();
        int place = 0;
        for (Map.Entry<String, String> option : options.entrySet()) {
            keyed.put(option.getKey(), keys.charAt(place++) + " " + option.getValue());
        }
        return keyed;
    }

    /** Four by four, as it is read out. */
    private static List<String> spoken(String secret) {
        return List.of(secret.split("(?<=\\G.{4})"));
    }
}
