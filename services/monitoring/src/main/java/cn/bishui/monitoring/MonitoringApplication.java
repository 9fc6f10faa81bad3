package cn.bishui.monitoring;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.WorkingDays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class MonitoringApplication {

    public static void main(String[] args) {
        SpringApplication.run(MonitoringApplication.class, args);
    }

    @Bean
    LegalClocks legalClocks() {
        return new LegalClocks(WorkingDays.china());
    }
}
