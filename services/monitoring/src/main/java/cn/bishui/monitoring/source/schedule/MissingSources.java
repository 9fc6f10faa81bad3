package cn.bishui.monitoring.source.schedule;

import cn.bishui.monitoring.source.MissSources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every hour which sources are missing; two replicas that look at once say it once. */
@Component
class MissingSources {

    private static final Logger log = LoggerFactory.getLogger(MissingSources.class);

    private final MissSources missSources;

    MissingSources(MissSources missSources) {
        this.missSources = missSources;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void look() {
        try {
            missSources.look();
        } catch (DataAccessException | TransactionException e) {
            log.warn("sources without data cannot be looked up, again in an hour: {}", e.getMessage());
        }
    }
}
