package cn.bishui.enforcement;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.WorkingDays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The enforcement service. */
@SpringBootApplication
public class EnforcementApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(EnforcementApplication.class, arguments);
    }

    @Bean
    LegalClocks legalClocks() {
        return new LegalClocks(WorkingDays.china());
    }
}
