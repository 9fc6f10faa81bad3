package cn.bishui.complaints.street.web;

import cn.bishui.audit.Actor;
import cn.bishui.complaints.complaint.Roles;
import cn.bishui.complaints.street.KeepStreets;
import cn.bishui.complaints.street.Streets;
import cn.bishui.contracts.RuleBroken;
import cn.bishui.web.form.Input;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of streets, for programs: a district loads its own. */
@RestController
@RequestMapping("/api/complaints/v1/streets")
class StreetApi {

    private final Streets streets;
    private final KeepStreets keepStreets;

    StreetApi(Streets streets, KeepStreets keepStreets) {
        this.streets = streets;
        this.keepStreets = keepStreets;
    }

    /** The names, in their order. */
    record Names(@Nullable List<@Nullable String> streets) {

        List<String> read() {
            Input input = new Input();
            if (streets == null || streets.stream().anyMatch(Objects::isNull)) {
                input.reject("streets", RuleBroken.invalid("input.missing"));
            }
            return input.read(() -> streets == null
                    ? List.of()
                    : streets.stream().map(name -> Objects.requireNonNull(name)).toList());
        }
    }

    @GetMapping
    @PreAuthorize(Roles.MAY_READ)
    Names streets() {
        return new Names(List.copyOf(streets.all()));
    }

    @PutMapping
    @PreAuthorize(Roles.MAY_SUPERVISE)
    Names keep(@RequestBody Names names, Actor actor) {
        keepStreets.keep(names.read(), actor);
        return streets();
    }
}
