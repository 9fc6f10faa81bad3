package cn.bishui.monitoring;

import cn.bishui.testkit.BishuiIT;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Runs monitoring with a {@link Stage}, and with little patience where that shortens a test. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BishuiIT
@Import(Stage.class)
@TestPropertySource(
        properties = {
            "bishui.hj212.frame-timeout=1s",
            "bishui.hj212.max-refusals=5",
            "bishui.device-keys.key=kY0pQ3rS8uVwXyZ1aB2cD4eF6gH7iJ9kL0mN5oP3qR4="
        })
@interface MonitoringIT {}
