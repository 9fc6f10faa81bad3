package cn.bishui.monitoring.reading.schedule;

import cn.bishui.monitoring.reading.Packets;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes room for the months around this one: before the first packet is read, and every night, when indexes are tidied too. */
@Component
class PacketMonths implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PacketMonths.class);

    private static final int MONTHS_BACK = 3;
    private static final int MONTHS_AHEAD = 2;

    private final Packets packets;
    private final Clock clock;
    private volatile boolean running;

    PacketMonths(Packets packets, Clock clock) {
        this.packets = packets;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 2 * * *", zone = "${bishui.web.zone}")
    void prepareQuietly() {
        try {
            prepare();
            int indexes = packets.tidy();
            log.debug("{} indexes of packets were built anew", indexes);
        } catch (DataAccessException e) {
            log.warn(
                    "the coming months could not be prepared, or indexes not be built anew, tried again tomorrow: {}",
                    e.getMessage());
        }
    }

    private void prepare() {
        LocalDate month = LocalDate.now(clock).withDayOfMonth(1);
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
