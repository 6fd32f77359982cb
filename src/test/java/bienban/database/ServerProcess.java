package bienban.database;

import bienban.database.EmbeddedServer.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;

/** A JVM of its own that runs the embedded server until its input ends. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private final Access access;
    private final String output;

    public static void main(String[] arguments) throws IOException {
        var access = EmbeddedServer.in(new DataDirectory(Path.of(arguments[0]), Boolean.parseBoolean(arguments[1])));
        System.out.println(READY + String.join(" ", access.url(), access.username(), access.password()));
        System.in.transferTo(System.err);
    }

    private ServerProcess(Process process, Access access, String output) {
        this.process = process;
        this.access = access;
        this.output = output;
    }

    /** Returns when the server is ready or has refused to start. */
    static ServerProcess start(Path directory, boolean temporary) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        ServerProcess.class.getName(),
                        directory.toString(),
                        String.valueOf(temporary))
                .redirectErrorStream(true)
                .start();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        var lines = new ArrayList<String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(READY)) {
                var parts = line.split(" ", -1);
                return new ServerProcess(process, new Access(parts[1], parts[2], parts[3]), String.join("\n", lines));
            }
            lines.add(line);
        }
        return new ServerProcess(process, null, String.join("\n", lines));
    }

    Access access() {
        return access;
    }

    String output() {
        return output;
    }

    long id() {
        return process.pid();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** As the kernel does when memory runs out: no hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
