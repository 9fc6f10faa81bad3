package cn.bishui.complaints.complaint.schedule;

import cn.bishui.complaints.complaint.RecountClocks;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** A new calendar of working days comes with a new version of this software, so each start counts anew. */
@Component
class RecountAtStart implements ApplicationRunner {

    private final RecountClocks recountClocks;

    RecountAtStart(RecountClocks recountClocks) {
        this.recountClocks = recountClocks;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        recountClocks.provisional().forEach(recountClocks::recount);
    }
}
