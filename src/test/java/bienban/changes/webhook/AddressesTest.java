package bienban.changes.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bienban.changes.webhook.Addresses.UncallableException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only public addresses are called. */
class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::"
            })
    void leavesWhatIsNotPublicAlone(String address) {
        assertThatThrownBy(() -> answering(address).of("example.org"))
                .as(address)
                .isInstanceOfSatisfying(
                        UncallableException.class,
                        e -> assertThat(e.failure()).isEqualTo(WebhookFailure.private_address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.128.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void takesPublicOnes(String address) throws Exception {
        assertThat(answering(address).of("example.org").getHostAddress())
                .isEqualTo(InetAddress.getByName(address).getHostAddress());
    }

    @Test
    void trustsNoNameThatAlsoLeadsInside() {
        assertThatThrownBy(() -> answering("8.8.8.8", "127.0.0.1").of("example.org"))
                .isInstanceOf(UncallableException.class);
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        var addresses = new Addresses(
                host -> {
                    throw new UnknownHostException(host);
                },
                false);
        assertThatThrownBy(() -> addresses.of("example.org"))
                .isInstanceOfSatisfying(
                        UncallableException.class, e -> assertThat(e.failure()).isEqualTo(WebhookFailure.unknown_host));
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToAnHour() {
        for (int failures = 0; failures < 64; failures++) {
            var longest = Math.min(
                    5_000L << Math.min(failures, 20), Duration.ofHours(1).toMillis());
            assertThat(Deliveries.pause(failures).toMillis()).as("%d", failures).isBetween(longest * 3 / 4, longest);
        }
    }

    private static Addresses answering(String... addresses) {
        return new Addresses(
                host -> Arrays.stream(addresses).map(AddressesTest::literal).toArray(InetAddress[]::new), false);
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(address, e);
        }
    }
}
