package cn.bishui.keycloak;

import jakarta.ws.rs.core.Response;

/** Reads the answers of Keycloak's administration interface that are not checked by its client. */
final class Responses {

    private Responses() {}

    /** The id of what was created; throws when nothing was. */
    static String createdId(Response response, String what) {
        try (response) {
            if (response.getStatus() != Response.Status.CREATED.getStatusCode()) {
                throw new IllegalStateException("Keycloak did not create " + what + ": HTTP " + response.getStatus()
                        + " " + response.readEntity(String.class));
            }
            String path = response.getLocation().getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
