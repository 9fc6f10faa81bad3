package cn.bishui.complaints.supervision.web;

import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.complaint.Sight;
import cn.bishui.complaints.supervision.SupervisionList;
import cn.bishui.web.Person;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Supervision for programs. */
@RestController
@RequestMapping("/api/complaints/v1")
class SupervisionApi {

    private final SupervisionDesk desk;
    private final SupervisionList list;

    SupervisionApi(SupervisionDesk desk, SupervisionList list) {
        this.desk = desk;
        this.list = list;
    }

    record Page<R>(List<R> items, long total, int page, int size) {

        static <R> Page<R> of(Listing<R> listing) {
            return new Page<>(
                    listing.rows(),
                    listing.total(),
                    listing.request().page(),
                    listing.request().size());
        }
    }

    record Drawn(int drawn) {}

    @GetMapping("/urgings")
    @PreAuthorize(Roles.MAY_READ)
    Page<SupervisionList.Urged> urgings(ListRequest request, Person person) {
        return Page.of(list.urgings(Sight.of(person), request));
    }

    @GetMapping("/supervisions")
    @PreAuthorize(Roles.MAY_READ)
    Page<SupervisionList.Supervised> supervisions(ListRequest request, Person person) {
        return Page.of(list.supervisions(Sight.of(person), request));
    }

    @PostMapping("/call-backs")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    @ResponseStatus(HttpStatus.CREATED)
    Drawn draw(@RequestBody SupervisionInput.MonthForm form, Person person) {
        return new Drawn(desk.draw(form, person));
    }

    @PostMapping("/complaints/{number}/urging")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void urge(@PathVariable String number, @RequestBody SupervisionInput.WordsForm form, Person person) {
        desk.urge(number, form, person);
    }

    @PostMapping("/complaints/{number}/urgings/{urging}")
    @PreAuthorize(Roles.MAY_ANSWER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @PathVariable String number,
            @PathVariable UUID urging,
            @RequestBody SupervisionInput.WordsForm form,
            Person person) {
        desk.answer(number, urging, form, person);
    }

    @PostMapping("/complaints/{number}/supervision")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void supervise(@PathVariable String number, @RequestBody SupervisionInput.SuperviseForm form, Person person) {
        desk.supervise(number, form, person);
    }

    @PostMapping("/complaints/{number}/supervisions/{supervision}")
    @PreAuthorize(Roles.MAY_SUPERVISE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(
            @PathVariable String number,
            @PathVariable UUID supervision,
            @RequestBody SupervisionInput.WordsForm form,
            Person person) {
        desk.close(number, supervision, form, person);
    }

    @PostMapping("/complaints/{number}/call-backs/{callBack}")
    @PreAuthorize(Roles.MAY_RECEIVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void called(
            @PathVariable String number,
            @PathVariable UUID callBack,
            @RequestBody SupervisionInput.CallForm form,
            Person person) {
        desk.called(number, callBack, form, person);
    }
}
