package cn.bishui.complaints.evidence.web;

import cn.bishui.complaints.evidence.Evidence;
import cn.bishui.complaints.evidence.EvidenceLinks;
import cn.bishui.complaints.evidence.EvidenceList;
import cn.bishui.complaints.evidence.Sight;
import cn.bishui.web.NotFound;
import cn.bishui.web.Person;
import cn.bishui.web.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff see what belongs to complaints that they may see; citizens what a fresh link of their own page opens. */
@Controller
class EvidencePages {

    private final EvidenceList list;
    private final EvidenceResponse answer;
    private final EvidenceLinks links;
    private final Sight sight;

    EvidencePages(EvidenceList list, EvidenceResponse answer, EvidenceLinks links, Sight sight) {
        this.list = list;
        this.answer = answer;
        this.links = links;
        this.sight = sight;
    }

    @GetMapping("/complaints/evidence/{id}")
    @PreAuthorize("hasAnyRole('complaints.operator', 'complaints.handler', 'complaints.head', 'complaints.supervisor',"
            + " 'complaints.reader')")
    void forStaff(@PathVariable UUID id, Person person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Evidence evidence = list.named(id)
                .filter(found -> sight.maySee(found.complaint(), person))
                .orElseThrow(() -> new NotFound("evidence", id));
        answer.write(evidence, request, response);
    }

    @GetMapping("/12369/evidence/{id}")
    @Public
    void forCitizens(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String t,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!links.opens(id, t)) {
            throw new NotFound("evidence", id);
        }
        answer.write(list.named(id).orElseThrow(() -> new NotFound("evidence", id)), request, response);
    }
}
