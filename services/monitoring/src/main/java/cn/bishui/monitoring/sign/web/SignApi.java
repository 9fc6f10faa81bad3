package cn.bishui.monitoring.sign.web;

import cn.bishui.monitoring.sign.Evidence;
import cn.bishui.monitoring.sign.Suspicion;
import cn.bishui.monitoring.sign.Suspicions;
import cn.bishui.monitoring.sign.VerifyEvidence;
import cn.bishui.web.NotFound;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suspicions for programs. */
@RestController
@RequestMapping("/api/monitoring/v1/signs")
class SignApi {

    private final SignTable table;
    private final Suspicions suspicions;
    private final VerifyEvidence verifyEvidence;

    SignApi(SignTable table, Suspicions suspicions, VerifyEvidence verifyEvidence) {
        this.table = table;
        this.suspicions = suspicions;
        this.verifyEvidence = verifyEvidence;
    }

    record Page(List<SignTable.Row> items, long total, int page, int size) {}

    record View(Suspicion suspicion, List<Evidence.Row> evidence) {}

    @GetMapping
    @PreAuthorize(SignPages.MAY_READ)
    Page list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sign,
            @RequestParam(defaultValue = "") String state,
            ListRequest request) {
        Listing<SignTable.Row> page = table.page(SignPages.filter(q, sign, state), request);
        return new Page(page.rows(), page.total(), request.page(), request.size());
    }

    @GetMapping("/{id}")
    @PreAuthorize(SignPages.MAY_READ)
    View show(@PathVariable UUID id) {
        Suspicion suspicion = suspicions.find(id).orElseThrow(() -> new NotFound("suspicion", id));
        return new View(suspicion, suspicions.evidence(id).rows());
    }

    @GetMapping("/{id}/verification")
    @PreAuthorize(SignPages.MAY_READ)
    VerifyEvidence.Verdict verify(@PathVariable UUID id) {
        return verifyEvidence.verify(id).orElseThrow(() -> new NotFound("suspicion", id));
    }
}
