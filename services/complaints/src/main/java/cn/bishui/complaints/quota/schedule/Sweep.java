package cn.bishui.complaints.quota.schedule;

import cn.bishui.complaints.quota.Quota;
import cn.bishui.complaints.quota.Stamps;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clients' counts are kept for a day, used stamps until they would have run out. */
@Component
@EnableScheduling
class Sweep {

    private final Quota quota;
    private final Stamps stamps;

    Sweep(Quota quota, Stamps stamps) {
        this.quota = quota;
        this.stamps = stamps;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT20M")
    void sweep() {
        quota.forget();
        stamps.forget();
    }
}
