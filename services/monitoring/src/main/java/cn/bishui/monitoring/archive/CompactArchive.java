package cn.bishui.monitoring.archive;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Puts the small blocks of a quiet time together: what is compressed together is small. */
@Service
public class CompactArchive {

    private static final Logger log = LoggerFactory.getLogger(CompactArchive.class);

    private final RawPackets packets;
    private final Clock clock;

    CompactArchive(RawPackets packets, Clock clock) {
        this.packets = packets;
        this.clock = clock;
    }

    /** Does so for the hours and days that are over. */
    public void compact() {
        RawPackets.Compacted done = packets.compact(clock.instant());
        if (done.before() > 0) {
            log.debug("{} blocks of raw packets are {} now", done.before(), done.after());
        }
    }
}
