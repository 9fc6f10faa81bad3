package cn.bishui.monitoring.reading.schedule;

import cn.bishui.monitoring.reading.ForgetUnusable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class NightlyForgetting {

    private final ForgetUnusable forgetUnusable;

    NightlyForgetting(ForgetUnusable forgetUnusable) {
        this.forgetUnusable = forgetUnusable;
    }

    @Scheduled(cron = "0 45 3 * * *", zone = "${bishui.web.zone}")
    void forget() {
        forgetUnusable.forget();
    }
}
