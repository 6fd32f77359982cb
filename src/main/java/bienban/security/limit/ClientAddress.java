package bienban.security.limit;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from. Behind proxies the header that they write is read from its end, each address being vouched for by
 * the one after it, until one is met that is not trusted: what a caller writes there himself stands further to the front.
 */
@Singleton
public class ClientAddress {
    private static final Pattern FORWARDED_FOR =
            Pattern.compile("(?i)(?:^|;)\\s*for=(?:\"([^\"]*)\"|([^;\\s]*))\\s*(?=;|$)");
    private static final String UNKNOWN = "0.0.0.0";
    private static final int IPV6_CUSTOMER_BITS = 64;

    private final List<Network> trusted;
    private final String header;

    ClientAddress(
            @ConfigProperty(name = "bienban.trusted-proxies") Optional<List<String>> trusted,
            @ConfigProperty(name = "bienban.forwarded-header", defaultValue = "X-Forwarded-For") String header) {
        this.trusted = trusted.orElse(List.of()).stream().map(Network::of).toList();
        this.header = header;
    }

    /** The numeric address, never a name. */
    public String of(HttpServerRequest request) {
        return of(peer(request), request.headers().getAll(header));
    }

    String of(String peer, List<String> headers) {
        var client = plain(peer).orElse(UNKNOWN);
        var named = named(headers);
        for (int i = named.size() - 1; i >= 0 && isTrusted(client); i--) {
            var before = plain(named.get(i));
            if (before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return client;
    }

    private static String peer(HttpServerRequest request) {
        var peer =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        return peer == null ? UNKNOWN : peer;
    }

    /** Whether the one at the other end of the connection may speak for others. */
    public boolean isProxied(HttpServerRequest request) {
        return plain(peer(request)).filter(this::isTrusted).isPresent();
    }

    /** What limits count by: one customer's IPv6 addresses are as many as he likes, so his whole network counts as one. */
    public String counted(HttpServerRequest request) {
        return counted(of(request));
    }

    static String counted(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length == 4
                ? address
                : NetUtil.bytesToIpAddress(Network.masked(bytes, IPV6_CUSTOMER_BITS));
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.holds(address));
    }

    private List<String> named(List<String> headers) {
        var named = new ArrayList<String>();
        for (var line : headers) {
            for (var element : line.split(",", -1)) {
                named.add(header.equalsIgnoreCase("Forwarded") ? forwardedFor(element) : element.trim());
            }
        }
        return named;
    }

    private static String forwardedFor(String element) {
        Matcher found = FORWARDED_FOR.matcher(element.trim());
        return found.find() ? found.group(found.group(1) == null ? 2 : 1) : "";
    }

    /** The address without brackets, port and zone; an IPv4 address in IPv6 clothes is an IPv4 address. */
    private static Optional<String> plain(String text) {
        var address = text.startsWith("[") && text.contains("]")
                ? text.substring(1, text.indexOf(']'))
                : text.matches("[0-9.]+:\\d+") ? text.substring(0, text.indexOf(':')) : text;
        var zone = address.indexOf('%');
        var bytes = NetUtil.createByteArrayFromIpAddressString(zone < 0 ? address : address.substring(0, zone));
        if (bytes == null) {
            return Optional.empty();
        }
        return Optional.of(NetUtil.bytesToIpAddress(isMapped(bytes) ? lastFour(bytes) : bytes));
    }

    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != (byte) 0xff || bytes[11] != (byte) 0xff) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] lastFour(byte[] bytes) {
        return new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]};
    }
}
