package cn.bishui.monitoring.archive;

import cn.bishui.monitoring.intake.KeptFor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets raw packets that nobody has to keep any more, by whole months. */
@Service
public class ForgetArchive {

    private static final Logger log = LoggerFactory.getLogger(ForgetArchive.class);

    private final RawPackets packets;
    private final KeptFor keptFor;
    private final Clock clock;

    ForgetArchive(RawPackets packets, KeptFor keptFor, Clock clock) {
        this.packets = packets;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /** Forgets the months that ended before the settings say. */
    @Transactional
    public void forget() {
        int months =
                packets.forgetMonthsBefore(LocalDate.ofInstant(clock.instant().minus(keptFor.raw()), ZoneOffset.UTC));
        if (months > 0) {
            log.info("raw packets of {} months were older than {} and are forgotten", months, keptFor.raw());
        }
    }
}
