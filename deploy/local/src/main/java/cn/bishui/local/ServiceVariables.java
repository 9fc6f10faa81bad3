package cn.bishui.local;

import cn.bishui.keycloak.PlatformService;
import cn.bishui.keycloak.Secrets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What each service is told by environment variables; the same names as in compose and in the chart.
 *
 * @param ports where everything is on this machine
 * @param secrets the passwords
 * @param issuer the realm's address
 */
record ServiceVariables(PortPlan ports, Secrets secrets, String issuer) {

    Map<String, String> of(PlatformService service) {
        var variables = new HashMap<String, String>();
        variables.put("BISHUI_PORT", Integer.toString(ports.service(service)));
        variables.put("BISHUI_ISSUER", issuer);
        variables.put("BISHUI_ZONE", "Asia/Shanghai");
        if (service.database()) {
            variables.put("BISHUI_DB_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service.name());
            variables.put("BISHUI_DB_USER", service.name());
            variables.put("BISHUI_DB_PASSWORD", secrets.databasePassword(service.name()));
        }
        if (service.kafka()) {
            variables.put("BISHUI_KAFKA", "127.0.0.1:" + ports.kafka());
            variables.put("BISHUI_KAFKA_TOKEN_URL", issuer + "/protocol/openid-connect/token");
            variables.put("BISHUI_KAFKA_CLIENT_ID", service.name());
            variables.put("BISHUI_KAFKA_CLIENT_SECRET", secrets.kafkaSecret(service.name()));
        }
        if (service.name().equals("monitoring")) {
            variables.put("BISHUI_HJ212_PORT", Integer.toString(ports.hj212()));
            variables.put("BISHUI_MONITORING_KEY", secrets.read(Secrets.MONITORING_KEY));
            secrets.find(Secrets.MONITORING_OLD_KEYS)
                    .ifPresent(keys -> variables.put("BISHUI_MONITORING_OLD_KEYS", keys));
        }
        if (service.name().equals("complaints")) {
            variables.put("BISHUI_COMPLAINTS_KEY", secrets.read(Secrets.COMPLAINTS_KEY));
            secrets.find(Secrets.COMPLAINTS_OLD_KEYS)
                    .ifPresent(keys -> variables.put("BISHUI_COMPLAINTS_OLD_KEYS", keys));
            // one-time codes go to a page instead of to a telephone, on this platform only
            variables.put("BISHUI_SMS", "local");
        }
        if (service.name().equals("portal")) {
            variables.put("BISHUI_PUBLIC_URL", ports.publicUrl());
            variables.put("BISHUI_PORTAL_CLIENT_SECRET", secrets.portalSecret());
            PlatformService.all().stream()
                    .filter(other -> !other.equals(service))
                    .forEach(other -> variables.put(
                            "BISHUI_" + other.name().toUpperCase(Locale.ROOT) + "_URL",
                            "http://localhost:" + ports.service(other)));
        }
        return Map.copyOf(variables);
    }
}
