package cn.bishui.monitoring.intake.schedule;

import cn.bishui.monitoring.intake.ForgetRejected;
import cn.bishui.monitoring.intake.Logbook;
import cn.bishui.monitoring.intake.WriteLogbook;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes the logbook twice a second and when the service stops; a page that cannot be written waits for the next time. */
@Component
class LogbookWriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogbookWriter.class);

    private final Logbook logbook;
    private final WriteLogbook writeLogbook;
    private final ForgetRejected forgetRejected;
    private final ReentrantLock writing = new ReentrantLock();
    private boolean failing;
    private volatile boolean running;

    LogbookWriter(Logbook logbook, WriteLogbook writeLogbook, ForgetRejected forgetRejected) {
        this.logbook = logbook;
        this.writeLogbook = writeLogbook;
        this.forgetRejected = forgetRejected;
    }

    @Scheduled(fixedRate = 500)
    void write() {
        if (!writing.tryLock()) {
            return;
        }
        try {
            Logbook.Page page = logbook.take();
            if (!page.isEmpty()) {
                write(page);
            }
        } finally {
            writing.unlock();
        }
    }

    private void write(Logbook.Page page) {
        try {
            writeLogbook.write(page);
            failing = false;
        } catch (DataAccessException | TransactionException e) {
            logbook.putBack(page);
            if (!failing) {
                failing = true;
                log.warn("refused packets and rejected frames cannot be written, they wait: {}", e.getMessage());
            }
        }
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "${bishui.web.zone}")
    void forget() {
        forgetRejected.forget();
    }

    @Override
    public void start() {
        running = true;
    }

    /** After the last connection is closed, before the database goes. */
    @Override
    public void stop() {
        running = false;
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
