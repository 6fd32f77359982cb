package bienban.security.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, on free ports, with a database that ends with it. */
final class PackagedService implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile(
            "Listening on: http://[^:]+:(\\d+).*Management interface listening on http://([^:]+):(\\d+)");
    private static final int PATIENCE_SECONDS = 180;

    private final Process process;
    private final BlockingQueue<String> coming = new LinkedBlockingQueue<>();
    private final List<String> lines = new ArrayList<>();
    private int port;
    private int managementPort;
    private String managementHost;

    private PackagedService(Process process) {
        this.process = process;
        var reader = process.inputReader(StandardCharsets.UTF_8);
        var thread = new Thread(() -> gather(reader), "packaged-service-output");
        thread.setDaemon(true);
        thread.start();
    }

    private void gather(BufferedReader output) {
        try {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                coming.add(line);
            }
        } catch (IOException e) {
            // The process was ended, and its output with it.
        }
    }

    /** Returns when it listens or has ended. */
    static PackagedService start(Path directory, String... settings) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=0");
        command.add("-Dquarkus.management.port=0");
        command.add("-Dbienban.sample-data=false");
        command.add("-Dbienban.database.temporary=true");
        command.add("-Dbienban.database.directory=" + directory);
        Arrays.stream(settings).map(setting -> "-D" + setting).forEach(command::add);
        command.add("-jar");
        command.add(JAR.toString());
        var service = new PackagedService(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        service.awaitListening();
        return service;
    }

    private void awaitListening() throws InterruptedException {
        var line = awaitLine(LISTENING);
        var found = LISTENING.matcher(line == null ? "" : line);
        if (found.find()) {
            port = Integer.parseInt(found.group(1));
            managementHost = found.group(2);
            managementPort = Integer.parseInt(found.group(3));
        }
    }

    /** The next line that holds the pattern; null when the process ended, or time did, without one. */
    String awaitLine(Pattern pattern) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            var line = coming.poll(200, TimeUnit.MILLISECONDS);
            if (line != null) {
                lines.add(line);
                if (pattern.matcher(line).find()) {
                    return line;
                }
            } else if (!process.isAlive()) {
                return null;
            }
        }
        return null;
    }

    boolean listens() {
        return port > 0 && process.isAlive();
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    String managementHost() {
        return managementHost;
    }

    String output() {
        return String.join("\n", lines);
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(60, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        process.onExit().join();
    }
}
