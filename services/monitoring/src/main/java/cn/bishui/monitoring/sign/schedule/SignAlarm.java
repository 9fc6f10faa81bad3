package cn.bishui.monitoring.sign.schedule;

import cn.bishui.alarms.Alarm;
import cn.bishui.alarms.AlarmHandler;
import cn.bishui.monitoring.sign.LookForSigns;
import org.springframework.stereotype.Component;

/** Rings when a device is to be looked at for signs of tampering. */
@Component
class SignAlarm implements AlarmHandler {

    private final LookForSigns lookForSigns;

    SignAlarm(LookForSigns lookForSigns) {
        this.lookForSigns = lookForSigns;
    }

    @Override
    public String kind() {
        return LookForSigns.ALARM;
    }

    @Override
    public void on(Alarm alarm) {
        lookForSigns.look(alarm.subject());
    }
}
