package cn.bishui.local;

import cn.bishui.keycloak.Post;
import cn.bishui.keycloak.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The order in which the parts come up. */
final class StartUp {

    private final Home home;
    private final PortPlan ports;
    private final Platform platform;
    private final Supervisor supervisor;
    private final Progress progress;

    StartUp(Home home, PortPlan ports, Platform platform, Supervisor supervisor, Progress progress) {
        this.home = home;
        this.ports = ports;
        this.platform = platform;
        this.supervisor = supervisor;
        this.progress = progress;
    }

    void run(boolean empty) {
        var accounts = new Accounts(home.file("accounts.csv"));
        try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?> unpacking = CompletableFuture.runAsync(platform::unpackServices, side);
            progress.step("PostgreSQL", () -> {
                supervisor.start(platform.postgres());
                platform.createDatabases();
            });
            progress.step("Keycloak's program", platform.keycloak()::prepare);
            progress.step("Keycloak", () -> supervisor.start(platform.keycloak()));
            CompletableFuture<?> people = provision(accounts, side);
            progress.step("Kafka", () -> {
                supervisor.start(platform.kafka());
                platform.createTopics();
            });
            join(unpacking);
            startServices(side);
            join(people);
        }
        if (!empty && platform.has("permits") && platform.has("monitoring")) {
            progress.step("Demo district", () -> demo(accounts));
        }
    }

    /** The realm before anything needs a token; the accounts besides, for only people need them. */
    private CompletableFuture<?> provision(Accounts accounts, Executor side) {
        Path stamp = home.file("run").resolve("realm.stamp");
        String wanted = fingerprint();
        try {
            if (Files.exists(stamp)
                    && Files.readString(stamp).equals(wanted)
                    && !accounts.passwords().isEmpty()) {
                return CompletableFuture.completedFuture(null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.step("Realm with bureaus and posts", () -> {
            try (Realm realm = platform.realm()) {
                realm.ensure(platform.realmSettings());
            }
        });
        return CompletableFuture.runAsync(
                () -> {
                    try (Realm realm = platform.realm()) {
                        accounts.ensure(realm);
                    }
                    Home.writePrivate(stamp, wanted);
                },
                side);
    }

    /** Changes with whatever the realm is made from: its settings, its posts, the program that makes it. */
    private String fingerprint() {
        try {
            Path program = Path.of(Realm.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            String text = platform.realmSettings()
                    + Post.all().toString()
                    + Files.size(program)
                    + Files.getLastModifiedTime(program);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void startServices(Executor side) {
        var starting = platform.services().stream()
                .map(service -> CompletableFuture.runAsync(
                        () -> {
                            long start = System.nanoTime();
                            supervisor.start(service);
                            progress.done(service.name(), Duration.ofNanos(System.nanoTime() - start));
                        },
                        side))
                .toList();
        starting.forEach(StartUp::join);
    }

    private void demo(Accounts accounts) {
        Path devices = home.file("devices.csv");
        var tokens = new Tokens(ports.keycloakUrl(), accounts.passwords());
        var district = new DemoDistrict(devices, tokens, platform.url("permits"), platform.url("monitoring"));
        district.load();
        new DemoNetwork(tokens, platform.url("monitoring")).load();
        district.loadStations();
        new DemoComplaints(tokens, platform.url("complaints")).load();
        supervisor.start(new Simulator(home, devices, ports.hj212()));
    }

    private static void join(CompletableFuture<?> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
