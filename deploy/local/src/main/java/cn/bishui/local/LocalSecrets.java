package cn.bishui.local;

import cn.bishui.keycloak.PlatformService;
import cn.bishui.keycloak.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Supplier;

/** Passwords and keys of this machine's platform: made once, kept where only their owner reads them. */
final class LocalSecrets {

    private LocalSecrets() {}

    /** Makes those that are missing, and returns all. */
    static Secrets ensure(Path directory) {
        var names = new ArrayList<String>();
        names.add(Secrets.POSTGRES);
        names.add(Secrets.KEYCLOAK_ADMIN);
        names.add(Secrets.KAFKA_BROKER);
        names.add("keycloak/BISHUI_DB_PASSWORD");
        names.add("portal/BISHUI_PORTAL_CLIENT_SECRET");
        for (PlatformService service : PlatformService.all()) {
            if (service.database()) {
                names.add(service.name() + "/BISHUI_DB_PASSWORD");
            }
            if (service.kafka()) {
                names.add(service.name() + "/BISHUI_KAFKA_CLIENT_SECRET");
            }
        }
        names.forEach(name -> make(directory.resolve(name), () -> Secrets.random(32)));
        make(directory.resolve(Secrets.COMPLAINTS_KEY), Secrets::randomKey);
        make(directory.resolve(Secrets.MONITORING_KEY), Secrets::randomKey);
        return new Secrets(directory, Map.of());
    }

    private static void make(Path file, Supplier<String> secret) {
        if (!Files.exists(file)) {
            Home.writePrivate(file, secret.get() + "\n");
        }
    }
}
