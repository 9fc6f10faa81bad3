package cn.bishui.complaints.citizen.web;

import cn.bishui.complaints.citizen.Commitments;
import cn.bishui.complaints.citizen.HandIn;
import cn.bishui.complaints.citizen.Reporter;
import cn.bishui.complaints.citizen.TypedSecret;
import cn.bishui.complaints.complaint.NearbyComplaints;
import cn.bishui.complaints.complaint.Position;
import cn.bishui.complaints.complaint.Receipt;
import cn.bishui.complaints.complaint.ReceiveComplaint;
import cn.bishui.complaints.complaint.RequestKey;
import cn.bishui.complaints.complaint.SentTwice;
import cn.bishui.complaints.evidence.CleanEvidence;
import cn.bishui.complaints.evidence.CleanFiles;
import cn.bishui.complaints.hotline.PollutionType;
import cn.bishui.complaints.hotline.WaterSubtype;
import cn.bishui.complaints.quota.Allowance;
import cn.bishui.complaints.quota.Quota;
import cn.bishui.complaints.quota.Stamps;
import cn.bishui.complaints.street.Streets;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Client;
import cn.bishui.web.Public;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How one reports, and the form. */
@Controller
@Public
class ReportPages {

    private static final String FORM = "citizen/report";

    /** What lies around is shown to this distance, reported within this time. */
    private static final int METRES = 300;

    private static final Duration LATELY = Duration.ofDays(90);
    private static final int MOST = 5;

    /** Places of a degree, about a hundred metres, to which a place that is asked about is rounded. */
    private static final int COARSE = 3;

    /** What makes a stamp useless: the form needs another. */
    private static final Set<String> WORN = Set.of("rule.stamp.over", "rule.stamp.invalid", "rule.citizen.sent-before");

    private final Commitments commitments;
    private final HandIn handIn;
    private final ReceiveComplaint receiveComplaint;
    private final SentTwice sentTwice;
    private final NearbyComplaints nearby;
    private final Contacts contacts;
    private final CleanEvidence cleanEvidence;
    private final Streets streets;
    private final Stamps stamps;
    private final Quota quota;
    private final Clock clock;

    ReportPages(
            Commitments commitments,
            HandIn handIn,
            ReceiveComplaint receiveComplaint,
            SentTwice sentTwice,
            NearbyComplaints nearby,
            Contacts contacts,
            CleanEvidence cleanEvidence,
            Streets streets,
            Stamps stamps,
            Quota quota,
            Clock clock) {
        this.commitments = commitments;
        this.handIn = handIn;
        this.receiveComplaint = receiveComplaint;
        this.sentTwice = sentTwice;
        this.nearby = nearby;
        this.contacts = contacts;
        this.cleanEvidence = cleanEvidence;
        this.streets = streets;
        this.stamps = stamps;
        this.quota = quota;
        this.clock = clock;
    }

    @GetMapping("/12369")
    String home(Model model) {
        model.addAttribute("commitments", commitments.all());
        return "citizen/home";
    }

    /** Somebody typed a slash behind the address. */
    @GetMapping("/12369/")
    String homeOfSlash() {
        return "redirect:/12369";
    }

    @GetMapping("/12369/report")
    String form(Model model, Texts texts) {
        model.addAttribute("form", ReportForm.EMPTY);
        return form(stamps.issue(), Contacts.Contact.NONE, model, texts);
    }

    /** Where somebody comes back to the address of a step. */
    @GetMapping({"/12369/report/code", "/12369/report/proof", "/12369/report/phone"})
    String startAgain() {
        return "redirect:/12369/report";
    }

    @PostMapping("/12369/report")
    String report(
            @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        AtomicReference<@Nullable Receipt> receipt = new AtomicReference<>();
        AtomicReference<Contacts.Contact> contact = new AtomicReference<>(Contacts.Contact.NONE);
        boolean taken = Attempt.succeeds(errors, () -> {
            RequestKey key = sentTwice.key("form/" + stamps.id(stampOf(form)), form.said());
            receipt.set(repeated(key));
            if (receipt.get() == null) {
                contact.set(contacts.prove(form, errors));
                receipt.set(take(form, contact.get(), key, errors, Client.of(request.getRemoteAddr())));
            }
        });
        if (!taken || receipt.get() == null) {
            response.setStatus(status(errors));
            return formAgain(form, errors, contact.get(), model, texts);
        }
        return receipt(Objects.requireNonNull(receipt.get()), model);
    }

    private @Nullable Receipt repeated(RequestKey key) {
        try {
            return receiveComplaint.repeated(key).orElse(null);
        } catch (RuleBroken differs) {
            throw differs.kind() == RuleBroken.Kind.CONFLICT ? RuleBroken.conflict("citizen.sent-before") : differs;
        }
    }

    private @Nullable Receipt take(
            ReportForm form, Contacts.Contact contact, RequestKey key, Errors errors, Client client) {
        boolean unproved = errors.hasErrors() || !contacts.areProved();
        HandIn.Report report = form.read(LocalDate.now(clock), streets::known, contact.phone(), unproved);
        if (errors.hasErrors()) {
            return null;
        }
        quota.take(client, Allowance.COMPLAINT);
        accept(form, client);
        try (CleanFiles files = HandedFiles.clean(form.photos(), form.video(), cleanEvidence)) {
            return handIn.take(report, files.all(), key, Reporter.ACTOR);
        }
    }

