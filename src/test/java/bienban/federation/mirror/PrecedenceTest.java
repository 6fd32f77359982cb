package bienban.federation.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.federation.mirror.Precedence.Known;
import bienban.federation.mirror.Precedence.Verdict;
import bienban.record.Origin;
import bienban.record.RecordKind;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
    private static final UUID OWN = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID COMMUNE = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final UUID THIRD = UUID.fromString("00000000-0000-4000-8000-000000000003");

    private static Source from(String upstream, boolean afresh) {
        return new Source(upstream, COMMUNE, OWN, Set.of("commune", "relay"), afresh);
    }

    private static Incoming item(int version, Origin origin) {
        return new Incoming(
                RecordKind.speaker,
                UUID.randomUUID().toString(),
                UUID.randomUUID(),
                version,
                Fate.there,
                null,
                origin,
                null);
    }

    private static Verdict verdict(Incoming item, Known known) {
        return Precedence.of(item, from("commune", false), known);
    }

    @Test
    void takesWhatIsNew() {
        assertThat(verdict(item(1, null), Known.NOTHING)).isEqualTo(Verdict.take);
    }

    @Test
    void takesOnlyLaterVersions() {
        var known = new Known("commune", 3, COMMUNE, true);
        assertThat(verdict(item(2, null), known)).isEqualTo(Verdict.pass);
        assertThat(verdict(item(3, null), known)).isEqualTo(Verdict.pass);
        assertThat(verdict(item(4, null), known)).isEqualTo(Verdict.take);
    }

    @Test
    void takesEveryVersionOfASnapshotBecauseTheUpstreamMayHaveGoneBack() {
        var known = new Known("commune", 3, COMMUNE, true);
        assertThat(Precedence.of(item(2, null), from("commune", true), known)).isEqualTo(Verdict.take);
    }

    @Test
    void neverTakesItsOwnBack() {
        assertThat(verdict(item(9, new Origin(OWN, 1)), Known.NOTHING)).isEqualTo(Verdict.pass);
        assertThat(verdict(item(9, new Origin(OWN, 1)), new Known(null, 0, null, true)))
                .isEqualTo(Verdict.pass);
    }

    @Test
    void refusesWhatClaimsAnIdOfOurs() {
        assertThat(verdict(item(9, null), new Known(null, 0, null, true))).isEqualTo(Verdict.ours);
    }

    @Test
    void refusesWhatClaimsAnIdOfAnother() {
        assertThat(verdict(item(9, null), new Known("other", 1, THIRD, true))).isEqualTo(Verdict.anothers);
    }

    @Test
    void passesWhatComesByASecondWay() {
        var byRelay = new Known("relay", 2, THIRD, true);
        assertThat(verdict(item(9, new Origin(THIRD, 9)), byRelay)).isEqualTo(Verdict.pass);
    }

    @Test
    void takesTheOwnersOwnWordOverARelays() {
        var byRelay = new Known("relay", 7, COMMUNE, true);
        assertThat(verdict(item(2, null), byRelay)).isEqualTo(Verdict.take);
    }

    @Test
    void takesFromAnotherWhenTheFirstIsFollowedNoMore() {
        var byFormer = new Known("former", 2, THIRD, true);
        assertThat(verdict(item(9, new Origin(THIRD, 9)), byFormer)).isEqualTo(Verdict.take);
    }

    @Test
    void learnsTheOwnerOfWhatWasOnlyMentioned() {
        var mentioned = new Known("commune", 0, COMMUNE, true);
        assertThat(verdict(item(1, new Origin(THIRD, 4)), mentioned)).isEqualTo(Verdict.take);
    }
}
