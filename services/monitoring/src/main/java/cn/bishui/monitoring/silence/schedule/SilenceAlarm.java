package cn.bishui.monitoring.silence.schedule;

import cn.bishui.alarms.Alarm;
import cn.bishui.alarms.AlarmHandler;
import cn.bishui.monitoring.silence.WatchSilence;
import org.springframework.stereotype.Component;

/** Rings when a device would be silent if nothing had come from it. */
@Component
class SilenceAlarm implements AlarmHandler {

    private final WatchSilence watchSilence;

    SilenceAlarm(WatchSilence watchSilence) {
        this.watchSilence = watchSilence;
    }

    @Override
    public String kind() {
        return WatchSilence.ALARM;
    }

    @Override
    public void on(Alarm alarm) {
        watchSilence.look(alarm.subject());
    }
}
