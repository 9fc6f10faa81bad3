package cn.bishui.monitoring.reading;

import cn.bishui.monitoring.intake.KeptFor;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets packets of no use when nobody asks for them any more. */
@Service
public class ForgetUnusable {

    private final UnusablePackets packets;
    private final KeptFor keptFor;
    private final Clock clock;

    ForgetUnusable(UnusablePackets packets, KeptFor keptFor, Clock clock) {
        this.packets = packets;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /** Forgets those that are older than the settings say. */
    @Transactional
    public void forget() {
        packets.forgetBefore(clock.instant().minus(keptFor.bytes()));
    }
}
