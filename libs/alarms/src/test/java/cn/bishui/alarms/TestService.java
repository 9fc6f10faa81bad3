package cn.bishui.alarms;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service with alarms. */
@SpringBootApplication
class TestService {}
