package cn.bishui.monitoring.duty.web;

import cn.bishui.web.Person;
import cn.bishui.web.TodoItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
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
    private final MessageSource messages;
    private final Clock clock;

    DutyPages(DutyBoard board, MessageSource messages, Clock clock) {
        this.board = board;
        this.messages = messages;
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
    String todo(Person person, Locale locale, Model model) {
        List<TodoItem> items = new ArrayList<>();
        if (person.roles().contains(DUTY)) {
            board.allSilent()
                    .forEach(device -> items.add(new TodoItem(
                            text("todo.silent", locale),
                            device.unitName() + " · " + device.outlet() + " · " + device.mn(),
                            day(device.since().plus(FAULT_REPORT)),
                            "/monitoring/devices/" + device.mn(),
                            text("todo.silent.act", locale))));
            board.allRefusals()
                    .forEach(refusal -> items.add(new TodoItem(
                            text("refusal.reason." + refusal.reason(), locale),
                            refusal.mn() + " · " + refusal.remote(),
                            day(refusal.firstSeen().plus(FAULT_REPORT)),
                            "/monitoring/refusals/" + refusal.id(),
                            text("todo.refusal.act", locale))));
        }
        model.addAttribute("items", items);
        return "bishui/todo";
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage(key, null, key, locale));
    }
}
