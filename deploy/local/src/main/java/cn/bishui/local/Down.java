package cn.bishui.local;

import cn.bishui.embedded.ChildProcess;
import cn.bishui.embedded.Server;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code deploy/local/down}: stops the platform, and whatever a killed launcher left of it. */
public final class Down {

    /** Services get half a minute to finish, side by side, then the servers below them. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private Down() {}

    /** Ends with 0 whether or not something ran. */
    public static void main(String[] arguments) {
        try {
            Home home = Home.of(System.getenv());
            if (!Files.isDirectory(home.directory())) {
                System.out.println("Bishui is not running.");
                return;
            }
            @Nullable PortPlan ports = RunFile.ports(home);
            boolean stopped = ChildProcess.stopRecorded(home.pid("launcher"), PATIENCE);
            if (Files.isDirectory(home.file("secrets"))) {
                // The ports do not matter for stopping.
                new Platform(home, ports == null ? new PortPlan(0) : ports)
                        .parts()
                        .reversed()
                        .forEach(Server::stopStale);
                ChildProcess.stopRecorded(home.pid("simulator"), PATIENCE);
            }
            System.out.println(stopped ? "Bishui is stopped." : "Bishui is not running.");
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
