package cn.bishui.complaints.complaint.schedule;

import cn.bishui.alarms.Alarm;
import cn.bishui.alarms.AlarmHandler;
import cn.bishui.complaints.complaint.TellWhatIsDue;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Rings when a complaint's clocks next want attention. */
@Component
class ComplaintClockAlarm implements AlarmHandler {

    private static final String SUBJECT = "complaint/";

    private final TellWhatIsDue tellWhatIsDue;

    ComplaintClockAlarm(TellWhatIsDue tellWhatIsDue) {
        this.tellWhatIsDue = tellWhatIsDue;
    }

    @Override
    public String kind() {
        return "complaint-clock";
    }

    @Override
    public void on(Alarm alarm) {
        tellWhatIsDue.tell(UUID.fromString(alarm.subject().substring(SUBJECT.length())), alarm.moment());
    }
}
