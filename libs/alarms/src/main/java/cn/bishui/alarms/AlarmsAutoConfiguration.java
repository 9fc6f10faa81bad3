package cn.bishui.alarms;

import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service with a database its alarms, their table with them. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
public final class AlarmsAutoConfiguration {

    @Bean
    AlarmTable alarmTable(JdbcClient jdbc) {
        return new AlarmTable(jdbc);
    }

    @Bean
    AlarmHandlers alarmHandlers(ObjectProvider<AlarmHandler> handlers) {
        return new AlarmHandlers(handlers::stream);
    }

    @Bean
    Alarms alarms(AlarmTable table, AlarmHandlers handlers, ObjectProvider<Clock> clock, AlarmRinger ringer) {
        return new JdbcAlarms(table, handlers, clock.getIfUnique(Clock::systemUTC), ringer::wake);
    }

    /**
     * Rings the alarms.
     *
     * @param workers how many a replica acts on at a time; each takes a connection of the pool while it does
     */
    @Bean
    AlarmRinger alarmRinger(
            AlarmTable table,
            AlarmHandlers handlers,
            PlatformTransactionManager transactions,
            ObjectProvider<Clock> clock,
            @Value("${bishui.alarms.workers:4}") int workers) {
        return new AlarmRinger(
                table, handlers, withinAClaim(transactions), clock.getIfUnique(Clock::systemUTC), workers);
    }

    static TransactionTemplate withinAClaim(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setTimeout(Math.toIntExact(AlarmRinger.CLAIM.toSeconds()));
        return template;
    }

    /** The table comes with the service's own migrations. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Flyway.class, FlywayConfigurationCustomizer.class})
    static class Migration {

        /**
         * Adds the table's migration. A service that was there before the alarms has later versions already: only there
         * the order of versions cannot hold.
         */
        @Bean
        FlywayConfigurationCustomizer alarmMigration() {
            return flyway -> {
                flyway.locations(Stream.concat(
                                Arrays.stream(flyway.getLocations()).map(Location::getDescriptor),
                                Stream.of("classpath:db/alarms"))
                        .toArray(String[]::new));
                flyway.outOfOrder(flyway.isOutOfOrder() || isBehind(flyway));
            };
        }

        private static boolean isBehind(FluentConfiguration flyway) {
            return Arrays.stream(Flyway.configure()
                            .configuration(flyway)
                            .load()
                            .info()
                            .all())
                    .anyMatch(migration -> migration.getState() == MigrationState.IGNORED
                            && migration.getScript().endsWith("__alarm.sql"));
        }
    }
}
