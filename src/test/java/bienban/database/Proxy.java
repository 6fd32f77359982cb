package bienban.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a database, which can be open, cut (nobody is there) or stalled (somebody is there and says nothing). */
final class Proxy {
    /** Test and profile are loaded apart, perhaps more than once; of this property all see one value. */
    private static final String MODE = "bienban.test.proxy";

    private static final int GLANCE_MILLISECONDS = 20;

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private String seen = "open";

    private Proxy(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        daemon(this::accept);
        daemon(this::watch);
    }

    /** The port of a new proxy. */
    static int before(int target) {
        try {
            return new Proxy(target).entrance.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when every proxy has seen it. */
    static void set(String mode) throws InterruptedException {
        System.setProperty(MODE, mode);
        Thread.sleep(20 * GLANCE_MILLISECONDS);
    }

    private static String mode() {
        return System.getProperty(MODE, "open");
    }

    private void watch() {
        while (true) {
            var mode = mode();
            // What was said while stalled is lost, so that such a connection is of no more use.
            if (!mode.equals(seen) && !mode.equals("stalled")) {
                sockets.forEach(Proxy::close);
                sockets.clear();
            }
            seen = mode;
            try {
                Thread.sleep(GLANCE_MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void accept() {
        while (true) {
            try {
                var client = entrance.accept();
                if (mode().equals("cut")) {
                    client.close();
                    continue;
                }
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                daemon(() -> pump(client, server));
                daemon(() -> pump(server, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[8192];
        try {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                if (!mode().equals("stalled")) {
                    to.getOutputStream().write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // One end is closed, and so is the other.
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed already.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
