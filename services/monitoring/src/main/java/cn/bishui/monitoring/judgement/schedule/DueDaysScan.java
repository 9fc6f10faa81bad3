package cn.bishui.monitoring.judgement.schedule;

import cn.bishui.monitoring.judgement.DueDays.DeviceDay;
import cn.bishui.monitoring.judgement.JudgeDueDays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every second which days are due. Each is judged in a transaction of its own; of several replicas one does it. */
@Component
class DueDaysScan {

    private static final Logger log = LoggerFactory.getLogger(DueDaysScan.class);

    private final JudgeDueDays judgeDueDays;
    private volatile boolean failing;

    DueDaysScan(JudgeDueDays judgeDueDays) {
        this.judgeDueDays = judgeDueDays;
    }

    @Scheduled(fixedDelay = 1000)
    void scan() {
        try {
            List<DeviceDay> due = judgeDueDays.due();
            due.forEach(this::judge);
            failing = false;
        } catch (DataAccessException | TransactionException e) {
            if (!failing) {
                failing = true;
                log.warn("days cannot be judged, they wait: {}", e.getMessage());
            }
        }
    }

    /** One that fails holds up no other; it is tried again later. */
    private void judge(DeviceDay day) {
        try {
            judgeDueDays.judge(day);
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("could not judge {}, trying again later", day, e);
            judgeDueDays.putOff(day);
        }
    }
}
