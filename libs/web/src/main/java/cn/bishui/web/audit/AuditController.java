package cn.bishui.web.audit;

import cn.bishui.audit.AuditEntry;
import cn.bishui.audit.AuditReader;
import cn.bishui.audit.AuditVerdict;
import cn.bishui.audit.AuditVerdict.Broken;
import cn.bishui.audit.AuditVerdict.Sound;
import cn.bishui.audit.AuditVerifier;
import cn.bishui.web.Person;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers auditors: is the log whole, and what was done to a subject. */
@RestController
@RequestMapping("/api/${spring.application.name}/v1/audit")
@PreAuthorize("hasRole('audit.reader')")
class AuditController {

    private final AuditVerifier verifier;
    private final AuditReader reader;
    private final AuditSight sight;

    AuditController(AuditVerifier verifier, AuditReader reader, AuditSight sight) {
        this.verifier = verifier;
        this.reader = reader;
        this.sight = sight;
    }

    /**
     * What the verifier found.
     *
     * @param entries how many entries the log has, where it is sound
     * @param hash hash of the last of them
     * @param anchors how many published anchors were found in it
     * @param firstBad the first place at which a broken log is not what it was
     * @param kind what was done: edited, deleted, reordered, inserted, truncated
     * @param why the finding in one sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(
            boolean sound,
            @Nullable Long entries,
            @Nullable String hash,
            @Nullable Integer anchors,
            @Nullable Long firstBad,
            @Nullable String kind,
            @Nullable String why) {

        static Verdict of(AuditVerdict verdict) {
            return switch (verdict) {
                case Sound(long entries, String hash, int anchors) ->
                    new Verdict(true, entries, hash, anchors, null, null, null);
                case Broken(long firstBad, AuditVerdict.Kind kind, String why) ->
                    new Verdict(false, null, null, null, firstBad, kind.name().toLowerCase(Locale.ROOT), why);
            };
        }
    }

    record Entries(List<AuditEntry> items) {}

    /** Walks the whole log. */
    @GetMapping("/verdict")
    Verdict verdict() {
        return Verdict.of(verifier.verify());
    }

    /**
     * What was done to a subject, as {@code permit/91220201MA0Y4X0Q15001P}, oldest first; nothing where the service does not
     * let the auditor see it.
     */
    @GetMapping
    Entries about(@RequestParam String subject, Person person) {
        return new Entries(sight.maySee(person, subject) ? reader.about(subject) : List.of());
    }
}
