package cn.bishui.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks a distribution once into a directory that several runs, even at the same time, may share. */
final class Unpacked {

    private Unpacked() {}

    /** Opens the archive to unpack. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** Unpacks a tar.xz archive to {@code target} unless it is there already. */
    static Path tarXz(Source source, Path target) {
        return once(target, directory -> {
            try (var archive = new TarArchiveInputStream(
                    new XZCompressorInputStream(new BufferedInputStream(source.open())), "UTF-8")) {
                extract(archive, directory);
            }
        });
    }

    /**
     * Unpacks a zip archive to {@code target} unless it is there already, without the one directory that all its entries
     * are in, and has it finished before it is visible there.
     */
    static Path zip(Source source, Path target, Extraction finish) {
        return once(target, directory -> {
            try (var archive = new ZipArchiveInputStream(new BufferedInputStream(source.open()))) {
                extract(archive, directory);
            }
            Path only = onlyEntry(directory);
            Path inner = directory.resolveSibling(directory.getFileName() + ".inner");
            delete(inner);
            Files.move(only, inner);
            Files.delete(directory);
            Files.move(inner, directory);
            finish.into(directory);
        });
    }

    private static Path onlyEntry(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> all = entries.toList();
            if (all.size() != 1) {
                throw new IOException("one directory expected, not " + all);
            }
            return all.getFirst();
        }
    }

    /** Fills or finishes a directory. */
    interface Extraction {
        void into(Path directory) throws IOException;
    }

    private static Path once(Path wanted, Extraction extraction) {
        Path target = wanted.toAbsolutePath().normalize();
        Path parent = Objects.requireNonNull(target.getParent());
        try {
            Files.createDirectories(parent);
            Path lock = parent.resolve(target.getFileName() + ".lock");
            // A second thread of this JVM waits for the monitor, a second JVM for the file lock.
            synchronized (Unpacked.class) {
                try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    if (held.isValid() && !Files.isDirectory(target)) {
                        Path unfinished = parent.resolve(target.getFileName() + ".unfinished");
                        delete(unfinished);
                        Files.createDirectories(unfinished);
                        extraction.into(unfinished);
                        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
            return target;
        } catch (IOException e) {
            throw new ServerFailed("could not unpack to " + target + ": " + e.getMessage(), e);
        }
    }

    private static <E extends ArchiveEntry> void extract(ArchiveInputStream<E> archive, Path directory)
            throws IOException {
        E entry;
        while ((entry = archive.getNextEntry()) != null) {
            Path path = directory.resolve(entry.getName()).normalize();
            if (!path.startsWith(directory)) {
                throw new IOException("entry outside the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            if (entry instanceof TarArchiveEntry tar && tar.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(tar.getLinkName()));
            } else {
                Files.copy(archive, path, StandardCopyOption.REPLACE_EXISTING);
                if (executable(entry)) {
                    Files.setPosixFilePermissions(path, withExecution(Files.getPosixFilePermissions(path)));
                }
            }
        }
    }

    private static boolean executable(ArchiveEntry entry) {
        int mode = switch (entry) {
            case TarArchiveEntry tar -> tar.getMode();
            case ZipArchiveEntry zip -> zip.getUnixMode();
            default -> 0;
        };
        // A zip read as a stream does not know its modes: scripts are told by their name.
        return (mode & 0100) != 0 || entry.getName().endsWith(".sh");
    }

    private static Set<PosixFilePermission> withExecution(Set<PosixFilePermission> permissions) {
        var wider = EnumSet.of(PosixFilePermission.OWNER_EXECUTE);
        wider.addAll(permissions);
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
            wider.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            wider.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return wider;
    }

    /** Deletes a directory and all in it; nothing happens when it is not there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
