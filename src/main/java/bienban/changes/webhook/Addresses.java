package bienban.changes.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a host name leads, if it may be called. The answer is what is connected to: asking again would let a name lead to a
 * public address when it is checked and to a private one when it is called.
 */
@Singleton
class Addresses {
    /** Beside what {@link InetAddress} knows: this network, carrier-grade NAT, protocol assignments, benchmarks, reserved; IPv6 that is local or leads to IPv4. */
    private static final List<Block> NOT_PUBLIC = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("240.0.0.0", 4),
            Block.of("::", 96),
            Block.of("64:ff9b::", 32),
            Block.of("100::", 64),
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("fc00::", 7));

    private final Resolver resolver;
    private final boolean allowsPrivate;

    @Inject
    Addresses(@ConfigProperty(name = "bienban.webhooks.allow-private", defaultValue = "false") boolean allowsPrivate) {
        this(InetAddress::getAllByName, allowsPrivate);
    }

    Addresses(Resolver resolver, boolean allowsPrivate) {
        this.resolver = resolver;
        this.allowsPrivate = allowsPrivate;
    }

    /** Asks for the addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** A host that leads to any address that is not public is not called at all. */
    InetAddress of(String host) throws UncallableException {
        try {
            var found = resolver.resolve(host);
            if (!allowsPrivate && !Arrays.stream(found).allMatch(Addresses::isPublic)) {
                throw new UncallableException(WebhookFailure.private_address);
            }
            // Without the name, so that nobody looks it up again.
            return InetAddress.getByAddress(found[0].getAddress());
        } catch (UnknownHostException e) {
            throw new UncallableException(WebhookFailure.unknown_host);
        }
    }

    static boolean isPublic(InetAddress address) {
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || NOT_PUBLIC.stream().anyMatch(block -> block.holds(address)));
    }

    /** Why a host is not called. */
    static final class UncallableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final WebhookFailure failure;

        UncallableException(WebhookFailure failure) {
            super(failure.name());
            this.failure = failure;
        }

        WebhookFailure failure() {
            return failure;
        }
    }

    private record Block(InetAddress base, int bits) {
        static Block of(String base, int bits) {
            try {
                return new Block(InetAddress.getByName(base), bits);
            } catch (UnknownHostException e) {
                throw new AssertionError("A literal is not looked up", e);
            }
        }

        boolean holds(InetAddress address) {
            if (address instanceof Inet4Address != base instanceof Inet4Address) {
                return false;
            }
            var ours = base.getAddress();
            var theirs = address.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                var mask = 0x80 >>> (bit % Byte.SIZE);
                if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
