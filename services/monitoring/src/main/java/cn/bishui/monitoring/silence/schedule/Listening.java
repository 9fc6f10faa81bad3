package cn.bishui.monitoring.silence.schedule;

import cn.bishui.monitoring.silence.WatchSilence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Notes every ten seconds that this replica listens: once its port is open, as long as Kafka takes packets and the database is there. */
@Component
class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private final WatchSilence watchSilence;

    Listening(WatchSilence watchSilence) {
        this.watchSilence = watchSilence;
    }

    @Scheduled(fixedDelay = 10_000)
    void note() {
        try {
            watchSilence.listen();
        } catch (DataAccessException | TransactionException e) {
            log.debug("not noted that the port is open", e);
        }
    }
}
