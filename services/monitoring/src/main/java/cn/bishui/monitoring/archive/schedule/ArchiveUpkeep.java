package cn.bishui.monitoring.archive.schedule;

import cn.bishui.monitoring.archive.CompactArchive;
import cn.bishui.monitoring.archive.ForgetArchive;
import cn.bishui.monitoring.archive.RawPackets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes room for the months of receipt, puts small blocks together every hour, and forgets old months every night. */
@Component
class ArchiveUpkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ArchiveUpkeep.class);

    private static final int MONTHS_BACK = 1;
    private static final int MONTHS_AHEAD = 2;

    private final RawPackets packets;
    private final CompactArchive compactArchive;
    private final ForgetArchive forgetArchive;
    private final Clock clock;
    private volatile boolean running;

    ArchiveUpkeep(RawPackets packets, CompactArchive compactArchive, ForgetArchive forgetArchive, Clock clock) {
        this.packets = packets;
        this.compactArchive = compactArchive;
        this.forgetArchive = forgetArchive;
        this.clock = clock;
    }

    @Scheduled(cron = "0 8 * * * *", zone = "${bishui.web.zone}")
    void everyHour() {
        quietly("put together", compactArchive::compact);
    }

    @Scheduled(cron = "0 25 2 * * *", zone = "${bishui.web.zone}")
    void everyNight() {
        quietly("given room", this::prepare);
        quietly("forgotten", forgetArchive::forget);
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            log.warn("raw packets could not be {}, tried again later: {}", what, e.getMessage());
        }
    }

    private void prepare() {
        LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        for (int i = -MONTHS_BACK; i <= MONTHS_AHEAD; i++) {
            packets.prepareMonth(month.plusMonths(i));
        }
    }

    @Override
    public void start() {
        prepare();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the consumers. */
    @Override
    public int getPhase() {
        return 0;
    }
}
