package cn.bishui.local;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Leaves a supervisor running in a session of its own, and shows what it says until the platform is ready. */
final class Background {

    private static final String READY = "Bishui is ready at ";

    private Background() {}

    /** Ends with 0 once the platform is ready, else with what the supervisor ended with. */
    static int start(Home home, String[] arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString());
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Up.class.getName()));
        command.addAll(List.of(arguments));
        command.add(Options.SUPERVISOR);
        Path log = home.file("run").resolve("launcher.out");
        Files.deleteIfExists(log);
        Process supervisor = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile())
                .start();
        return follow(supervisor, log);
    }

    private static int follow(Process supervisor, Path log) throws IOException, InterruptedException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                boolean ended = !supervisor.isAlive();
                String line = file.readLine();
                while (line != null) {
                    String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                    System.out.println(text);
                    if (text.startsWith(READY)) {
                        return 0;
                    }
                    line = file.readLine();
                }
                if (ended) {
                    return supervisor.exitValue();
                }
                supervisor.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
    }
}
