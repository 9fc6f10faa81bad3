package cn.bishui.complaints.evidence;

import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import cn.bishui.contracts.RuleBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a photo or video of a complaint. */
@Service
public class KeepEvidence {

    private final EvidenceFiles files;
    private final AuditLog audit;
    private final Clock clock;

    KeepEvidence(EvidenceFiles files, AuditLog audit, Clock clock) {
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps it in the caller's transaction; codes {@code evidence.too-many-photos}, {@code evidence.too-many-videos}.
     *
     * @param by who adds it: a person, or the reporter
     * @return its id
     */
    @Transactional
    public UUID keep(UUID complaint, CleanFile file, Actor by) {
        EvidenceKind kind = file.kind();
        if (files.countLocked(complaint, kind) >= kind.most()) {
            throw RuleBroken.conflict(kind.tooMany(), kind.most());
        }
        Evidence evidence = new Evidence(
                UUID.randomUUID(),
                complaint,
                kind,
                file.mediaType(),
                file.bytes(),
                file.sha256(),
                by.username(),
                clock.instant());
        try {
            files.keep(evidence, file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                by,
                "evidence.kept",
                "evidence/" + evidence.id(),
                Map.of("complaint", complaint.toString(), "kind", kind.name(), "sha256", file.sha256()));
        return evidence.id();
    }
}
