package cn.bishui.complaints.identity.web;

import cn.bishui.complaints.identity.ComplaintNumbers;
import cn.bishui.complaints.identity.Look;
import cn.bishui.complaints.identity.Looks;
import cn.bishui.web.page.ListRequest;
import cn.bishui.web.page.Listing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Looks with their complaints' numbers. */
@Component
class LookViews {

    private static final int AT_ONCE = 500;

    private final Looks looks;
    private final ComplaintNumbers numbers;
    private final Clock clock;

    LookViews(Looks looks, ComplaintNumbers numbers, Clock clock) {
        this.looks = looks;
        this.numbers = numbers;
        this.clock = clock;
    }

    Listing<LookView> page(LookFilter filter, ListRequest request) {
        Listing<Look> page = looks.page(filter.in(clock.getZone()), request);
        return new Listing<>(named(page.rows()), page.total(), request);
    }

    void each(LookFilter filter, Consumer<LookView> consumer) {
        List<Look> waiting = new ArrayList<>();
        looks.each(filter.in(clock.getZone()), look -> {
            waiting.add(look);
            if (waiting.size() == AT_ONCE) {
                named(waiting).forEach(consumer);
                waiting.clear();
            }
        });
        named(waiting).forEach(consumer);
    }

    private List<LookView> named(List<Look> some) {
        Map<UUID, String> known =
                numbers.of(some.stream().map(Look::complaint).distinct().toList());
        return some.stream()
                .map(look -> LookView.of(look, known.get(look.complaint())))
                .toList();
    }
}
