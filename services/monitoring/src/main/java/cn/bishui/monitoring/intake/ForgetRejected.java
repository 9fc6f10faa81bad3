package cn.bishui.monitoring.intake;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets rejected frames, and how many there were, when nobody asks for them any more. */
@Service
public class ForgetRejected {

    private final RejectedFrames frames;
    private final KeptFor keptFor;
    private final Clock clock;

    ForgetRejected(RejectedFrames frames, KeptFor keptFor, Clock clock) {
        this.frames = frames;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /** Forgets what is older than the settings say. */
    @Transactional
    public void forget() {
        Instant now = clock.instant();
        frames.forgetBefore(now.minus(keptFor.bytes()));
        frames.forgetCountsBefore(now.minus(keptFor.counts()));
    }
}
