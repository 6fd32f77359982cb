package bienban.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bienban.database.EmbeddedServer.Access;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs real servers in JVMs of their own; the tests share one directory, and each uses a table of its own. */
class EmbeddedServerTest {
    @TempDir
    static Path shared;

    @Test
    void keepsDataOverARestart() throws Exception {
        try (var server = start()) {
            change(server, "create table kept_over_restart as select 'đã ghi' as note");
        }
        assertThat(postmaster()).as("the server ends with its JVM").isNull();
        try (var server = start()) {
            assertThat(ask(server.access(), "select note from kept_over_restart"))
                    .isEqualTo("đã ghi");
        }
    }

    @Test
    void findsTheServerAgainWhoseJvmWasKilled() throws Exception {
        var killed = start();
        change(killed, "create table kept_over_killed_jvm as select 1 as one");
        var orphan = postmaster();
        killed.kill();
        assertThat(runs(orphan)).as("the server outlives a killed JVM").isTrue();

        try (var server = start()) {
            assertThat(ask(server.access(), "select one from kept_over_killed_jvm"))
                    .isEqualTo("1");
            assertThat(runs(orphan)).as("two servers on one directory").isFalse();
        }
    }

    @Test
    void recoversWhenTheServerWasKilled() throws Exception {
        try (var killed = start()) {
            change(killed, "create table kept_over_killed_server as select 1 as one");
            kill(postmaster());
        }
        try (var server = start()) {
            assertThat(ask(server.access(), "select one from kept_over_killed_server"))
                    .isEqualTo("1");
        }
    }

    @Test
    void startsTheServerAgainAtTheSameAddressWhileTheJvmRuns() throws Exception {
        try (var server = start()) {
            change(server, "create table kept_over_watch as select 1 as one");
            var dead = postmaster();
            kill(dead);
            var deadline = System.nanoTime() + 30_000_000_000L;
            while (!answers(server.access()) && System.nanoTime() < deadline) {
                Thread.sleep(100);
            }
            assertThat(ask(server.access(), "select one from kept_over_watch")).isEqualTo("1");
            assertThat(postmaster().pid()).isNotEqualTo(dead.pid());
        }
        assertThat(postmaster()).as("the new server ends with its JVM").isNull();
    }

