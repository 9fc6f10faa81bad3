package cn.bishui.permits.permit.web;

import cn.bishui.audit.Actor;
import cn.bishui.clocks.LegalClocks;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.permits.permit.DraftPermit;
import cn.bishui.permits.permit.GrantPermit;
import cn.bishui.permits.permit.Permit;
import cn.bishui.permits.permit.PermitList;
import cn.bishui.permits.permit.Permits;
import cn.bishui.permits.permit.ReturnPermit;
import cn.bishui.permits.permit.RevisePermit;
import cn.bishui.permits.permit.SubmitPermit;
import cn.bishui.permits.unit.Units;
import cn.bishui.web.form.Input;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/permits/v1/permits")
class PermitApi {

    private static final int LONGEST_REASON = 500;

    private final Permits permits;
    private final PermitList list;
    private final Units units;
    private final DraftPermit draftPermit;
    private final RevisePermit revisePermit;
    private final SubmitPermit submitPermit;
    private final GrantPermit grantPermit;
    private final ReturnPermit returnPermit;
    private final LegalClocks clocks;

    PermitApi(
            Permits permits,
            PermitList list,
            Units units,
            DraftPermit draftPermit,
            RevisePermit revisePermit,
            SubmitPermit submitPermit,
            GrantPermit grantPermit,
            ReturnPermit returnPermit,
            LegalClocks clocks) {
        this.permits = permits;
        this.list = list;
        this.units = units;
        this.draftPermit = draftPermit;
        this.revisePermit = revisePermit;
        this.submitPermit = submitPermit;
        this.grantPermit = grantPermit;
        this.returnPermit = returnPermit;
        this.clocks = clocks;
    }

    /** The version the caller saw. */
    record Seen(long version) {}

    /** The version the approver saw, and why the permit goes back. */
    record SentBack(@Nullable Long version, @Nullable String reason) {

        static final SentBack EMPTY = new SentBack(null, null);

        record Read(long seen, String reason) {}

        Read read() {
            Input input = new Input();
            if (version == null) {
                input.reject("version", RuleBroken.invalid("input.missing"));
            }
            var why = input.text("reason", reason, LONGEST_REASON);
            return input.read(() -> new Read(Objects.requireNonNull(version), why.get()));
        }
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    Listing<PermitList.Row> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest request) {
        return list.page(new PermitList.Filter(q.strip(), state), request);
    }

    @GetMapping("/{number}")
    @PreAuthorize("hasAnyRole('permits.clerk', 'permits.approver', 'permits.reader')")
    PermitView permit(@PathVariable String number) {
        return view(permits.named(number));
    }

    @PostMapping
    @PreAuthorize("hasRole('permits.clerk')")
    @ResponseStatus(HttpStatus.CREATED)
    PermitView draft(@RequestBody PermitForm form, Actor actor) {
        return view(draftPermit.draft(form.read(clocks), actor));
    }

    @PutMapping("/{number}")
    @PreAuthorize("hasRole('permits.clerk')")
    PermitView revise(@PathVariable String number, @RequestBody PermitForm form, Actor actor) {
        revisePermit.revise(form.withNumber(number).read(clocks), form.seenVersion(), actor);
        return view(permits.named(number));
    }

    @PostMapping("/{number}/submit")
    @PreAuthorize("hasRole('permits.clerk')")
    PermitView submit(@PathVariable String number, @RequestBody Seen seen, Actor actor) {
        submitPermit.submit(number, seen.version(), actor);
        return view(permits.named(number));
    }

    @PostMapping("/{number}/grant")
    @PreAuthorize("hasRole('permits.approver')")
    PermitView grant(@PathVariable String number, @RequestBody Seen seen, Actor actor) {
        grantPermit.grant(number, seen.version(), actor);
        return view(permits.named(number));
    }

    @PostMapping("/{number}/return")
    @PreAuthorize("hasRole('permits.approver')")
    PermitView sendBack(@PathVariable String number, @RequestBody SentBack sent, Actor actor) {
        SentBack.Read read = sent.read();
        returnPermit.sendBack(number, read.seen(), read.reason(), actor);
        return view(permits.named(number));
    }

    private PermitView view(Permit permit) {
        return PermitView.of(permit, units.named(permit.terms().number().unit().value()));
    }
}
