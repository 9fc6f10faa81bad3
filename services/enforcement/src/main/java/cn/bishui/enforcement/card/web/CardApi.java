package cn.bishui.enforcement.card.web;

import cn.bishui.audit.Actor;
import cn.bishui.enforcement.card.CardList;
import cn.bishui.enforcement.card.CardSheet;
import cn.bishui.enforcement.card.DraftCard;
import cn.bishui.enforcement.card.ReturnCard;
import cn.bishui.enforcement.card.SignCard;
import cn.bishui.enforcement.card.YellowCards;
import cn.bishui.enforcement.officer.Roles;
import cn.bishui.web.NotFound;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Yellow cards, for programs. */
@RestController
@RequestMapping("/api/enforcement/v1")
class CardApi {

    private final CardList list;
    private final YellowCards cards;
    private final DraftCard draftCard;
    private final SignCard signCard;
    private final ReturnCard returnCard;

    CardApi(CardList list, YellowCards cards, DraftCard draftCard, SignCard signCard, ReturnCard returnCard) {
        this.list = list;
        this.cards = cards;
        this.draftCard = draftCard;
        this.signCard = signCard;
        this.returnCard = returnCard;
    }

    record Page(List<CardList.Row> items, long total, int page, int size) {}

    @GetMapping("/cards")
    @PreAuthorize(Roles.MAY_READ)
    Page list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            ListRequest request) {
        Listing<CardList.Row> page = list.page(new CardList.Filter(q, state), request);
        return new Page(page.rows(), page.total(), request.page(), request.size());
    }

    @GetMapping("/clues/{id}/card")
    @PreAuthorize(Roles.MAY_READ)
    CardSheet card(@PathVariable UUID id) {
        return CardSheet.of(cards.find(id).orElseThrow(() -> new NotFound("yellow card of clue", id)));
    }

    @PostMapping("/clues/{id}/card")
    @PreAuthorize(Roles.MAY_DRAFT)
    CardSheet draft(@PathVariable UUID id, @RequestBody CardInput.DraftForm body, Actor actor) {
        CardInput.Drafted drafted = body.read();
        return CardSheet.of(draftCard.draft(id, body.version(), drafted.reason(), drafted.measure(), actor));
    }

    @PostMapping("/clues/{id}/card/sign")
    @PreAuthorize(Roles.MAY_DECIDE)
    CardSheet sign(@PathVariable UUID id, @RequestBody CardInput.SignForm body, Actor actor) {
        return CardSheet.of(signCard.sign(id, body.read(), actor));
    }

    @PostMapping("/clues/{id}/card/return")
    @PreAuthorize(Roles.MAY_DECIDE)
    CardSheet giveBack(@PathVariable UUID id, @RequestBody CardInput.ReturnForm body, Actor actor) {
        CardInput.Returned returned = body.read();
        return CardSheet.of(returnCard.giveBack(id, returned.seen(), returned.reason(), actor));
    }
}
