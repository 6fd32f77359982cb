package bienban.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The directory of one server. A temporary server lives in a part of its own, so that it can never delete kept data. */
record DataDirectory(Path root, boolean temporary) {
    /** A freshly formatted volume is not empty. */
    private static final Set<String> IGNORED = Set.of("lost+found");

    DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    private Path home() {
        return temporary ? root.resolve("temporary") : root;
    }

    Path data() {
        return home().resolve("data");
    }

    Path log() {
        return home().resolve("log");
    }

    Path passwords() {
        return home().resolve("passwords");
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    /** Holds the directory for this JVM until the channel is closed. */
    FileChannel claim() {
        var lockFile = root.resolve("bienban.lock");
        try {
            if (Files.exists(root) && !Files.exists(lockFile) && !isEmpty()) {
                throw refused("it is not empty and was not made by this service", null);
            }
            Files.createDirectories(root);
            restrict(root, "rwx------");
            var channel = FileChannel.open(lockFile, CREATE, WRITE);
            // Only the last byte is locked: on Windows a locked byte cannot be read, and others shall read the process
            // id.
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
                channel.close();
                throw refused("process " + Files.readString(lockFile) + " is using it", null);
            }
            channel.truncate(0)
                    .write(StandardCharsets.UTF_8.encode(
                            String.valueOf(ProcessHandle.current().pid())));
            return channel;
        } catch (IOException e) {
            throw refused(e.toString(), e);
        }
    }

    IllegalStateException refused(String reason, Exception cause) {
        return new IllegalStateException("The database directory %s cannot be used: %s".formatted(root, reason), cause);
    }

    private boolean isEmpty() throws IOException {
        try (var entries = Files.list(root)) {
            return entries.allMatch(
                    entry -> IGNORED.contains(entry.getFileName().toString()));
        }
    }

    /** A copy put back from elsewhere may be open to others; PostgreSQL would refuse it. */
    void prepare() throws IOException {
        Files.createDirectories(log());
        for (var folder : List.of(home(), log(), data())) {
            restrict(folder, "rwx------");
        }
        restrict(passwords(), "rw-------");
    }

    void discardTemporary() throws IOException {
        if (temporary) {
            delete(home());
        }
    }

    /** Makes the passwords of the superuser and of the service; also read by initdb, which takes the first line. */
    void makePasswords() throws IOException {
        var file = Files.createFile(passwords());
        restrict(file, "rw-------");
        // Lost with the power while the data is kept, they would lock the service out.
        Files.write(file, List.of(randomPassword(), randomPassword()), SYNC, WRITE);
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static void restrict(Path path, String permissions) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        var wanted = PosixFilePermissions.fromString(permissions);
        if (view != null
                && Files.exists(path)
                && !view.readAttributes().permissions().equals(wanted)) {
            view.setPermissions(wanted);
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
