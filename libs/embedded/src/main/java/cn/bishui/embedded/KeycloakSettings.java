package cn.bishui.embedded;

import java.nio.file.Path;

/**
 * What a Keycloak server needs to know.
 *
 * @param directory where its pid file is and where it runs
 * @param cache where its program is unpacked and built, shared by several servers
 * @param log the file its messages go to
 * @param port TCP port on 127.0.0.1 for people and services
 * @param managementPort TCP port on 127.0.0.1 for its health
 * @param jdbcUrl PostgreSQL database it keeps everything in
 * @param databaseUser owner of that database
 * @param databasePassword the owner's password
 * @param adminUser user who may administer it, made at the very first start
 * @param adminPassword that user's password
 * @param themes directory of login themes besides Keycloak's own, as {@code deploy/keycloak/themes}
 */
public record KeycloakSettings(
        Path directory,
        Path cache,
        Path log,
        int port,
        int managementPort,
        String jdbcUrl,
        String databaseUser,
        String databasePassword,
        String adminUser,
        String adminPassword,
        Path themes) {

    /** The address browsers and services use, and the start of every issuer. */
    public String url() {
        return "http://localhost:" + port;
    }
}
