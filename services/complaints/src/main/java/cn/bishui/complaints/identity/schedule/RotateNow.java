package cn.bishui.complaints.identity.schedule;

import cn.bishui.complaints.identity.RotateIdentities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A new key comes with a restart, so soon after each start everything goes under it; what is kept by then is found later. */
@Component
@EnableScheduling
class RotateNow {

    private static final Logger log = LoggerFactory.getLogger(RotateNow.class);

    private final RotateIdentities rotateIdentities;

    RotateNow(RotateIdentities rotateIdentities) {
        this.rotateIdentities = rotateIdentities;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT6H")
    void rotate() {
        int rotated = rotateIdentities.rotate();
        if (rotated > 0) {
            log.info("{} identities are under the current key now", rotated);
        }
    }
}
