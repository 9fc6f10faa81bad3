package cn.bishui.complaints;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.WorkingDays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Takes complaints about pollution on every channel and sees each to its answer in time. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ComplaintsApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(ComplaintsApplication.class, arguments);
    }

    @Bean
    LegalClocks legalClocks() {
        return new LegalClocks(WorkingDays.china());
    }
}
