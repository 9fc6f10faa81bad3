package cn.bishui.disclosure.publication;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes that something becomes public, in the transaction that makes it so. */
@Service
public class NotePublication {

    private static final Actor SELF = Actor.system("disclosure");

    private final Publications publications;
    private final AuditLog audit;
    private final Clock clock;

    NotePublication(Publications publications, AuditLog audit, Clock clock) {
        this.publications = publications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes it and begins a new edition. To be called before anything else is changed: the edition's row is the one
     * lock that all publications take.
     *
     * @return when the event was published: now, or the first time where the tables are made again from the topics
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant note(Source source, Notice notice) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        publications.beginEdition(now);
        return publications.publishedAt(source.eventId()).orElseGet(() -> {
            publications.add(new Publication(source, notice, now));
            if (notice.kind().audited()) {
                audit.record(
                        SELF,
                        "publication.made",
                        "event/" + source.eventId(),
                        Map.of("type", source.type(), "about", notice.about()));
            }
            return now;
        });
    }
}