    private static boolean answers(Access access) {
        try {
            return ask(access, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    @Test
    void isNotMisledByAStrangerWithTheProcessIdOfADeadServer() throws Exception {
        var dead = start();
        dead.kill();
        kill(postmaster());
        var idFile = data().resolve("postmaster.pid");
        var lines = Files.readAllLines(idFile);
        var stranger = ProcessHandle.current();
        lines.set(0, String.valueOf(stranger.pid()));
        Files.write(idFile, lines);

        try (var server = start()) {
            assertThat(ask(server.access(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAfterALossOfPowerThatLeftAnEmptyProcessId() throws Exception {
        start().close();
        Files.createFile(data().resolve("postmaster.pid"));
        try (var server = start()) {
            assertThat(ask(server.access(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesASecondProcess() throws Exception {
        try (var server = start();
                var second = ServerProcess.start(shared, false)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.output()).contains(shared.toString(), "process " + server.id() + " is using it");
            assertThat(ask(server.access(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        start().close();
        var version = data().resolve("PG_VERSION");
        var own = Files.readString(version);
        Files.writeString(version, "14\n");
        try (var refused = ServerProcess.start(shared, false)) {
            assertThat(refused.exitCode()).isNotZero();
            assertThat(refused.output()).contains("its data is of PostgreSQL 14", "15.");
        } finally {
            Files.writeString(version, own);
        }
    }

    @Test
    void refusesADirectoryThatSomebodyElseFilled(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> new DataDirectory(directory, false).claim())
                .hasMessageContaining(directory + " cannot be used: it is not empty");
        assertThat(directory).isDirectoryContaining("glob:**thesis.txt");
        assertThat(directory.resolve("bienban.lock")).doesNotExist();
    }

    @Test
    void refusesADirectoryThatCannotBeMade(@TempDir Path directory) throws IOException {
        var file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> new DataDirectory(file.resolve("data"), false).claim())
                .hasMessageContaining(file + "/data cannot be used");
    }

    @Test
    void keepsEverythingFromOtherUsers() throws Exception {
        try (var server = start()) {
            assertThat(permissions(shared)).isEqualTo("rwx------");
            assertThat(permissions(data())).isEqualTo("rwx------");
            assertThat(permissions(shared.resolve("log"))).isEqualTo("rwx------");
            assertThat(permissions(shared.resolve("passwords"))).isEqualTo("rw-------");
            assertThat(server.access().password()).hasSizeGreaterThan(30);
        }
    }

    @Test
    void closesACopyThatWasPutBackOpenToOthers() throws Exception {
        start().close();
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(shared.resolve("passwords"), PosixFilePermissions.fromString("rw-r--r--"));
        try (var server = start()) {
            assertThat(ask(server.access(), "select 1")).isEqualTo("1");
            assertThat(permissions(data())).isEqualTo("rwx------");
            assertThat(permissions(shared.resolve("passwords"))).isEqualTo("rw-------");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (var server = start()) {
            var access = server.access();
            for (var user : new String[] {"bienban", "bienban_app", "postgres"}) {
                assertThatThrownBy(() -> connect(new Access(access.url(), user, "wrong")))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(Files.readAllLines(data().resolve("pg_hba.conf")))
                    .containsExactly("host all all 127.0.0.1/32 scram-sha-256");
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws Exception {
        try (var server = start()) {
            assertThat(ask(server.access(), "show listen_addresses")).isEqualTo("127.0.0.1");
            var port = URI.create(server.access().url().substring("jdbc:".length()))
                    .getPort();
            assertThat(Path.of("/tmp/.s.PGSQL." + port)).doesNotExist();
            for (var network : NetworkInterface.networkInterfaces().toList()) {
                for (var address : network.inetAddresses().toList()) {
                    assertThat(accepts(new InetSocketAddress(address, port)))
                            .as(address.toString())
                            .isEqualTo(address.getHostAddress().equals("127.0.0.1"));
                }
            }
        }
    }

    @Test
    void writesSafelyAndComparesByCodePoint() throws Exception {
        try (var server = start()) {
            assertThat(ask(server.access(), "show fsync")).isEqualTo("on");
            assertThat(ask(server.access(), "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server.access(), "show data_checksums")).isEqualTo("on");
            assertThat(ask(server.access(), "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(server.access(), "show lc_collate")).isEqualTo("C");
        }
    }

    @Test
    void startsAgainForTheSameJvmWhenTheServerWasKilled(@TempDir Path directory) throws Exception {
        var own = new DataDirectory(directory, true);
        var first = EmbeddedServer.in(own);
        assertThat(EmbeddedServer.in(own))
                .as("the running server is used again")
                .isEqualTo(first);
        kill(postmaster(own.data()));
        var second = EmbeddedServer.in(own);
        assertThat(ask(second, "select 1")).isEqualTo("1");
        assertThat(second.url()).as("connections know no other address").isEqualTo(first.url());
        // Its hook runs when this JVM ends, too late for the directory's own clean-up.
        kill(postmaster(own.data()));
    }

    @Test
    void leavesNothingOfATemporaryServerButItsPrograms(@TempDir Path directory) throws Exception {
        try (var server = ServerProcess.start(directory, true)) {
            change(server, "create table gone_at_the_end as select 1 as one");
            assertThat(ask(server.access(), "show fsync")).isEqualTo("off");
        }
        try (var entries = Files.list(directory)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("bienban.lock", "binaries");
        }
    }

    private static ServerProcess start() throws IOException {
        var server = ServerProcess.start(shared, false);
        assertThat(server.access()).as(server.output()).isNotNull();
        return server;
    }

    private static Path data() {
        return shared.resolve("data");
    }

    private static ProcessHandle postmaster() throws IOException {
        return postmaster(data());
    }

    private static ProcessHandle postmaster(Path data) throws IOException {
        var idFile = data.resolve("postmaster.pid");
        if (!Files.exists(idFile)) {
            return null;
        }
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(idFile).get(0)))
                .orElse(null);
    }

    private static void kill(ProcessHandle process) throws InterruptedException {
        process.destroyForcibly();
        while (runs(process)) {
            Thread.sleep(10);
        }
    }

    /** A dead process that nobody has collected yet still counts as alive, but it has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.info().command().isPresent();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static boolean accepts(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, 2000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Connection connect(Access access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.username(), access.password());
    }

    private static void change(ServerProcess server, String statementText) throws SQLException {
        try (var connection = connect(server.access());
                var statement = connection.createStatement()) {
            statement.execute(statementText);
        }
    }

    private static String ask(Access access, String query) throws SQLException {
        try (var connection = connect(access);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
