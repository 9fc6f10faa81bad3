package cn.bishui.testkit;

import java.time.ZoneId;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives a service under test the environment that every service has, and the test's own beans. */
record BishuiContextCustomizer() implements ContextCustomizer {

    private static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        Servers.Database database = TestServers.newDatabase();
        String kafka = TestServers.bootstrapServers();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "bishui-testkit",
                        Map.of(
                                "BISHUI_DB_URL", database.url(),
                                "BISHUI_DB_USER", database.user(),
                                "BISHUI_DB_PASSWORD", database.password(),
                                "BISHUI_KAFKA", kafka,
                                "BISHUI_ISSUER", LocalIssuer.started().issuer(),
                                "BISHUI_PORT", "0",
                                "BISHUI_ZONE", DISTRICT.getId(),
                                "BISHUI_HJ212_PORT", "0",
                                "bishui.messaging.give-up-after", "2s")));
        BeanDefinitionRegistry beans = (BeanDefinitionRegistry) context.getBeanFactory();
        RootBeanDefinition clock = new RootBeanDefinition(SettableClock.class, () -> new SettableClock(DISTRICT));
        clock.setPrimary(true);
        beans.registerBeanDefinition("settableClock", clock);
        beans.registerBeanDefinition("factProbe", new RootBeanDefinition(FactProbe.class, () -> new FactProbe(kafka)));
        beans.registerBeanDefinition(
                "endpointWalk", new RootBeanDefinition(EndpointWalk.class, () -> new EndpointWalk(context)));
    }

    /** Every primary clock of a service is this one. */
    static void reset(ApplicationContext context) {
        context.getBeanProvider(SettableClock.class).ifAvailable(SettableClock::reset);
    }
}
