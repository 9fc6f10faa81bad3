package cn.bishui.monitoring.onsite.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.onsite.ConfirmOnSiteSample;
import cn.bishui.monitoring.onsite.EnterOnSiteSample;
import cn.bishui.monitoring.onsite.OnSiteSample;
import cn.bishui.monitoring.onsite.OnSiteSamples;
import cn.bishui.monitoring.onsite.WithdrawOnSiteSample;
import cn.bishui.web.NotFound;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Samples taken on site, for programs. */
@RestController
@RequestMapping("/api/monitoring/v1/on-site-samples")
class OnSiteApi {

    private final OnSiteSamples samples;
    private final EnterOnSiteSample enterSample;
    private final ConfirmOnSiteSample confirmSample;
    private final WithdrawOnSiteSample withdrawSample;
    private final Clock clock;

    OnSiteApi(
            OnSiteSamples samples,
            EnterOnSiteSample enterSample,
            ConfirmOnSiteSample confirmSample,
            WithdrawOnSiteSample withdrawSample,
            Clock clock) {
        this.samples = samples;
        this.enterSample = enterSample;
        this.confirmSample = confirmSample;
        this.withdrawSample = withdrawSample;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    @PreAuthorize(
            "hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin', 'monitoring.analyst', 'monitoring.reviewer')")
    OnSiteSample get(@PathVariable long id) {
        return samples.find(id).orElseThrow(() -> new NotFound("on-site-sample", id));
    }

    @PostMapping
    @PreAuthorize("hasRole('monitoring.analyst')")
    @ResponseStatus(HttpStatus.CREATED)
    OnSiteSample enter(@RequestBody OnSiteForm body, Actor actor) {
        OnSiteForm.Entered read = body.entered(clock.getZone());
        return get(enterSample.enter(read.unit(), read.outlet(), read.entry(), actor));
    }

    @PostMapping("/{id}/confirm")
    @PreAuthorize("hasRole('monitoring.reviewer')")
    OnSiteSample confirm(@PathVariable long id, @RequestBody OnSiteForm body, Actor actor) {
        confirmSample.confirm(id, body.seen(), actor);
        return get(id);
    }

    @PostMapping("/{id}/withdraw")
    @PreAuthorize("hasRole('monitoring.reviewer')")
    OnSiteSample withdraw(@PathVariable long id, @RequestBody OnSiteForm body, Actor actor) {
        OnSiteForm.Reasoned why = body.reasoned();
        withdrawSample.withdraw(id, why.seen(), why.reason(), actor);
        return get(id);
    }
}
