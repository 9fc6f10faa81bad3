package cn.bishui.local;

import cn.bishui.keycloak.PlatformService;
import java.nio.file.Path;
import java.util.Map;

/** What the launcher tells each service, for comparison. */
public final class LauncherVariables {

    private LauncherVariables() {}

    /**
     * The variables of a service.
     *
     * @param secrets a directory for passwords
     */
    public static Map<String, String> of(PlatformService service, Path secrets) {
        return new ServiceVariables(
                        new PortPlan(0), LocalSecrets.ensure(secrets), "http://localhost:8180/realms/bishui")
                .of(service);
    }
}
