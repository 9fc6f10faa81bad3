package cn.bishui.checks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.bishui.checks.Dockerfile.Instruction;
import cn.bishui.keycloak.PlatformService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** deploy/images/Dockerfile: what can be known of it without building it. */
class DockerfileTests {

    private static final Dockerfile DOCKERFILE = new Dockerfile();
    private static final Pattern FROM_STAGE = Pattern.compile("--from=(\\S+)");

    @Test
    void pinsWhatItStartsFrom() {
        assertThat(DOCKERFILE.stages().keySet()).allSatisfy(stage -> {
            String base = DOCKERFILE.base(stage);
            if (stage.equals("keycloak")) {
                assertThat(base).isEqualTo("quay.io/keycloak/keycloak:" + Repository.version("keycloak.version"));
            } else if (!DOCKERFILE.stages().containsKey(base)) {
                assertThat(base)
                        .matches("eclipse-temurin:\\d+\\.\\d+\\.\\d+_\\d+-(jdk|jre)-noble")
                        .startsWith("eclipse-temurin:" + Repository.version("java.version") + ".");
            }
        });
    }

    @Test
    void runsOnTheJavaItIsBuiltWith() {
        assertThat(DOCKERFILE.base("runtime").replace("-jre-", "-jdk-")).isEqualTo(DOCKERFILE.base("build"));
    }

    @Test
    void copiesWhatIsThere() {
        var earlier = new ArrayList<String>();
        DOCKERFILE.stages().forEach((stage, instructions) -> {
            for (Instruction copy : named("COPY", instructions)) {
                var from = FROM_STAGE.matcher(copy.arguments());
                if (from.find()) {
                    assertThat(earlier).contains(from.group(1));
                } else {
                    copy.words()
                            .subList(0, copy.words().size() - 1)
                            .forEach(source ->
                                    assertThat(Repository.file(source)).exists());
                }
            }
            earlier.add(stage);
        });
    }

    private static List<Instruction> named(String name, List<Instruction> instructions) {
        return instructions.stream()
                .filter(instruction -> instruction.name().equals(name))
                .toList();
    }

    @Test
    void takesTheJarsThatTheModulesMake() {
        assertThat(DOCKERFILE.last("unpacked", "RUN").arguments())
                .contains("services/\"$SERVICE\"/target/bishui-\"$SERVICE\"-*.jar");
        assertThat(PlatformService.all())
                .filteredOn(service -> Files.exists(Repository.file("services/" + service.name())))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(Repository.read("services/" + service.name() + "/pom.xml"))
                        .contains("<artifactId>bishui-" + service.name() + "</artifactId>")
                        .contains("<artifactId>spring-boot-maven-plugin</artifactId>"));
        assertThat(DOCKERFILE.last("setup", "COPY").words())
                .contains("/src/deploy/keycloak/target/bishui-keycloak-*.jar", "/src/deploy/keycloak/target/lib/*.jar");
        assertThat(Repository.read("deploy/keycloak/pom.xml"))
                .contains("<artifactId>bishui-keycloak</artifactId>")
                .contains("<outputDirectory>${project.build.directory}/lib</outputDirectory>");
    }

    @Test
    void sendsToTheBuildWhatItNeeds() {
        assertThat(Repository.read(".dockerignore").lines())
                .contains("**/target", ".git", ".bishui")
                .noneMatch(line -> List.of("mvnw", ".mvn", "libs", "services", "deploy", "pom.xml", "*", "**")
                        .contains(line));
        assertThat(Files.isExecutable(Repository.file("mvnw"))).isTrue();
    }

    @Test
    void givesTheSecretsToWhoeverReadsThem() {
        String mounted = "/run/secrets/bishui";
        assertThat(DOCKERFILE.last("service", "ENV").arguments())
                .isEqualTo("SPRING_CONFIG_IMPORT=optional:configtree:" + mounted + "/");
        assertThat(Compose.container("realm").texts("volumes")).containsExactly("secrets:" + mounted + ":ro");
        assertThat(Repository.read("deploy/keycloak/src/main/java/cn/bishui/keycloak/Setup.java"))
                .contains("getOrDefault(\"BISHUI_SECRETS\", \"" + mounted + "\")");
    }

    @Test
    void runsAsNobodyInParticular() {
        assertThat(List.of("setup", "service"))
                .allSatisfy(stage ->
                        assertThat(DOCKERFILE.last(stage, "USER").arguments()).isEqualTo("10001"));
    }

    @Test
    void hasTheStagesThatAreBuilt() {
        assertThat(Compose.containers().values())
                .filteredOn(container -> container.has("build"))
                .allSatisfy(container -> assertThat(DOCKERFILE.stages()).containsKey(container.text("build.target")));
    }

    @Test
    void startsJavaWithOptionsThatItKnows() {
        for (String stage : List.of("setup", "service")) {
            var command = new ArrayList<String>();
            for (String word : DOCKERFILE.last(stage, "ENTRYPOINT").strings()) {
                if (word.equals("-jar") || word.equals("-cp")) {
                    break;
                }
                command.add(word);
            }
            command.set(
                    0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-version");
            assertThat(Programs.run(command.toArray(String[]::new)))
                    .as(stage)
                    .satisfies(ended ->
                            assertThat(ended.status()).as(ended.output()).isZero());
        }
    }

    @Test
    void startsAClassThatExists() throws ClassNotFoundException {
        String main = DOCKERFILE.last("setup", "ENTRYPOINT").strings().getLast();
        assertThat(Class.forName(main).getMethods())
                .anyMatch(method -> method.getName().equals("main"));
    }
}
