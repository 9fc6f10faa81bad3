package cn.bishui.monitoring.gap.schedule;

import cn.bishui.alarms.Alarm;
import cn.bishui.alarms.AlarmHandler;
import cn.bishui.monitoring.gap.FindGaps;
import org.springframework.stereotype.Component;

/** Rings when a device is to be looked at for missing records. */
@Component
class GapAlarm implements AlarmHandler {

    private final FindGaps findGaps;

    GapAlarm(FindGaps findGaps) {
        this.findGaps = findGaps;
    }

    @Override
    public String kind() {
        return FindGaps.ALARM;
    }

    @Override
    public void on(Alarm alarm) {
        findGaps.look(alarm.subject());
    }
}
