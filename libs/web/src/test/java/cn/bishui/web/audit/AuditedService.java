package cn.bishui.web.audit;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service with a database and not one endpoint of its own. */
@SpringBootApplication
class AuditedService {}
