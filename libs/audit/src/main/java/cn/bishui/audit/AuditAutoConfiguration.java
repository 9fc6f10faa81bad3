package cn.bishui.audit;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service with a database its audit log. The tables come from {@code classpath:db/audit}. */
@AutoConfiguration(after = {JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
@ConditionalOnSingleCandidate(JdbcTemplate.class)
public final class AuditAutoConfiguration {

    @Bean
    AuditTable auditTable(JdbcTemplate template) {
        return new AuditTable(template);
    }

    @Bean
    JdbcAuditLog auditLog(AuditTable table, ObjectProvider<Clock> clock) {
        return new JdbcAuditLog(table, clock.getIfUnique(Clock::systemUTC));
    }

    @Bean
    AuditVerifier auditVerifier(AuditTable table, PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new AuditVerifier(table, snapshot);
    }

    @Bean
    AuditAnchors auditAnchors(AuditTable table, PlatformTransactionManager transactions, ObjectProvider<Clock> clock) {
        return new AuditAnchors(table, new TransactionTemplate(transactions), clock.getIfUnique(Clock::systemUTC));
    }
}
