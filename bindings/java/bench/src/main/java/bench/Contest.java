package bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Interleaved measuring: each round gives every contestant a short turn, so that what disturbs the machine
 * disturbs all alike; a figure is the median of all rounds.
 */
final class Contest {
    /** Does its work once and returns something of it, so that no compiler leaves it out. */
    interface Contestant {
        Object run() throws Exception;
    }

    private static final int TURN = 1000;

    private final boolean brief;
    private final List<Contestant> contestants = new ArrayList<>();
    private double[] medians;
    private double[] minima;
    private int turns;
    private int callsInTurn;
    private Object result;

    Contest(boolean brief) {
        this.brief = brief;
    }

    /** Adds a contestant, and gives the number by which the results know it. */
    int enter(Contestant contestant) {
        contestants.add(contestant);
        return contestants.size() - 1;
    }

    /** {@link #run(int)} for contestants that do the work of one call. */
    void run() throws Exception {
        run(1);
    }

    /**
     * Runs all, after enough turns for the compilers to be done, which on a busy machine takes seconds. Each contestant
     * does the work of several calls at once.
     */
    void run(int calls) throws Exception {
        turns = TURN / calls;
        callsInTurn = turns * calls;
        int warmUp = brief ? 1 : 1000;
        int rounds = brief ? 3 : 201;
        double[][] samples = new double[contestants.size()][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int number = 0; number < samples.length; number++) {
                double nanoseconds = turn(contestants.get(number));
                if (round >= 0) {
                    samples[number][round] = nanoseconds;
                }
            }
        }
        medians = new double[samples.length];
        minima = new double[samples.length];
        for (int number = 0; number < samples.length; number++) {
            Arrays.sort(samples[number]);
            medians[number] = samples[number][rounds / 2];
            minima[number] = samples[number][0];
        }
    }

    private double turn(Contestant contestant) throws Exception {
        long start = System.nanoTime();
        for (int count = 0; count < turns; count++) {
            result = contestant.run();
        }
        return (System.nanoTime() - start) / (double) callsInTurn;
    }

    /** Prints one comparison. The ratio is theirs / ours: above one, ours is faster. */
    void print(String name, int ours, String against, int theirs, boolean json) {
        String form = json
                ? "{\"case\":\"%s\",\"against\":\"%s\",\"ours_ns\":%.1f,\"theirs_ns\":%.1f,\"ratio\":%.3f,"
                        + "\"ours_min_ns\":%.1f,\"theirs_min_ns\":%.1f}%n"
                : "%-14s against %-25s ours %5.0f ns, theirs %5.0f ns, ratio %.2f, minima %.0f and %.0f ns%n";
        double ratio = medians[theirs] / medians[ours];
        System.out.printf(Locale.ROOT, form, name, against, medians[ours], medians[theirs], ratio,
                minima[ours], minima[theirs]);
    }
}
