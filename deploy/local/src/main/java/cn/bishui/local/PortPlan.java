package cn.bishui.local;

import cn.bishui.keycloak.PlatformService;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every TCP port of the local platform.
 *
 * @param offset added to each, so that a second platform runs beside a first
 */
record PortPlan(int offset) {

    private static final int HIGHEST = 65_535;

    PortPlan {
        if (offset < 0 || offset + 19_093 > HIGHEST) {
            throw new Refusal("BISHUI_PORT_OFFSET has to be from 0 to 46442, not " + offset + ".");
        }
    }

    static PortPlan of(Map<String, String> environment) {
        String text = environment.getOrDefault("BISHUI_PORT_OFFSET", "0");
        try {
            return new PortPlan(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new Refusal("BISHUI_PORT_OFFSET has to be a number, not " + text + ".");
        }
    }

    int postgres() {
        return offset + 15_432;
    }

    int keycloak() {
        return offset + 8180;
    }

    int keycloakManagement() {
        return offset + 8190;
    }

    int kafka() {
        return offset + 9092;
    }

    int kafkaController() {
        return offset + 19_093;
    }

    int kafkaInternal() {
        return offset + 19_092;
    }

    int hj212() {
        return offset + 9212;
    }

    int service(PlatformService service) {
        return offset + service.port();
    }

    String publicUrl() {
        return "http://localhost:" + (offset + 8080);
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloak();
    }

    /** Every port with what needs it. */
    Map<Integer, String> all() {
        var ports = new LinkedHashMap<Integer, String>();
        ports.put(postgres(), "PostgreSQL");
        ports.put(keycloak(), "Keycloak");
        ports.put(keycloakManagement(), "Keycloak");
        ports.put(kafka(), "Kafka");
        ports.put(kafkaInternal(), "Kafka");
        ports.put(kafkaController(), "Kafka");
        PlatformService.all().forEach(service -> ports.put(service(service), "the service " + service.name()));
        ports.put(hj212(), "the service monitoring, for devices,");
        return ports;
    }
}
