package bienban.correction;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from. What a proxy says of it counts where the server is configured to trust that proxy. */
@ApplicationScoped
class Sender {
    /** The part of an IPv6 address that a provider gives to one customer. */
    private static final int CUSTOMER_BYTES = 8;

    private final CurrentVertxRequest current;

    Sender(CurrentVertxRequest current) {
        this.current = current;
    }

    String address() {
        var remote = current.getCurrent().request().remoteAddress();
        var host = remote.hostAddress() == null ? String.valueOf(remote.host()) : remote.hostAddress();
        // Only what is written in numbers has colons, so that no name is looked up.
        return host.contains(":") ? customer(host) : host;
    }

    private static String customer(String host) {
        try {
            var address = InetAddress.getByName(host.replaceAll("%.*", ""));
            return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), CUSTOMER_BYTES));
        } catch (UnknownHostException e) {
            return host;
        }
    }
}
