package io.token04;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import im.zego.serverassistant.utils.TokenServerAssistant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The memory of the process does not grow with the number of calls. */
class LeakTest {
    private static final long APP_ID = 1234567890L;
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int CALLS = 1_000_000;
    /** What a process may grow for other reasons. A leak of 32 bytes in each of a million calls is seen. */
    private static final long NOISE = 32L * CALLS;

    @BeforeEach
    void onlyWhereMemoryCanBeRead() {
        Assumptions.assumeTrue(Files.exists(STATUS), "no " + STATUS);
    }

    @Test
    void issuingAndVerifying() throws IOException {
        String room = "{\"room_id\":\"room1\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":[\"s1\",\"s2\"]}";
        try (Issuer issuer = Issuer.of(APP_ID, SECRET); Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            measure("issue and verify", CALLS, () -> verifier.verify(issuer.issue("user1", HOUR, room)).privilege());
        }
    }

    @Test
    void theDropIn() throws IOException {
        measure("drop-in", CALLS, () -> TokenServerAssistant.generateToken04(APP_ID, "user1", SECRET, 3600, ""));
    }

    @Test
    void openingAndClosing() throws IOException {
        measure("open and close", CALLS, () -> {
            Issuer.of(APP_ID, SECRET).close();
            Verifier.of(APP_ID, SECRET).close();
        });
    }

    @Test
    void openingWithoutClosing() throws IOException {
        // What nobody closes waits for a collection, and these issuers are too few and small to cause many.
        int[] count = {0};
        measure("open without closing", CALLS, () -> {
            Issuer.of(APP_ID, SECRET);
            if (++count[0] % 50_000 == 0) {
                System.gc();
            }
        });
    }

    @Test
    void refusals() throws IOException {
        try (Issuer issuer = Issuer.of(APP_ID, SECRET); Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            measure("refusals", CALLS / 4, () -> {
                assertThrows(Token04Exception.class, () -> issuer.issue("", HOUR));
                assertThrows(Token04Exception.class, () -> verifier.verify("04AAAA"));
                assertThrows(Token04Exception.class, () -> Issuer.of(APP_ID, "short"));
            });
        }
    }

    @Test
    void responsesThatDoNotFitIntoTheSharedMemory() throws IOException {
        String payload = "\0".repeat(3000);
        try (Issuer issuer = Issuer.of(APP_ID, SECRET)) {
            measure("long responses", CALLS / 20, () -> issuer.issue("user1", HOUR, payload));
        }
    }

    private static void measure(String name, int calls, Runnable call) throws IOException {
        // As many before as after: the Java heap and the compilers have then taken what they take.
        repeat(calls, call);
        long before = residentBytes();
        repeat(calls, call);
        long grown = residentBytes() - before;
        System.out.println("resident memory after " + calls + " times \"" + name + "\": " + grown / 1024 + " KiB more");
        assertTrue(grown < NOISE, name + ": " + grown + " bytes more");
    }

    private static void repeat(int calls, Runnable call) {
        for (int count = 0; count < calls; count++) {
            call.run();
        }
    }

    private static long residentBytes() throws IOException {
        System.gc();
        // Frees what was found unreachable.
        Issuer.of(APP_ID, SECRET).close();
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst().orElseThrow();
    }
}
