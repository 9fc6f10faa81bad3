package cn.bishui.web.audit;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A service with a database and not one endpoint of its own. */
@SpringBootApplication
class AuditedService {

    /** Nobody reads what was done to these. */
    static final String CLOSED = "closed/";

    @Bean
    AuditSight sight() {
        return (person, subject) -> person.username().equals("cdi-head") && !subject.startsWith(CLOSED);
    }
}
