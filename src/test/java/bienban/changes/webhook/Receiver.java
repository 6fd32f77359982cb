package bienban.changes.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A server that is pinged. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final LinkedBlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private volatile int milliseconds;

    record Call(String path, String host, String id, String timestamp, String signature, String body) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
        var headers = exchange.getRequestHeaders();
        calls.add(new Call(
                exchange.getRequestURI().toString(),
                headers.getFirst("Host"),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
        var status = answers.poll();
        if (status != null && status == 302) {
            exchange.getResponseHeaders().set("Location", url("/elsewhere"));
        }
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
        inside.decrementAndGet();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The next answers; 204 after them. */
    void willAnswer(Integer... statuses) {
        answers.addAll(java.util.List.of(statuses));
    }

    void takesItsTime(int milliseconds) {
        this.milliseconds = milliseconds;
    }

    /** The next call, or null when none comes in time. */
    Call call(int seconds) throws InterruptedException {
        return calls.poll(seconds, TimeUnit.SECONDS);
    }

    int mostAtOnce() {
        return mostInside.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
