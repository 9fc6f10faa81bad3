package cn.bishui.bench;

import cn.bishui.alarms.Alarm;
import cn.bishui.alarms.AlarmHandler;
import cn.bishui.alarms.Alarms;
import cn.bishui.audit.Actor;
import cn.bishui.audit.AuditLog;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One replica of a service whose files have clocks, with the settings that every service has. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class AlarmsReplica {

    static final String KIND = "clock";

    /** How far a clock goes on when it has rung: it stays open, beyond the benchmark. */
    private static final Duration ON = Duration.ofDays(30);

    /**
     * Starts it.
     *
     * @param arguments JDBC address, user and password of the database
     */
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(AlarmsReplica.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setDefaultProperties(Map.of(
                "spring.application.name", "bench",
                "spring.main.keep-alive", "true",
                "spring.main.banner-mode", "off",
                "spring.datasource.url", arguments[0],
                "spring.datasource.username", arguments[1],
                "spring.datasource.password", arguments[2],
                "spring.datasource.hikari.maximum-pool-size", "10",
                "spring.flyway.locations", "classpath:db/audit,classpath:db/bench"));
        application.run();
    }

    @Bean
    AlarmHandler wakeFile(JdbcClient jdbc, ObjectProvider<Alarms> alarms, AuditLog audit) {
        return new WakeFile(jdbc, alarms, audit);
    }

    /** Does what a use case does: changes the file, tells a fact, writes the audit log, sets the clock's next moment. */
    private record WakeFile(JdbcClient jdbc, ObjectProvider<Alarms> alarms, AuditLog audit) implements AlarmHandler {

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void on(Alarm alarm) {
            jdbc.sql("select version from file where id = :id for update")
                    .param("id", alarm.subject())
                    .query(Integer.class)
                    .single();
            jdbc.sql("update file set version = version + 1 where id = :id")
                    .param("id", alarm.subject())
                    .update();
            jdbc.sql("insert into rung (subject, moment, body) values (:subject, :moment, :body)")
                    .param("subject", alarm.subject())
                    .param("moment", Timestamp.from(alarm.moment()))
                    .param(
                            "body",
                            "{\"subject\": \"" + alarm.subject()
                                    + "\", \"step\": \"overdue\", \"tells\": \"supervisor\"}")
                    .update();
            audit.record(
                    Actor.system("bench"),
                    "file.overdue",
                    alarm.subject(),
                    Map.of("moment", alarm.moment().toString()));
            alarms.getObject().set(alarm.subject(), alarm.moment().plus(ON), KIND);
        }
    }
}
