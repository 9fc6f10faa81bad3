package cn.bishui.messaging;

import cn.bishui.audit.Actor;
import cn.bishui.messaging.DeadLetter.Place;
import cn.bishui.messaging.DeadLetter.Replay;
import cn.bishui.web.page.ListRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the platform's operator sees of this service's dead letters and does about them. */
@RestController
@RequestMapping("/api/${spring.application.name}/v1/dead-letters")
@PreAuthorize("hasRole('platform.operator')")
class DeadLetterController {

    private final DeadLetters letters;
    private final DeadLetterReplay replay;
    private final String service;

    DeadLetterController(DeadLetters letters, DeadLetterReplay replay, String service) {
        this.letters = letters;
        this.replay = replay;
        this.service = service;
    }

    /**
     * @param total how many wait altogether
     */
    record Letters(List<Letter> items, long total) {}

    record Letter(
            String topic,
            int partition,
            long offset,
            String group,
            @Nullable String key,
            @Nullable String type,
            @Nullable String eventId,
            Instant toldAt,
            Instant failedAt,
            String reason,
            String body) {

        static Letter of(DeadLetter letter) {
            return new Letter(
                    letter.place().topic(),
                    letter.place().partition(),
                    letter.place().offset(),
                    letter.place().group(),
                    letter.key(),
                    letter.type(),
                    letter.eventId(),
                    letter.toldAt(),
                    letter.failedAt(),
                    letter.reason(),
                    letter.text());
        }
    }

    /**
     * @param group the consumer group, null for the one of the service's own name
     */
    record Which(
            @NotBlank @Nullable String topic,
            @NotNull @PositiveOrZero Integer partition,
            @NotNull @PositiveOrZero Long offset,
            @Nullable String group) {

        Place place(String service) {
            return new Place(group == null ? service : group, String.valueOf(topic), partition, offset);
        }
    }

    record Replayed(String topic, int partition, long offset, String group, Instant replayedAt, String replayedBy) {}

    /** Those that wait, newest first: {@code ?page=2&size=50}. */
    @GetMapping
    Letters waiting(ListRequest request) {
        return new Letters(
                letters.waiting(request.size(), request.offset()).stream()
                        .map(Letter::of)
                        .toList(),
                letters.countWaiting());
    }

    /** Hands one to its listener again. To ask twice is to ask once. */
    @PostMapping("/replay")
    Replayed replay(@Valid @RequestBody Which which, Actor actor) {
        Place place = which.place(service);
        Replay done = replay.replay(place, actor);
        return new Replayed(place.topic(), place.partition(), place.offset(), place.group(), done.at(), done.by());
    }
}
