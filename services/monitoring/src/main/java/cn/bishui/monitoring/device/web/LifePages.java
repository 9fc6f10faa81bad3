package cn.bishui.monitoring.device.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.device.AcceptDevice;
import cn.bishui.monitoring.device.AskToStop;
import cn.bishui.monitoring.device.NoteManualSample;
import cn.bishui.monitoring.device.PutDeviceInService;
import cn.bishui.monitoring.device.SetDeviceKey;
import cn.bishui.monitoring.device.TakeDeviceOutOfService;
import cn.bishui.web.Texts;
import cn.bishui.web.form.Attempt;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people do with a device from its page. */
@Controller
@RequestMapping("/monitoring/devices/{mn}")
class LifePages {

    static final String ADMIN = "hasRole('monitoring.device-admin')";
    static final String APPROVE = "hasRole('monitoring.device-approver')";
    static final String LOOK_AFTER = "hasAnyRole('monitoring.duty', 'monitoring.device-admin')";

    private final DeviceFile file;
    private final AcceptDevice acceptDevice;
    private final PutDeviceInService putInService;
    private final TakeDeviceOutOfService takeOutOfService;
    private final AskToStop askToStop;
    private final SetDeviceKey setDeviceKey;
    private final NoteManualSample noteManualSample;
    private final Clock clock;

    LifePages(
            DeviceFile file,
            AcceptDevice acceptDevice,
            PutDeviceInService putInService,
            TakeDeviceOutOfService takeOutOfService,
            AskToStop askToStop,
            SetDeviceKey setDeviceKey,
            NoteManualSample noteManualSample,
            Clock clock) {
        this.file = file;
        this.acceptDevice = acceptDevice;
        this.putInService = putInService;
        this.takeOutOfService = takeOutOfService;
        this.askToStop = askToStop;
        this.setDeviceKey = setDeviceKey;
        this.noteManualSample = noteManualSample;
        this.clock = clock;
    }

    @PostMapping("/tests")
    @PreAuthorize(APPROVE)
    String accept(
            @PathVariable String mn,
            @ModelAttribute("form") LifeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(mn, form, texts, model, Attempt.succeeds(errors, () -> {
            LifeForm.Tested tested = form.tested();
            acceptDevice.accept(mn, tested.seen(), tested.acceptance(), actor);
        }));
    }

    @PostMapping("/in-service")
    @PreAuthorize(ADMIN)
    String putInService(
            @PathVariable String mn,
            @ModelAttribute("form") LifeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(mn, form, texts, model, Attempt.succeeds(errors, () -> putInService.put(mn, form.seen(), actor)));
    }

    @PostMapping("/out-of-service")
    @PreAuthorize(ADMIN)
    String takeOutOfService(
            @PathVariable String mn,
            @ModelAttribute("form") LifeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(mn, form, texts, model, Attempt.succeeds(errors, () -> {
            LifeForm.Stopped stopped = form.stopped(clock.getZone());
            takeOutOfService.take(mn, stopped.seen(), stopped.kind(), stopped.beganAt(), stopped.reason(), actor);
        }));
    }

    @PostMapping("/key")
    @PreAuthorize(ADMIN)
    String setKey(
            @PathVariable String mn,
            @ModelAttribute("form") LifeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(mn, form, texts, model, Attempt.succeeds(errors, () -> {
            LifeForm.KeyGiven given = form.keyGiven();
            setDeviceKey.set(mn, given.seen(), given.key(), actor);
        }));
    }

    @PostMapping("/stop-requests")
    @PreAuthorize(ADMIN)
    String ask(
            @PathVariable String mn,
            @ModelAttribute("form") LifeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(mn, form, texts, model, Attempt.succeeds(errors, () -> {
            LifeForm.Asked asked = form.asked();
            askToStop.ask(mn, asked.kind(), asked.reason(), asked.receivedOn(), actor);
        }));
    }

    @PostMapping("/stop-requests/{id}/answer")
    @PreAuthorize(APPROVE)
    String answer(
            @PathVariable String mn,
            @PathVariable long id,
            @ModelAttribute("form") LifeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(mn, form, texts, model, Attempt.succeeds(errors, () -> {
            LifeForm.Answered answered = form.answered();
            askToStop.answer(mn, id, answered.granted(), answered.reason(), actor);
        }));
    }

    @PostMapping("/manual-samples")
    @PreAuthorize(LOOK_AFTER)
    String sample(
            @PathVariable String mn,
            @ModelAttribute("form") LifeForm form,
            BindingResult errors,
            Texts texts,
            Model model,
            Actor actor) {
        return done(mn, form, texts, model, Attempt.succeeds(errors, () -> {
            LifeForm.Sampled sampled = form.sampled(clock.getZone());
            noteManualSample.note(mn, sampled.takenAt(), sampled.note(), actor);
        }));
    }

    private String done(String mn, LifeForm form, Texts texts, Model model, boolean done) {
        return done ? "redirect:/monitoring/devices/" + mn : file.show(mn, form, texts, model);
    }
}
