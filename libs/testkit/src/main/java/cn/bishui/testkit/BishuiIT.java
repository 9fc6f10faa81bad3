package cn.bishui.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * Runs the whole service on a random port, with a database of its own on a real PostgreSQL, a real Kafka with every
 * topic, and an issuer whose tokens the service's own decoder verifies. The servers start once per JVM.
 *
 * <p>The test's constructor may ask for any bean, and besides for a {@code RestTestClient}, a {@link FactProbe}, the
 * {@link SettableClock} and the {@link EndpointWalk}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface BishuiIT {}
