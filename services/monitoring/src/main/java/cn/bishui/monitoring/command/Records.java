package cn.bishui.monitoring.command;

import cn.bishui.hj212.Cn;
import cn.bishui.hj212.Command;
import java.time.Duration;

/** Records of a period that devices keep and send. */
public enum Records {
    /** Of an hour (CN 2061). */
    HOURS("hour-records", Cn.HOUR, Command.History.Of.HOURS, Duration.ofHours(1)),
    /** Of a day (CN 2031). */
    DAYS("day-records", Cn.DAY, Command.History.Of.DAYS, Duration.ofDays(1));

    private final String kind;
    private final int cn;
    private final Command.History.Of history;
    private final Duration period;

    Records(String kind, String cn, Command.History.Of history, Duration period) {
        this.kind = kind;
        this.cn = Integer.parseInt(cn);
        this.history = history;
        this.period = period;
    }

    /** Kind of the order that asks for them. */
    public String kind() {
        return kind;
    }

    /** Command number under which they come. */
    public int cn() {
        return cn;
    }

    /** How long a record's period is. */
    public Duration period() {
        return period;
    }

    Command.History.Of history() {
        return history;
    }
}
