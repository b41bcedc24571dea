package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads and closing, at the same time too. */
@Timeout(300)
class LifetimeTest {
    private static final long APP_ID = 1234567890L;
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int THREADS = 16;

    @Test
    void closingIsIdempotentAndWhatIsClosedIsRefused() {
        Issuer issuer = Issuer.of(APP_ID, SECRET);
        Verifier verifier = Verifier.of(APP_ID, SECRET);
        String token = issuer.issue("user1", HOUR);
        for (int time = 0; time < 3; time++) {
            issuer.close();
            verifier.close();
            List<Runnable> calls = List.of(
                    () -> issuer.issue("user1", HOUR),
                    () -> issuer.issueRoom("user1", HOUR, RoomPrivilege.builder("room1").build()),
                    () -> issuer.kitToken("user1", HOUR, "room1"),
                    () -> verifier.verify(token));
            for (Runnable call : calls) {
                assertEquals(901, assertThrows(Token04Exception.class, call::run).code());
            }
        }
        assertEquals(APP_ID, issuer.appId());
        assertEquals(APP_ID, verifier.appId());
    }

    @Test
    void sixteenThreadsShareAnIssuerAndNeverAnIv() throws Exception {
        Set<String> ivs = Collections.synchronizedSet(new HashSet<>());
        int each = 20_000;
        try (Issuer issuer = Issuer.builder(APP_ID, SECRET).mode(Mode.GCM).build();
                Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            inParallel(Executors.defaultThreadFactory(), THREADS, thread -> {
                for (int count = 0; count < each; count++) {
                    String userId = "user-" + thread + "-" + count;
                    String token = issuer.issue(userId, HOUR, count % 2 == 0 ? "" : "payload-" + count);
                    assertEquals(userId, verifier.verify(token).userId());
                    // Base64 characters 13 to 31 hold bytes 10 to 22, which are the IV.
                    ivs.add(token.substring(15, 31));
                }
            });
        }
        assertEquals(THREADS * each, ivs.size());
    }

    @Test
    void thousandsOfVirtualThreadsShareAnIssuer() throws Exception {
        ThreadFactory virtual = virtualThreads();
        Assumptions.assumeTrue(virtual != null, "this Java has no virtual threads");
        try (Issuer issuer = Issuer.of(APP_ID, SECRET); Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            inParallel(virtual, 5000, thread -> {
                for (int count = 0; count < 20; count++) {
                    String userId = "user-" + thread + "-" + count;
                    assertEquals(userId, verifier.verify(issuer.issue(userId, HOUR)).userId());
                }
            });
        }
    }

    private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory) Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }

    @Test
    void closingWhileThreadsIssueAndVerifyIsSafe() throws Exception {
        for (int round = 0; round < 100; round++) {
            Issuer issuer = Issuer.of(APP_ID, SECRET);
            Verifier verifier = Verifier.of(APP_ID, SECRET);
            String sample = issuer.issue("user1", HOUR);
            CountDownLatch busy = new CountDownLatch(THREADS);
            AtomicBoolean closed = new AtomicBoolean();
            Thread closer = new Thread(() -> {
                awaitQuietly(busy);
                issuer.close();
                verifier.close();
                closed.set(true);
            });
            closer.start();
            inParallel(Executors.defaultThreadFactory(), THREADS, thread -> {
                boolean wasClosed;
                do {
                    wasClosed = closed.get();
                    int code = thread % 2 == 0 ? code(() -> issuer.issue("user1", HOUR)) : code(() -> verifier.verify(sample));
                    assertTrue(code == 901 || code == 0 && !wasClosed, "code " + code);
                    busy.countDown();
                } while (!wasClosed);
            });
            closer.join();
        }
    }

    @Test
    void manyThreadsMayCloseTheSameIssuer() throws Exception {
        for (int round = 0; round < 100; round++) {
            Issuer issuer = Issuer.of(APP_ID, SECRET);
            inParallel(Executors.defaultThreadFactory(), THREADS, thread -> issuer.close());
        }
    }

    private static int code(Callable<?> call) throws Exception {
        try {
            call.call();
            return 0;
        } catch (Token04Exception refused) {
            return refused.code();
        }
    }

    private interface Work {
        void run(int thread) throws Exception;
    }

    private static void inParallel(ThreadFactory factory, int threads, Work work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads, factory);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                results.add(executor.submit(() -> {
                    work.run(number);
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            executor.shutdown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
