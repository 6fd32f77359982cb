package bienban.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The data that PostgreSQL calls a cluster, and the server process over it. */
final class Cluster {
    static final String SUPERUSER = "postgres";

    private static final int START_ATTEMPTS = 3;
    /** What is a letter and which is its capital; systems know one or another. The order is always that of the code points. */
    private static final List<String> CHARACTER_TYPES = List.of("C.UTF-8", "en_US.UTF-8", "English_United States");

    private static final String ACCESS_RULES = "host all all 127.0.0.1/32 scram-sha-256\n";
    private static final String SETTINGS = """
            # Written at every start. Settings of your own go below the include line of postgresql.conf.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            port = %s
            max_connections = 40
            shared_buffers = '256MB'
            # The binaries come without a compiler for queries.
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            # One log file a day, overwritten after a week.
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgresql-%%a.log'
            log_truncate_on_rotation = on
            fsync = %s
            """;

    private final DataDirectory directory;
    private final Programs programs;
    private final Path data;

    Cluster(DataDirectory directory, Programs programs) {
        this.directory = directory;
        this.programs = programs;
        this.data = directory.data();
    }

    /** Starts the server on a free port and returns the port. */
    String start() throws IOException, SQLException {
        return start(null);
    }

    /** Starts the server on the port that it had before, because there are connections that know no other. */
    String start(String earlierPort) throws IOException, SQLException {
        stopLeftover();
        directory.discardTemporary();
        directory.prepare();
        programs.handOver();
        if (Files.exists(data)) {
            refuseOtherVersion();
        } else {
            initialize();
        }
        var port = startServer(earlierPort);
        try {
            Database.ensureIn(directory, port);
        } catch (IOException | SQLException | RuntimeException e) {
            stop();
            throw e;
        }
        return port;
    }

    /** Whether the process that wrote its number still has a program; a dead one that nobody collects has none. */
    boolean runs() throws IOException {
        var idFile = data.resolve("postmaster.pid");
        if (!Files.exists(idFile)) {
            return false;
        }
        var id = Files.readString(idFile).lines().findFirst().orElse("");
        return id.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(id))
                        .flatMap(process -> process.info().command())
                        .isPresent();
    }

    /** Lets the connections end for a moment, for the service is ending at the same time, and then cuts them. */
    void stop() throws IOException {
        if (directory.temporary() || !stop("smart", 5)) {
            stop("fast", 60);
        }
        directory.discardTemporary();
    }

    private boolean stop(String mode, int seconds) throws IOException {
        return programs.run("pg_ctl", "stop", "-s", "-w", "-t", seconds, "-m", mode, "-D", data)
                .succeeded();
    }

    /** A server whose JVM was killed lives on. */
    private void stopLeftover() throws IOException {
        var idFile = data.resolve("postmaster.pid");
        if (!Files.exists(idFile)) {
            return;
        }
        var id = Files.readString(idFile).lines().findFirst().orElse("");
        if (!id.matches("\\d+")) {
            // The machine lost its power before the file was written.
            Files.delete(idFile);
            return;
        }
        var process = ProcessHandle.of(Long.parseLong(id));
        // An unknown program may well be PostgreSQL.
        var program = Path.of(process.flatMap(one -> one.info().command()).orElse("postgres"));
        var stranger = !program.getFileName().toString().startsWith("postgres");
        if (program.startsWith(directory.binaries().toRealPath())) {
            stop("fast", 60);
        } else if (stranger || isZombie(id)) {
            // PostgreSQL would take that process for the server. A stranger gets its number when a container starts
            // again; a dead one is never collected when the JVM is the first process of its container.
            Files.delete(idFile);
        }
    }

    private static boolean isZombie(String id) throws IOException {
        var status = Path.of("/proc", id, "stat");
        return Files.exists(status) && Files.readString(status).contains(") Z ");
    }

    private void refuseOtherVersion() throws IOException {
        var kept = Files.readString(data.resolve("PG_VERSION")).strip();
        var ours = programs.run("postgres", "--version").output();
        if (!ours.startsWith("postgres (PostgreSQL) " + kept + ".")) {
            throw directory.refused("its data is of PostgreSQL %s, the programs are %s".formatted(kept, ours), null);
        }
    }

    /** The data appears under its name only when it is complete. */
    private void initialize() throws IOException {
        var unfinished = data.resolveSibling("unfinished");
        Files.deleteIfExists(directory.passwords());
        directory.makePasswords();
        var failure = "";
        for (var characterType : CHARACTER_TYPES) {
            DataDirectory.delete(unfinished);
            programs.handOver();
            var result = programs.run("initdb", initdbArguments(unfinished, characterType));
            if (result.succeeded()) {
                Files.writeString(
                        unfinished.resolve("postgresql.conf"), "include 'bienban.conf'\n", StandardOpenOption.APPEND);
                Files.writeString(unfinished.resolve("pg_hba.conf"), ACCESS_RULES);
                Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
            failure = result.output();
            if (!failure.contains("invalid locale name")) {
                break;
            }
        }
        throw directory.refused("initdb failed: " + failure, null);
    }

    private Object[] initdbArguments(Path target, String characterType) {
        var arguments = new ArrayList<Object>(List.of("-D", target, "-U", SUPERUSER, "-E", "UTF8"));
        arguments.addAll(List.of("--locale=C", "--lc-ctype=" + characterType, "-T", "simple", "--data-checksums"));
        // From the first moment nobody gets in without the password.
        arguments.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + directory.passwords()));
        if (directory.temporary()) {
            arguments.add("--no-sync");
        }
        return arguments.toArray();
    }

    /** Tries again, for another program may take the port, and children of a killed server may still be about to end. */
    private String startServer(String earlierPort) throws IOException {
        var log = directory.log().resolve("start.log");
        for (int attempt = 1; ; attempt++) {
            var port = earlierPort == null ? freePort() : earlierPort;
            Files.writeString(
                    data.resolve("bienban.conf"), SETTINGS.formatted(port, directory.temporary() ? "off" : "on"));
            Files.deleteIfExists(log);
            programs.handOver();
            var result = programs.run("pg_ctl", "start", "-s", "-w", "-t", 300, "-D", data, "-l", log);
            if (result.succeeded()) {
                return port;
            }
            if (attempt == START_ATTEMPTS) {
                var said = Files.exists(log) ? Files.readString(log) : "";
                throw directory.refused("PostgreSQL does not start: %s %s".formatted(result.output(), said), null);
            }
            pause();
        }
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            throw Programs.interrupted(e);
        }
    }
}
