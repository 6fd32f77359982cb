package bienban.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class KeyTextTest {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @RepeatedTest(50)
    void readsWhatItWrites() {
        var key = KeyText.make();
        assertThat(key.text()).matches("bb_[0-9A-Za-z]{48}");
        assertThat(KeyText.read(key.text())).contains(key);
    }

    @Test
    void refusesEveryOtherSignAtEveryPosition() {
        var text = KeyText.make().text();
        for (int at = 0; at < text.length(); at++) {
            for (var sign : SIGNS.split("")) {
                var misprint = text.substring(0, at) + sign + text.substring(at + 1);
                assertThat(KeyText.read(misprint).isPresent()).as(misprint).isEqualTo(misprint.equals(text));
            }
        }
    }

    @Test
    void refusesWhatIsNoKey() {
        var text = KeyText.make().text();
        for (var other :
                new String[] {"", "bb_", text.substring(1), text + "0", " " + text, text.replace("bb_", "BB_")}) {
            assertThat(KeyText.read(other)).as(other).isEmpty();
        }
    }

    @Test
    void isNeverToldInALog() {
        var key = KeyText.make();
        assertThat(key.toString()).doesNotContain(key.secret());
        assertThat(KeyHash.of(key.secret()).isOf(key.secret())).isTrue();
        assertThat(KeyHash.of(key.secret()).isOf(KeyText.make().secret())).isFalse();
    }
}
