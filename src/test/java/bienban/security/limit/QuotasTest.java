package bienban.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final AtomicLong now = new AtomicLong();
    private final Quotas quotas = new Quotas(Duration.ofSeconds(60), 1000, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    private void passes(double seconds) {
        now.addAndGet((long) (seconds * 1_000_000_000));
    }

    @Test
    void takesUntilNothingIsLeftAndSaysHowLongToWait() {
        for (int i = 1; i <= 6; i++) {
            assertThat(quotas.take("address", "a", 30, 5).remaining()).isEqualTo(30 - 5 * i);
        }
        var refused = quotas.take("address", "a", 30, 5);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.seconds()).isEqualTo(10);
        assertThat(refused.policyField()).isEqualTo("\"address\";q=30;w=60");
        assertThat(refused.limitField()).isEqualTo("\"address\";r=0;t=10");
        assertThat(quotas.take("address", "b", 30, 5).allowed()).as("another").isTrue();
        passes(9.9);
        assertThat(quotas.take("address", "a", 30, 5).allowed()).isFalse();
        passes(0.2);
        assertThat(quotas.take("address", "a", 30, 5).allowed()).isTrue();
    }

    @Test
    void givesBackEvenly() {
        quotas.take("address", "a", 60, 60);
        for (int i = 0; i < 30; i++) {
            passes(1);
            assertThat(quotas.take("address", "a", 60, 1).remaining()).isZero();
        }
    }

    @Test
    void letsEvenTheDearestThroughWhenNothingWasUsed() {
        assertThat(quotas.take("address", "a", 30, 100).allowed()).isTrue();
        assertThat(quotas.take("address", "a", 30, 1).allowed()).isFalse();
    }

    @Test
    void looksWithoutTaking() {
        for (int i = 0; i < 10; i++) {
            assertThat(quotas.look("failures", "a", 1).allowed()).isTrue();
        }
        quotas.take("failures", "a", 1, 1);
        assertThat(quotas.look("failures", "a", 1).allowed()).isFalse();
        assertThat(quotas.look("failures", "a", 1).seconds()).isEqualTo(60);
    }

    @Test
    void remembersSoManyAndNoMore() {
        for (int i = 0; i < 50_000; i++) {
            quotas.take("address", "a" + i, 30, 1);
        }
        assertThat(quotas.size()).isLessThanOrEqualTo(1000);
        passes(61.5);
        assertThat(quotas.size()).isZero();
    }
}
