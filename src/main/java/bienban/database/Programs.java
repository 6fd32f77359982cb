package bienban.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs as a user whom they accept: they refuse to work for root. */
final class Programs {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final Path OWN_PROCESS = Path.of("/proc/self");
    /** In a user namespace without a mapping root keeps its files and yet is not called root. */
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private static final List<String> OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final Path root;
    private final Path home;
    private final List<String> prefix;

    record Result(boolean succeeded, String output) {}

    private Programs(Path root, Path home, List<String> prefix) {
        this.root = root;
        this.home = home;
        this.prefix = prefix;
    }

    static Programs unpackedIn(DataDirectory directory) throws IOException {
        var home = Archive.unpackInto(directory.binaries());
        return new Programs(directory.root(), home, isRoot() ? prefixForRoot() : List.of());
    }

    /** Only asked on Linux: elsewhere there is nothing to try, and initdb itself says what is wrong. */
    private static boolean isRoot() throws IOException {
        return Files.exists(OWN_PROCESS)
                && Files.getAttribute(OWN_PROCESS, "unix:uid").equals(ROOT);
    }

    private static List<String> prefixForRoot() {
        for (var prefix : List.of(NAMESPACE, OTHER_USER)) {
            if (works(prefix)) {
                return prefix;
            }
        }
        throw new IllegalStateException(
                "PostgreSQL refuses to run as root, and neither unshare nor setpriv works here. "
                        + "Start the service as an ordinary user or configure quarkus.datasource.jdbc.url.");
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    Result run(String program, Object... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        // A file, not a pipe: on Windows the server would inherit the pipe and never close it.
        var output = Files.createTempFile(root, program, ".out");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            process.getOutputStream().close();
            return new Result(process.waitFor() == 0, Files.readString(output).strip());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Gives root's files to the user that the programs run as, who may be another one than at the last start. */
    void handOver() throws IOException {
        if (prefix.isEmpty()) {
            return;
        }
        Integer owner = prefix.equals(OTHER_USER) ? NOBODY : ROOT;
        try (var paths = Files.walk(root)) {
            for (var path : paths.toList()) {
                if (!Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                        .equals(owner)) {
                    Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while a program of PostgreSQL ran", cause);
    }
}
