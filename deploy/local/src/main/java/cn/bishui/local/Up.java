package cn.bishui.local;

import cn.bishui.embedded.Ports;
import cn.bishui.embedded.Server;
import cn.bishui.embedded.ServerFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code deploy/local/up}: starts the platform and watches over it until it is told to stop. */
public final class Up {

    private Up() {}

    /** Ends with 0 when stopped in good order, with 1 when the platform could not be started, with 2 on wrong options. */
    public static void main(String[] arguments) throws Exception {
        try {
            Options options = Options.parse(List.of(arguments));
            Home home = Home.of(System.getenv());
            PortPlan ports = PortPlan.of(System.getenv());
            home.create();
            System.exit(
                    options.background() && !options.supervisor()
                            ? Background.start(home, arguments)
                            : run(options, home, ports));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static int run(Options options, Home home, PortPlan ports) throws InterruptedException, IOException {
        var progress = new Progress(System.out);
        try (var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return alreadyRunning(options, home, progress);
            }
            return runAlone(options, home, ports, progress);
        }
    }

    private static int alreadyRunning(Options options, Home home, Progress progress) {
        String url = RunFile.publicUrl(home);
        if (options.fresh()) {
            System.err.println("Bishui is running, so its state stays: stop it with deploy/local/down first.");
            return 1;
        }
        progress.say("Bishui is running already; deploy/local/down stops it.");
        if (url != null) {
            progress.say("Bishui is ready at " + url);
        }
        return 0;
    }

    private static int runAlone(Options options, Home home, PortPlan ports, Progress progress)
            throws InterruptedException {
        var supervisor = new Supervisor(progress);
        var stopped = new CountDownLatch(1);
        var stop = new Thread(
                () -> {
                    supervisor.stop();
                    RunFile.delete(home);
                    stopped.countDown();
                },
                "stop");
        try {
            if (options.fresh()) {
                new Platform(home, ports).parts().reversed().forEach(Server::stopStale);
                home.wipe();
                home.create();
            }
            RunFile.write(home, ports);
            Runtime.getRuntime().addShutdownHook(stop);
            var platform = new Platform(home, ports);
            clearTheWay(platform, ports);
            new StartUp(home, ports, platform, supervisor, progress).run(options.empty());
            progress.say("");
            progress.say("  Accounts and their passwords: " + home.file("accounts.csv"));
            progress.say("  Logs: " + home.file("logs"));
            progress.say("Bishui is ready at " + ports.publicUrl());
            supervisor.watchUntilStopped();
            stopped.await();
            return 0;
        } catch (ServerFailed | Refusal | ApiRefused | UncheckedIOException e) {
            // A stop from outside makes starts fail; that is no failure to tell of.
            if (!supervisor.stopping()) {
                System.err.println(e.getMessage());
            }
            return 1;
        }
    }

    /** Stops what a killed run left, then makes sure that every port is free. */
    private static void clearTheWay(Platform platform, PortPlan ports) {
        platform.parts().reversed().forEach(Server::stopStale);
        ports.all().forEach((port, what) -> {
            if (Ports.taken(port)) {
                throw new Refusal("Port " + port + " is taken by another program and " + what
                        + " needs it: stop that program, or set BISHUI_PORT_OFFSET to shift every port.");
            }
        });
    }
}