    /** A stamp that is used and led to no complaint was used by this form a moment ago: its key lets one of the two through. */
    private void accept(ReportForm form, Client client) {
        try {
            stamps.accept(stampOf(form), form.solution(), client);
        } catch (RuleBroken broken) {
            if (!broken.code().equals("stamp.used")) {
                throw broken;
            }
        }
    }

    /** Sends a one-time code and gives the form back with everything that was typed. */
    @PostMapping("/12369/report/code")
    String code(
            @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        Contacts.Contact contact = contacts.ask(form, errors, Client.of(request.getRemoteAddr()), texts.locale());
        model.addAttribute("codeSent", !errors.hasErrors());
        return step(form, contact, errors, response, model, texts);
    }

    /** Compares the code and gives the form back. */
    @PostMapping("/12369/report/proof")
    String proof(
            @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        return step(form, contacts.prove(form, errors), errors, response, model, texts);
    }

    /** Forgets the phone and gives the form back. */
    @PostMapping("/12369/report/phone")
    String anotherPhone(
            @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        return step(form, Contacts.Contact.NONE, errors, response, model, texts);
    }

    private String step(
            ReportForm form,
            Contacts.Contact contact,
            BindingResult errors,
            HttpServletResponse response,
            Model model,
            Texts texts) {
        if (errors.hasErrors()) {
            response.setStatus(status(errors));
        }
        return formAgain(form, errors, contact, model, texts);
    }

    /** What was reported nearby, as a fragment; nothing where nobody knows or too much is asked. */
    @GetMapping("/12369/nearby")
    String nearby(
            @RequestParam(required = false) @Nullable BigDecimal lon,
            @RequestParam(required = false) @Nullable BigDecimal lat,
            @RequestParam(defaultValue = "water") String type,
            @RequestParam(defaultValue = "") String hint,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("hint", hint);
        model.addAttribute("nearby", lon == null || lat == null ? List.of() : around(lon, lat, type, request));
        return request.getHeader("HX-Request") == null ? "citizen/nearby" : "citizen/nearby :: around";
    }

    private List<NearbyComplaints.Nearby> around(
            BigDecimal lon, BigDecimal lat, String type, HttpServletRequest request) {
        try {
            quota.take(Client.of(request.getRemoteAddr()), Allowance.TRACKING);
            // rounded, so that asking from many places does not tell where exactly somebody stood
            Position point = new Position(
                    lon.setScale(COARSE, RoundingMode.HALF_EVEN), lat.setScale(COARSE, RoundingMode.HALF_EVEN));
            return nearby.around(
                    point, METRES, PollutionType.of(type).id(), clock.instant().minus(LATELY), MOST);
        } catch (RuleBroken _) {
            // a hint is no reason to trouble anybody
            return List.of();
        }
    }

    private String formAgain(ReportForm form, Errors errors, Contacts.Contact contact, Model model, Texts texts) {
        model.addAttribute("filesLost", form.hasFiles());
        return form(stamp(form, errors), contact, model, texts);
    }

    private String form(String stamp, Contacts.Contact contact, Model model, Texts texts) {
        Map<String, String> places = new LinkedHashMap<>();
        streets.all().forEach(street -> places.put(street, street));
        model.addAttribute("streets", places);
        model.addAttribute("reaches", texts.options("citizen.reachable.", List.of("no", "phone")));
        model.addAttribute("stamp", stamp);
        model.addAttribute("contact", contact);
        model.addAttribute("proving", contacts.areProved());
        model.addAttribute(
                "types",
                texts.options(
                        "complaint.type.",
                        Arrays.stream(PollutionType.values())
                                .map(PollutionType::id)
                                .toList()));
        model.addAttribute(
                "subtypes",
                texts.options(
                        "complaint.subtype.",
                        Arrays.stream(WaterSubtype.values())
                                .map(WaterSubtype::id)
                                .toList()));
        return FORM;
    }

    /** The stamp of a form that is given back: the same, so that the form stays the same, unless it is no good any more. */
    private String stamp(ReportForm form, Errors errors) {
        boolean worn = errors.getGlobalErrors().stream()
                .map(error -> String.valueOf(error.getCode()))
                .anyMatch(WORN::contains);
        String stamp = stampOf(form);
        try {
            stamps.id(stamp);
            return worn ? stamps.issue() : stamp;
        } catch (RuleBroken _) {
            return stamps.issue();
        }
    }

    static String receipt(Receipt receipt, Model model) {
        model.addAttribute("receipt", receipt);
        model.addAttribute("secret", TypedSecret.grouped(receipt.secret()));
        return "citizen/receipt";
    }

    private static String stampOf(ReportForm form) {
        return form.stamp() == null ? "" : form.stamp();
    }

    /** 409 where the form was sent before with other words, 429 where too much came from one address, else 422. */
    static int status(Errors errors) {
        return errors.getGlobalErrors().stream()
                .map(error -> String.valueOf(error.getCode()))
                .mapToInt(code ->
                        code.startsWith("rule.quota.") ? 429 : code.equals("rule.citizen.sent-before") ? 409 : 422)
                .findFirst()
                .orElse(422);
    }
}
