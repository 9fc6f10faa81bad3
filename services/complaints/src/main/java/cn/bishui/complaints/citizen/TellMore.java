package cn.bishui.complaints.citizen;

import cn.bishui.complaints.complaint.AddFact;
import cn.bishui.complaints.complaint.RequestKey;
import cn.bishui.complaints.complaint.Requests;
import cn.bishui.complaints.evidence.CleanFile;
import cn.bishui.complaints.evidence.KeepEvidence;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds what the reporter tells later, with further photos; once, however often the page is sent. */
@Service
public class TellMore {

    private final AddFact addFact;
    private final KeepEvidence keepEvidence;
    private final Requests requests;
    private final Clock clock;

    TellMore(AddFact addFact, KeepEvidence keepEvidence, Requests requests, Clock clock) {
        this.addFact = addFact;
        this.keepEvidence = keepEvidence;
        this.requests = requests;
        this.clock = clock;
    }

    /** Whether what comes under a key has come before. */
    @Transactional(readOnly = true)
    public boolean isTold(RequestKey key) {
        return requests.find(key).isPresent();
    }

    /** Adds it. */
    @Transactional
    public void tell(UUID complaint, String words, List<CleanFile> files, RequestKey key) {
        if (requests.keep(key, complaint, clock.instant()).isPresent()) {
            return;
        }
        addFact.add(complaint, words, Reporter.ACTOR);
        files.forEach(file -> keepEvidence.keep(complaint, file, Reporter.ACTOR));
    }
}
