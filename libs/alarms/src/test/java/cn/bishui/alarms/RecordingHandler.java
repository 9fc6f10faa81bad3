package cn.bishui.alarms;

import java.sql.Timestamp;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what rang, and then does what the test wants done. */
@Component
class RecordingHandler implements AlarmHandler {

    static final String KIND = "recorded";

    private final JdbcClient jdbc;
    private final Map<String, Consumer<Alarm>> acts = new ConcurrentHashMap<>();

    RecordingHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What happens after an alarm of the subject is written down, and before the transaction ends. */
    void then(String subject, Consumer<Alarm> act) {
        acts.put(subject, act);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void on(Alarm alarm) {
        jdbc.sql("insert into rung (subject, moment) values (:subject, :moment)")
                .param("subject", alarm.subject())
                .param("moment", Timestamp.from(alarm.moment()))
                .update();
        acts.getOrDefault(alarm.subject(), _ -> {}).accept(alarm);
    }
}
