package bienban.security.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    private static final List<String> TRUSTED = List.of("10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48");

    private static String of(String header, String peer, String... lines) {
        return new ClientAddress(Optional.of(TRUSTED), header).of(peer, List.of(lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Nobody vouches for a stranger.
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
                "203.0.113.9 | 10.0.0.1 | 203.0.113.9",
                "192.0.2.8 | 198.51.100.1 | 192.0.2.8",
                // A proxy names who called it.
                "10.1.2.3 | 198.51.100.1 | 198.51.100.1",
                "192.0.2.7 | 198.51.100.1 | 198.51.100.1",
                "::ffff:10.1.2.3 | 198.51.100.1 | 198.51.100.1",
                "2001:db8:1::5 | 2001:db8:2::6 | 2001:db8:2::6",
                "10.1.2.3 | 198.51.100.1:4711 | 198.51.100.1",
                "10.1.2.3 | [2001:db8:2::6]:4711 | 2001:db8:2::6",
                // What a caller wrote himself stands in front and is not reached.
                "10.1.2.3 | 127.0.0.1, 198.51.100.1 | 198.51.100.1",
                "10.1.2.3 | 192.0.2.7, 10.9.9.9, 198.51.100.1 | 198.51.100.1",
                // Two proxies in a row.
                "10.1.2.3 | 198.51.100.1, 10.4.4.4 | 198.51.100.1",
                "10.1.2.3 | 1.1.1.1, 198.51.100.1, 10.4.4.4 | 198.51.100.1",
                // No address at all.
                "10.1.2.3 | unknown | 10.1.2.3",
                "10.1.2.3 | 198.51.100.1, example.org | 10.1.2.3",
                "10.1.2.3 | '' | 10.1.2.3",
                "10.1.2.3 | ',,' | 10.1.2.3",
                "10.1.2.3 | 999.1.1.1 | 10.1.2.3",
            })
    void believesProxiesOnly(String peer, String header, String client) {
        assertThat(of("X-Forwarded-For", peer, header)).isEqualTo(client);
    }

    @Test
    void readsRepeatedHeadersAsOne() {
        assertThat(of("X-Forwarded-For", "10.1.2.3", "127.0.0.1", "198.51.100.1"))
                .isEqualTo("198.51.100.1");
        assertThat(of("X-Forwarded-For", "10.1.2.3")).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "for=198.51.100.1 | 198.51.100.1",
                "For=\"198.51.100.1:47011\";proto=https;by=10.1.2.3 | 198.51.100.1",
                "proto=http;for=\"[2001:db8:2::6]:4711\" | 2001:db8:2::6",
                "for=127.0.0.1, for=198.51.100.1;host=a | 198.51.100.1",
                "for=198.51.100.1, for=10.4.4.4 | 198.51.100.1",
                "for=_hidden | 10.1.2.3",
                "for=unknown | 10.1.2.3",
                "by=198.51.100.1 | 10.1.2.3",
                "notfor=198.51.100.1 | 10.1.2.3",
            })
    void readsForwarded(String header, String client) {
        assertThat(of("Forwarded", "10.1.2.3", header)).isEqualTo(client);
    }

    @Test
    void countsACustomersNetworkOnce() {
        assertThat(ClientAddress.counted("2001:db8:2:3:4:5:6:7")).isEqualTo(ClientAddress.counted("2001:db8:2:3::1"));
        assertThat(ClientAddress.counted("2001:db8:2:4::1")).isNotEqualTo(ClientAddress.counted("2001:db8:2:3::1"));
        assertThat(ClientAddress.counted("198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void refusesWhatIsNoBlock() {
        for (var text :
                new String[] {"", "localhost", "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/a", "10.0.0"}) {
            assertThatThrownBy(() -> Network.of(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Network.of("10.0.0.0/8").holds("10.255.0.1")).isTrue();
        assertThat(Network.of("10.0.0.0/9").holds("10.128.0.1")).isFalse();
        assertThat(Network.of("0.0.0.0/0").holds("203.0.113.9")).isTrue();
        assertThat(Network.of("0.0.0.0/0").holds("::1")).isFalse();
    }
}
