package cn.bishui.permits;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.WorkingDays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Keeps units, outlets and discharge permits, and tells everybody which limits are in force. */
@SpringBootApplication
public class PermitsApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(PermitsApplication.class, arguments);
    }

    @Bean
    LegalClocks legalClocks() {
        return new LegalClocks(WorkingDays.china());
    }
}
