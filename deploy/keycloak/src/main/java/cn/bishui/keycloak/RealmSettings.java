package cn.bishui.keycloak;

import java.util.Map;

/**
 * What differs between two deployments' realms.
 *
 * @param publicUrl the platform's address in a browser, without a slash at its end
 * @param portalUrl the portal's address for Keycloak, which tells it of every sign-out
 * @param portalSecret the portal's client secret
 * @param kafkaSecrets client secret with which each service gets its Kafka tokens, by service name
 * @param scripts whether a client for scripts exists ({@code bishui-cli}) that changes a password for a token
 */
public record RealmSettings(
        String publicUrl, String portalUrl, String portalSecret, Map<String, String> kafkaSecrets, boolean scripts) {

    /** Copies the secrets. */
    public RealmSettings {
        kafkaSecrets = Map.copyOf(kafkaSecrets);
    }
}
