package cn.bishui.audit;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service that keeps an audit log. */
@SpringBootApplication
class TestService {}
