package cn.bishui.monitoring.load.schedule;

import cn.bishui.alarms.Alarm;
import cn.bishui.alarms.AlarmHandler;
import cn.bishui.monitoring.load.AccountLoads;
import org.springframework.stereotype.Component;

/** Rings when a load is to be accounted for. */
@Component
class LoadAlarm implements AlarmHandler {

    private final AccountLoads accountLoads;

    LoadAlarm(AccountLoads accountLoads) {
        this.accountLoads = accountLoads;
    }

    @Override
    public String kind() {
        return AccountLoads.ALARM;
    }

    @Override
    public void on(Alarm alarm) {
        accountLoads.account(alarm.subject());
    }
}
