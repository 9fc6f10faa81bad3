package cn.bishui.web.rows;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Lists for every service that has a database. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
@ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class})
public final class RowsAutoConfiguration {

    @Bean
    Lists lists(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new Lists(jdbc, transactions);
    }
}
