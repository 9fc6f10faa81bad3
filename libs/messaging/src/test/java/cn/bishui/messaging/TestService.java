package cn.bishui.messaging;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service that tells and hears facts; named enforcement, whose topics it uses. */
@SpringBootApplication
class TestService {}
