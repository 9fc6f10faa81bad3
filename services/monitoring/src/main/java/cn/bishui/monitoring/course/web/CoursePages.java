package cn.bishui.monitoring.course.web;

import cn.bishui.audit.Actor;
import cn.bishui.monitoring.course.Course;
import cn.bishui.monitoring.course.Courses;
import cn.bishui.monitoring.course.DrawCourse;
import cn.bishui.monitoring.network.Site;
import cn.bishui.monitoring.network.Sites;
import cn.bishui.web.NotFound;
import cn.bishui.web.form.Attempt;
import cn.bishui.web.form.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where a water runs: its versions, and a form to draw it. */
@Controller
class CoursePages {

    private static final String PATH = "/monitoring/network/{code}/course";
    private static final String API = "/api/monitoring/v1/network/{code}/course";
    private static final String READ =
            "hasAnyRole('monitoring.reader', 'monitoring.network-editor', 'monitoring.network-approver')";
    private static final String EDIT = "hasRole('monitoring.network-editor')";

    private final Sites sites;
    private final Courses courses;
    private final DrawCourse drawCourse;

    CoursePages(Sites sites, Courses courses, DrawCourse drawCourse) {
        this.sites = sites;
        this.courses = courses;
        this.drawCourse = drawCourse;
    }

    /** What is typed. */
    record CourseForm(@Nullable String shape, @Nullable String reason) {

        private static final int LONGEST_REASON = 500;

        Drawn read() {
            Input input = new Input();
            var line = input.required("shape", shape, Shape::read);
            var why = input.text("reason", reason, LONGEST_REASON);
            return input.read(() -> new Drawn(line.get(), why.get()));
        }
    }

    /** What was read of it. */
    record Drawn(String shape, String reason) {}

    @GetMapping(PATH)
    @PreAuthorize(READ)
    String show(@PathVariable String code, Model model) {
        List<Course> versions = courses.of(code);
        return show(
                code,
                new CourseForm(versions.isEmpty() ? null : versions.getFirst().shape(), null),
                model);
    }

    private String show(String code, CourseForm form, Model model) {
        Site site = sites.find(code).orElseThrow(() -> new NotFound("site", code));
        model.addAttribute("site", site);
        model.addAttribute("versions", courses.of(code));
        model.addAttribute("form", form);
        return "network/course";
    }

    @PostMapping(PATH)
    @PreAuthorize(EDIT)
    String draw(
            @PathVariable String code,
            @ModelAttribute("form") CourseForm form,
            BindingResult errors,
            Model model,
            Actor actor) {
        boolean drawn = Attempt.succeeds(errors, () -> {
            Drawn read = form.read();
            drawCourse.draw(code, read.shape(), read.reason(), actor);
        });
        return drawn ? "redirect:/monitoring/network/" + code + "/course" : show(code, form, model);
    }

    @GetMapping(API)
    @PreAuthorize(READ)
    @ResponseBody
    List<Course> api(@PathVariable String code) {
        return courses.of(code);
    }

    @PostMapping(API)
    @PreAuthorize(EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    List<Course> draw(@PathVariable String code, @RequestBody CourseForm form, Actor actor) {
        Drawn read = form.read();
        drawCourse.draw(code, read.shape(), read.reason(), actor);
        return courses.of(code);
    }
}
