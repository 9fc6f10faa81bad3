package cn.bishui.web.audit;

import cn.bishui.audit.AuditAutoConfiguration;
import cn.bishui.audit.AuditReader;
import cn.bishui.audit.AuditVerifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Lets auditors look at the log of every service that keeps one. */
@AutoConfiguration(after = AuditAutoConfiguration.class)
@ConditionalOnBean(AuditVerifier.class)
public final class AuditWebAutoConfiguration {

    @Bean
    AuditController auditController(AuditVerifier verifier, AuditReader reader, ObjectProvider<AuditSight> sight) {
        return new AuditController(verifier, reader, sight.getIfAvailable(() -> (_, _) -> true));
    }
}
