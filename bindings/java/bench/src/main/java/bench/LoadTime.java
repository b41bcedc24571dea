package bench;

import io.token04.Issuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a Java VM takes longer that makes one token, native library and all, than one that does nothing. */
final class LoadTime {
    private static final int ROUNDS = 21;

    private LoadTime() {}

    /** Makes a token, or nothing. */
    public static void main(String[] arguments) {
        if (arguments[0].equals("token")) {
            Issuer.of(1, "0123456789abcdef0123456789ABCDEF").issue("user1", Duration.ofHours(1));
        }
    }

    static void print(boolean brief) throws Exception {
        double[][] samples = new double[2][brief ? 1 : ROUNDS];
        for (int round = 0; round < samples[0].length; round++) {
            samples[0][round] = milliseconds("nothing");
            samples[1][round] = milliseconds("token");
        }
        for (double[] each : samples) {
            Arrays.sort(each);
        }
        double bare = samples[0][samples[0].length / 2];
        double loaded = samples[1][samples[1].length / 2];
        System.out.printf("load time          %.0f ms over the %.0f ms of a bare Java VM%n", loaded - bare, bare);
    }

    private static double milliseconds(String work) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(List.of(java, "-cp", classes, LoadTime.class.getName(), work))
                .redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the child failed");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
