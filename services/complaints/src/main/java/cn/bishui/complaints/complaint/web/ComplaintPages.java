package cn.bishui.complaints.complaint.web;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.complaints.complaint.Bureaus;
import cn.bishui.complaints.complaint.ComplaintFile;
import cn.bishui.complaints.complaint.ComplaintList;
import cn.bishui.complaints.complaint.FileRecord;
import cn.bishui.complaints.complaint.OpenComplaint;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.street.Streets;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.csv.CsvDownload;
import cn.bishui.web.page.ListRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of complaints, its download, and the file of each. */
@Controller
class ComplaintPages {

    private final ComplaintList list;
    private final FilePage filePage;
    private final OpenComplaint openComplaint;
    private final NoticeLines noticeLines;
    private final Streets streets;
    private final Clock clock;

    ComplaintPages(
            ComplaintList list,
            FilePage filePage,
            OpenComplaint openComplaint,
            NoticeLines noticeLines,
            Streets streets,
            Clock clock) {
        this.list = list;
        this.filePage = filePage;
        this.openComplaint = openComplaint;
        this.noticeLines = noticeLines;
        this.streets = streets;
        this.clock = clock;
    }

    @GetMapping("/complaints")
    @PreAuthorize(Roles.MAY_READ)
    String list(
            @ModelAttribute("asked") ListQuestion asked, ListRequest request, Person person, Texts texts, Model model) {
        ComplaintList.Filter filter = asked.read(person, clock.instant());
        Sight sight = Sight.of(person);
        model.addAttribute("listing", list.page(filter, sight, request));
        model.addAttribute("counted", filter.counted());
        model.addAttribute("now", filter.now());
        model.addAttribute("seesAll", sight.bureau() == null);
        model.addAttribute("filtered", asked.narrows());
        model.addAttribute("states", texts.options("complaint.filter.", ListQuestion.STATES));
        model.addAttribute("channels", texts.options("complaint.channel.", Choices.CHANNELS));
        model.addAttribute("types", texts.options("complaint.type.", Choices.TYPES));
        model.addAttribute("bureaus", Bureaus.names(texts.locale()));
        model.addAttribute("streets", streets.all());
        model.addAttribute("mayReceive", person.roles().contains(Roles.OPERATOR));
        return "complaint/list";
    }

    @GetMapping("/complaints.csv")
    @PreAuthorize(Roles.MAY_READ)
    void download(
            @ModelAttribute("asked") ListQuestion asked,
            ListRequest order,
            Person person,
            Texts texts,
            HttpServletResponse response) {
        ComplaintList.Filter filter = asked.read(person, clock.instant());
        Map<String, String> bureaus = Bureaus.names(texts.locale());
        String[] heads = texts.all(
                "complaint.number",
                "complaint.received",
                "complaint.channel",
                "complaint.type",
                "complaint.subtype",
                "complaint.street",
                "complaint.address",
                "complaint.subject",
                "complaint.state",
                "complaint.urgent",
                "complaint.bureau",
                "complaint.handler",
                "complaint.due",
                "complaint.finding",
                "complaint.in-time",
                "complaint.satisfaction");
        CsvDownload.send(
                response,
                texts.of("complaint.csv") + "-" + LocalDate.now(clock) + ".csv",
                heads,
                csv -> list.each(
                        filter,
                        Sight.of(person),
                        order,
                        row -> csv.row(
                                row.number(),
                                row.receivedAt().atZone(clock.getZone()).toOffsetDateTime(),
                                texts.of("complaint.channel." + row.channel()),
                                texts.of("complaint.type." + row.type()),
                                row.subtype() == null ? "" : texts.of("complaint.subtype." + row.subtype()),
                                row.street(),
                                row.address(),
                                row.subjectName(),
                                texts.of("complaint.state." + row.state()),
                                yes(row.urgent(), texts),
                                row.bureau() == null ? "" : bureaus.getOrDefault(row.bureau(), row.bureau()),
                                row.handler(),
                                row.due() == null ? "" : LegalClocks.day(row.due()),
                                row.finding() == null ? "" : texts.of("complaint.finding." + row.finding()),
                                row.inTime() == null ? "" : texts.of("complaint.in-time." + row.inTime()),
                                row.satisfaction())));
    }

    private static String yes(boolean is, Texts texts) {
        return is ? texts.of("complaint.yes") : "";
    }

    @GetMapping("/complaints/{number}")
    @PreAuthorize(Roles.MAY_READ)
    String file(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String done,
            Person person,
            Texts texts,
            Model model) {
        filePage.whole(number, person, texts, model);
        model.addAttribute("done", said(done, texts));
        return "complaint/file";
    }

    /** What the page says after a move; nothing where the address says nonsense. */
    private static @Nullable String said(String done, Texts texts) {
        boolean known = FileMove.of(done).isPresent() || Choices.DONE.contains(done);
        return known ? texts.of("done." + done) : null;
    }

    /** A notice as a letter, to be printed; whom it goes to, the printer does not learn. */
    @GetMapping("/complaints/{number}/notices/{notice}/letter")
    @PreAuthorize(Roles.MAY_RECEIVE)
    String letter(@PathVariable String number, @PathVariable UUID notice, Person person, Texts texts, Model model) {
        ComplaintFile file = openComplaint.of(number, person).file();
        FileRecord.NoticeLine line = noticeLines.of(file.id(), true).stream()
                .filter(each -> each.id().equals(notice))
                .findFirst()
                .orElseThrow(() -> RuleBroken.missing("complaint.notice-unknown"));
        model.addAttribute("file", file);
        model.addAttribute("notice", line);
        model.addAttribute("sender", Bureaus.names(texts.locale()).get(ComplaintFile.HOTLINE_BUREAU));
        return "complaint/letter";
    }
}
