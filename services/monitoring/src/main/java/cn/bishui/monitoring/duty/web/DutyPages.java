package cn.bishui.monitoring.duty.web;

import cn.bishui.web.Person;
import cn.bishui.web.Texts;
import cn.bishui.web.TodoItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The duty officer's board, and what waits for them on the desk. */
@Controller
class DutyPages {

    private static final String DUTY = "monitoring.duty";

    /** A device's fault is to be reported within 12 hours (环发[2008]6号). */
    private static final Duration FAULT_REPORT = Duration.ofHours(12);

    private final DutyBoard board;
    private final Clock clock;

    DutyPages(DutyBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @GetMapping("/monitoring")
    @PreAuthorize("hasAnyRole('monitoring.reader', 'monitoring.duty', 'monitoring.device-admin')")
    String board(Model model) {
        model.addAttribute("figures", board.figures());
        model.addAttribute("refusals", board.refusals());
        model.addAttribute("silent", board.silent());
        model.addAttribute("exceedances", board.exceedances());
        return "duty/board";
    }

    @GetMapping("/monitoring/todo")
    @PreAuthorize("isAuthenticated()")
    String todo(Person person, Texts texts, Model model) {
        List<TodoItem> items = new ArrayList<>();
        if (person.roles().contains(DUTY)) {
            board.allSilent()
                    .forEach(device -> items.add(new TodoItem(
                            texts.of("todo.silent"),
                            device.unitName() + " · " + device.outlet() + " · " + device.mn(),
                            day(device.since().plus(FAULT_REPORT)),
                            "/monitoring/devices/" + device.mn(),
                            texts.of("todo.silent.act"))));
            board.allRefusals()
                    .forEach(refusal -> items.add(new TodoItem(
                            texts.of("refusal.reason." + refusal.reason()),
                            refusal.mn() + " · " + refusal.remote(),
                            day(refusal.firstSeen().plus(FAULT_REPORT)),
                            "/monitoring/refusals/" + refusal.id(),
                            texts.of("todo.refusal.act"))));
        }
        model.addAttribute("items", items);
        return "bishui/todo";
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
