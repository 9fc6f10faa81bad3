package cn.bishui.disclosure;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that shows the public what was found and what came of it. */
@SpringBootApplication
public class DisclosureApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DisclosureApplication.class, arguments);
    }
}
