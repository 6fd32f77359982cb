package bienban.exchange;

import java.util.ArrayList;
import java.util.List;

/** How long two ways of the same work take: in turn, so that whatever else the machine does meets both. */
record Ratio(double known, double ours) {
    /** Something that is timed. */
    interface Work {
        void run() throws Exception;
    }

    /** The first round warms up and does not count; the medians of the others do. */
    static Ratio of(int rounds, Work known, Work ours) throws Exception {
        return of(rounds, known, ours, () -> {});
    }

    /** @param prepare what is done before each round and is not timed */
    static Ratio of(int rounds, Work known, Work ours, Work prepare) throws Exception {
        var knownTimes = new ArrayList<Long>();
        var ourTimes = new ArrayList<Long>();
        for (int i = 0; i <= rounds; i++) {
            prepare.run();
            var knownTime = time(known);
            var ourTime = time(ours);
            if (i > 0) {
                knownTimes.add(knownTime);
                ourTimes.add(ourTime);
            }
        }
        return new Ratio(median(knownTimes), median(ourTimes));
    }

    /** How fast ours is, as a share of the known way. */
    double speed() {
        return known / ours;
    }

    private static long time(Work work) throws Exception {
        var started = System.nanoTime();
        work.run();
        return System.nanoTime() - started;
    }

    private static double median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2) / 1e9;
    }

    @Override
    public String toString() {
        return "%.3f s against %.3f s: %.2f of its speed".formatted(ours, known, speed());
    }
}
