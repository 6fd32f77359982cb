package bienban.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bienban.shared.ApiException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A position survives its text, and no other text is one. */
class FeedPositionTest {
    private static final UUID RECORD = UUID.fromString("01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10");
    private static final Instant MOMENT = Instant.parse("2024-03-01T10:20:30.123Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void readsBackWhatItWrote(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var position = new FeedPosition(
                    random.nextLong(),
                    random.nextLong() >>> 1,
                    random.nextLong() >>> random.nextInt(60) >>> 1,
                    random.nextLong() >>> 16);
            var text = position.toString();
            assertThat(text).as("seed %d", seed).matches("[A-Za-z0-9_-]{44}");
            assertThat(FeedPosition.read(text, "since")).as("seed %d", seed).isEqualTo(position);
        }
    }

    @Test
    void knowsTheChangeItStandsBehind() {
        var position = FeedPosition.beginning("a").behind(7, 9, RECORD, 2, MOMENT);
        assertThat(FeedPosition.beginning("a").behind(7, 9, RECORD, 2, MOMENT)).isEqualTo(position);
        assertThat(FeedPosition.beginning("a").behind(7, 9, RECORD, 3, MOMENT).check())
                .isNotEqualTo(position.check());
        assertThat(FeedPosition.beginning("a")
                        .behind(7, 9, RECORD, 2, MOMENT.plusMillis(1))
                        .check())
                .isNotEqualTo(position.check());
        assertThat(FeedPosition.beginning("a")
                        .behind(7, 9, UUID.randomUUID(), 2, MOMENT)
                        .check())
                .isNotEqualTo(position.check());
        assertThat(FeedPosition.beginning("b").behind(7, 9, RECORD, 2, MOMENT).home())
                .isNotEqualTo(position.home());
        assertThat(position.check()).isBetween(1L, (1L << 48) - 1);
        assertThat(FeedPosition.beginning("a").home()).isEqualTo(position.home());
    }

    @Test
    void refusesWhatIsDamaged() {
        var text = FeedPosition.beginning("a").behind(7, 9, RECORD, 2, MOMENT).toString();
        for (int i = 0; i < text.length(); i++) {
            var other = text.charAt(i) == 'A' ? 'B' : 'A';
            refuses(text.substring(0, i) + other + text.substring(i + 1));
        }
        for (var wrong : new String[] {"", "x", "*", "1", text.substring(1), text + "A", text + text, "á"}) {
            refuses(wrong);
        }
    }

    private static void refuses(String text) {
        assertThatThrownBy(() -> FeedPosition.read(text, "since"))
                .as(text)
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.errors().get(0).code()).isEqualTo("malformed_position");
                });
    }
}
