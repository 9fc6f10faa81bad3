package cn.bishui.keycloak;

import java.util.List;

/**
 * A service of the platform, as {@code services.csv} lists them: the one place that the launcher and the realm read.
 *
 * @param name its name, which is also its database, its login role, its Kafka user and the audience of its tokens
 * @param port its TCP port on one machine
 * @param database whether it keeps a database
 * @param kafka whether it is a client of Kafka
 */
public record PlatformService(String name, int port, boolean database, boolean kafka) {

    /** Every service, in the order in which they are best started. */
    public static List<PlatformService> all() {
        return DataFile.rows("services.csv").stream()
                .map(row -> new PlatformService(
                        row.get(0),
                        Integer.parseInt(row.get(1)),
                        Boolean.parseBoolean(row.get(2)),
                        Boolean.parseBoolean(row.get(3))))
                .toList();
    }
}
