package bienban.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, as they lie in the class path. */
final class Archive {
    private static final int ANY_EXECUTE_BIT = 0111;

    private Archive() {}

    /** Unpacks the programs unless that has been done; the archive's hash names the place, because it does not tell its version. */
    static Path unpackInto(Path binaries) throws IOException {
        byte[] archive;
        try (var in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), System.getProperty("os.arch"))) {
            archive = in.readAllBytes();
        }
        var home = binaries.resolve(hash(archive));
        if (!Files.exists(home)) {
            // Versions of earlier releases go, and whatever a killed process left half unpacked.
            DataDirectory.delete(binaries);
            var unfinished = binaries.resolve("unfinished");
            extract(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    private static String system() {
        var name = System.getProperty("os.name");
        if (name.startsWith("Windows")) {
            return "Windows";
        }
        return name.startsWith("Mac") ? "Darwin" : name;
    }

    private static String hash(byte[] archive) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    private static void extract(byte[] archive, Path target) throws IOException {
        try (var xz = new XZInputStream(new ByteArrayInputStream(archive));
                var tar = new TarArchiveInputStream(new BufferedInputStream(xz))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target.resolve(entry.getName()));
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & ANY_EXECUTE_BIT) != 0) {
            DataDirectory.restrict(path, "rwx------");
        }
    }
}
