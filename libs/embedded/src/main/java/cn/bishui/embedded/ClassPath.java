package cn.bishui.embedded;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The jars this JVM runs on, from which child JVMs get theirs. */
final class ClassPath {

    private ClassPath() {}

    /** Every entry of this JVM's class path, with the entries that a jar made only of a manifest stands for. */
    static Set<Path> entries() {
        var entries = new LinkedHashSet<Path>();
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .forEach(entry -> add(entry.toAbsolutePath(), entries));
        return entries;
    }

    private static void add(Path entry, Set<Path> entries) {
        if (!Files.exists(entry) || !entries.add(entry) || !entry.toString().endsWith(".jar")) {
            return;
        }
        try (var jar = new JarFile(entry.toFile())) {
            Manifest manifest = jar.getManifest();
            String classPath =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (classPath != null) {
                for (String reference : classPath.strip().split(" +", -1)) {
                    URI target = entry.toUri().resolve(reference);
                    if (target.getScheme().equals("file")) {
                        add(Path.of(target), entries);
                    }
                }
            }
        } catch (IOException e) {
            throw new ServerFailed("class path entry " + entry + " is not readable: " + e.getMessage(), e);
        }
    }

    /**
     * The jars of the named artifacts, in that order.
     *
     * @param artifacts artifact names without version; where two artifacts have one name (Jackson 2 and 3), with a colon
     *     and the version's beginning
     */
    static List<Path> jarsOf(List<String> artifacts) {
        Set<Path> entries = entries();
        var jars = new ArrayList<Path>();
        for (String artifact : artifacts) {
            jars.add(entries.stream()
                    .filter(entry -> isJarOf(entry, artifact))
                    .findFirst()
                    .orElseThrow(() -> new ServerFailed("the jar " + artifact + " is missing on the class path")));
        }
        return jars;
    }

    private static boolean isJarOf(Path entry, String artifact) {
        String name = String.valueOf(entry.getFileName());
        String prefix = artifact.replace(':', '-') + (artifact.contains(":") ? "" : "-");
        return name.endsWith(".jar")
                && name.startsWith(prefix)
                && (artifact.contains(":")
                        || (name.length() > prefix.length() && Character.isDigit(name.charAt(prefix.length()))));
    }

    /** The {@code java} program that runs this JVM. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A text as one argument in a file of arguments for {@code java @file}, whatever characters it has. */
    static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
