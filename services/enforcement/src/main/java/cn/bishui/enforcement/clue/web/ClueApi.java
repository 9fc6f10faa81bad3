package cn.bishui.enforcement.clue.web;

import cn.bishui.audit.Actor;
import cn.bishui.enforcement.clue.ClueList;
import cn.bishui.enforcement.clue.DecideFiling;
import cn.bishui.enforcement.clue.ProposeFiling;
import cn.bishui.enforcement.officer.Roles;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clues and the decision on filing, for programs. */
@RestController
@RequestMapping("/api/enforcement/v1/clues")
class ClueApi {

    private final ClueList list;
    private final CompleteFiles files;
    private final ProposeFiling proposeFiling;
    private final DecideFiling decideFiling;
    private final Clock clock;

    ClueApi(ClueList list, CompleteFiles files, ProposeFiling proposeFiling, DecideFiling decideFiling, Clock clock) {
        this.list = list;
        this.files = files;
        this.proposeFiling = proposeFiling;
        this.decideFiling = decideFiling;
        this.clock = clock;
    }

    record Page(List<ClueList.Row> items, long total, int page, int size) {}

    record History(List<Entry> items) {}

    record Entry(Instant at, String actor, @Nullable String bureau, String action, Map<String, Object> details) {}

    @GetMapping
    @PreAuthorize(Roles.MAY_READ)
    Page list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest request) {
        Listing<ClueList.Row> page = list.page(new ClueList.Filter(q, state, LocalDate.now(clock)), request);
        return new Page(page.rows(), page.total(), request.page(), request.size());
    }

    @GetMapping("/{id}")
    @PreAuthorize(Roles.MAY_READ)
    ClueView clue(@PathVariable UUID id) {
        return ClueView.of(files.of(id), LocalDate.now(clock));
    }

    @GetMapping("/{id}/history")
    @PreAuthorize(Roles.MAY_READ)
    History history(@PathVariable UUID id) {
        return new History(files.history(id).stream()
                .map(entry -> new Entry(
                        entry.at(), entry.actor().username(), entry.actor().bureau(), entry.action(), entry.details()))
                .toList());
    }

    @PostMapping("/{id}/proposal")
    @PreAuthorize(Roles.MAY_DRAFT)
    ClueView propose(@PathVariable UUID id, @RequestBody FilingInput.ProposalForm body, Actor actor) {
        FilingInput.Proposed proposed = body.read();
        proposeFiling.propose(id, body.version(), proposed.decision(), proposed.reason(), actor);
        return clue(id);
    }

    @PostMapping("/{id}/proposal/decide")
    @PreAuthorize(Roles.MAY_DECIDE)
    ClueView decide(@PathVariable UUID id, @RequestBody FilingInput.AnswerForm body, Actor actor) {
        FilingInput.Answered answered = body.read();
        decideFiling.decide(id, answered.seen(), answered.answer(), actor);
        return clue(id);
    }
}
