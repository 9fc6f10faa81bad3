package cn.bishui.complaints;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.clocks.Profile;
import cn.bishui.clocks.WorkingDays;
import cn.bishui.complaints.complaint.ComplaintSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The law's time limits, or the stricter ones that the province or city sets. */
    @Bean
    LegalClocks legalClocks(ComplaintSettings settings) throws IOException {
        LegalClocks law = new LegalClocks(WorkingDays.china());
        Path profile = settings.profile();
        if (profile == null) {
            return law;
        }
        try (Reader reader = Files.newBufferedReader(profile)) {
            return law.with(Profile.read(reader));
        }
    }
}
