package bienban.federation;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.shared.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A commune that is written to, loaded and exported, and a province that follows it, while their services and their databases
 * are killed again and again: what was acknowledged is there, an import is there whole or not at all, an export that was cut
 * does not look whole, and the copy converges. Needs the packaged service; {@code -Dbienban.kills=100 -Dbienban.seed=1}.
 */
@Tag("load")
class CrashTest {
    private static final int KILLS = Integer.getInteger("bienban.kills", 24);
    private static final long SEED = Long.getLong("bienban.seed", System.nanoTime());
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    private Instance commune;
    private Instance province;

    @BeforeEach
    void start() throws Exception {
        commune = new Instance("commune", directory).start();
        province = new Instance("province", directory)
                .follows(commune, "http://127.0.0.1:" + commune.port)
                .start();
    }

    @AfterEach
    void end() throws Exception {
        province.end();
        commune.end();
    }

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        System.out.printf("CrashTest: -Dbienban.seed=%d, %d kills%n", SEED, KILLS);
        var busy = new Busy(commune);
        try {
            killAgainAndAgain();
        } finally {
            busy.end();
        }
        assertThat(busy.falseExports).isEmpty();
        assertThat(busy.wholeExports.get()).isPositive();
        var lost = lostMeetings(busy);
        assertThat(lost).isEmpty();
        importsAreWholeOrAbsent(busy);
        var owner = commune.instanceId();
        Await.that(
                "the copy",
                LONGEST,
                () -> TwoLevelsTest.differences(commune.records(null), province.records(owner)),
                List.of());
        Await.that("it is not stale", LONGEST, () -> province.saysStale(commune), false);
        System.out.printf(
                "%d meetings, %d imports of %d rows, %d whole and %d broken exports%n",
                busy.meetings.size(),
                busy.imports.size(),
                Busy.ROWS,
                busy.wholeExports.get(),
                busy.brokenExports.get());
    }

    private void killAgainAndAgain() throws Exception {
        var random = new Random(SEED);
        for (int i = 0; i < KILLS; i++) {
            LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(2500)).toNanos());
            var victim = random.nextInt(3) == 0 ? province : commune;
            if (random.nextBoolean()) {
                victim.kill();
                victim.start();
            } else {
                victim.killDatabase();
                victim.awaitReady();
            }
        }
    }

    private List<String> lostMeetings(Busy busy) throws Exception {
        assertThat(busy.meetings.size()).isGreaterThan(KILLS);
        var there = exported("meetings");
        var lost = new ArrayList<String>();
        busy.meetings.forEach((id, acknowledged) -> {
            var now = there.get(id);
            if (now == null
                    || now.path("version").asInt() < acknowledged.version()
                    || (now.path("version").asInt() == acknowledged.version()
                            && !now.path("title").asText().equals(acknowledged.title()))) {
                lost.add(acknowledged + " is " + now);
            }
        });
        return lost;
    }

    private void importsAreWholeOrAbsent(Busy busy) throws Exception {
        var ends = new HashMap<String, JsonNode>();
        for (var job : busy.imports.entrySet()) {
            Await.that(
                    job.getKey() + " is over",
                    LONGEST,
                    () -> Set.of("done", "failed").contains(state(job.getValue())),
                    true);
            ends.put(job.getKey(), commune.inside("/v1/imports/" + job.getValue()));
        }
        var rows = new HashMap<String, Integer>();
        exported("observations")
                .values()
                .forEach(o -> rows.merge(o.path("source").path("title").asText(), 1, Integer::sum));
        assertThat(ends).isNotEmpty();
        ends.forEach((source, job) -> assertThat(rows.getOrDefault(source, 0))
                .as(source + ": " + job)
                .isEqualTo(job.path("state").asText().equals("done") ? Busy.ROWS : 0));
        rows.forEach((source, count) -> {
            if (source.startsWith("Lô ")) {
                assertThat(count).as(source).isEqualTo(Busy.ROWS);
            }
        });
    }

    private String state(String job) throws Exception {
        return commune.inside("/v1/imports/" + job).path("state").asText();
    }

    private Map<String, JsonNode> exported(String kind) throws Exception {
        var records = new HashMap<String, JsonNode>();
        for (var line : commune.send("GET", "/v1/exports/" + kind + ".ndjson", null, Map.of())
                .body()
                .split("\n")) {
            var record = StrictJson.READER.readTree(line);
            records.put(record.path("id").asText(), record);
        }
        return records;
    }
}
