package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Proxies, clocks, many tokens at once, and explanations. */
class InterfacesTest {
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant THEN = Instant.parse("2030-01-01T00:00:00.9Z");

    @Test
    void aProxyReplacesTheSecret() {
        String next = "x".repeat(32);
        AtomicReference<Issuer> current = new AtomicReference<>(Issuer.of(7, SECRET));
        Issuer proxy = (Issuer) Proxy.newProxyInstance(
                Issuer.class.getClassLoader(), new Class<?>[] {Issuer.class},
                (self, method, arguments) -> method.invoke(current.get(), arguments));
        try (Verifier before = Verifier.of(7, SECRET); Verifier after = Verifier.of(7, next)) {
            assertEquals("user1", before.verify(proxy.issue("user1", HOUR)).userId());
            current.getAndSet(Issuer.of(7, next)).close();
            assertEquals("user1", after.verify(proxy.issue("user1", HOUR)).userId());
            proxy.close();
        }
    }

    @Test
    void clocksGiveTheTimeRoundedDown() {
        Clock clock = Clock.fixed(THEN, ZoneOffset.UTC);
        long then = THEN.getEpochSecond();
        try (Issuer clocked = Issuer.builder(7, SECRET).clock(clock).build(); Issuer issuer = Issuer.of(7, SECRET);
                Verifier verifier = Verifier.builder(7, SECRET).clock(clock).build(); Verifier now = Verifier.of(7, SECRET)) {
            RoomPrivilege privilege = RoomPrivilege.builder("room1").build();
            for (Issuer each : List.of(clocked, issuer.at(THEN), clocked.at(THEN))) {
                for (String token : List.of(
                        each.issue("user1", HOUR), each.issueRoom("user1", HOUR, privilege),
                        each.kitToken("user1", HOUR, "room1"), each.issueMany(List.of("user1"), HOUR).get(0))) {
                    Claims claims = verifier.verify(token);
                    assertEquals(then, claims.ctime());
                    assertEquals(Instant.ofEpochSecond(then), claims.createdAt());
                    assertEquals(Instant.ofEpochSecond(then + 3600), claims.expiresAt());
                    assertEquals(claims.expiresAt(), Token04.inspect(token).expiresAt());
                    Login later = Login.builder().now(THEN.plus(HOUR)).build();
                    assertEquals(204, refused(() -> verifier.verify(token, later)).code());
                }
            }
            String old = issuer.at(Instant.EPOCH).issue("user1", HOUR);
            assertEquals(204, refused(() -> now.verify(old)).code());
            assertEquals(Instant.EPOCH, now.verify(old, Login.builder().now(Instant.EPOCH).build()).createdAt());
        }
    }

    @Test
    void timesThatAreNotUnixSecondsAreRefused() {
        try (Issuer issuer = Issuer.of(7, SECRET); Verifier verifier = Verifier.of(7, SECRET)) {
            String token = issuer.issue("user1", HOUR);
            assertEquals("now must be whole unix seconds, at least 0, got null",
                    refused(() -> issuer.at(null).issue("user1", HOUR)).getMessage());
            assertEquals(901, refused(() -> verifier.verify(token, Login.builder().now(null).build())).code());
            assertEquals(901, refused(() -> Token04.inspect(token, null)).code());
            assertEquals(901, refused(() -> issuer.at(Instant.MIN).issue("user1", HOUR)).code());
            Instant milliseconds = Instant.ofEpochSecond(System.currentTimeMillis());
            assertEquals(true, refused(() -> issuer.at(milliseconds).issue("user1", HOUR)).getMessage()
                    .endsWith("which looks like milliseconds"));
        }
    }

    @Test
    void manyTokensAreIssuedInOneCall() {
        List<String> userIds = Collections.nCopies(5000, "张三-user");
        try (Issuer issuer = Issuer.of(7, SECRET); Verifier verifier = Verifier.of(7, SECRET)) {
            List<String> tokens = issuer.issueMany(userIds, HOUR, "{}");
            assertEquals(5000, tokens.stream().distinct().count());
            for (String token : tokens) {
                assertEquals("张三-user", verifier.verify(token).userId());
                assertEquals("{}", verifier.verify(token).payload());
            }
            assertEquals(List.of(), issuer.issueMany(List.of(), HOUR));
            assertThrows(UnsupportedOperationException.class, tokens::clear);

            List<String> oneNull = Arrays.asList("user1", "user2", null, "");
            Token04Exception exception = refused(() -> issuer.issueMany(oneNull, HOUR));
            assertEquals("userIds[2]: userId must be a string, not null", exception.getMessage());
            assertEquals(OptionalInt.of(2), exception.index());
            assertEquals(OptionalInt.of(1), refused(() -> issuer.issueMany(List.of("a", "", "\ud800"), HOUR)).index());
            assertEquals(OptionalInt.of(1), refused(() -> issuer.issueMany(List.of("a", "\ud800", ""), HOUR)).index());
            Token04Exception ttl = refused(() -> issuer.issueMany(List.of("a"), Duration.ZERO));
            assertEquals(6, ttl.code());
            assertEquals(OptionalInt.empty(), ttl.index());
            assertEquals("userIds must not be null", refused(() -> issuer.issueMany(null, HOUR)).getMessage());
        }
    }

    @Test
    void identityTokensCanBeRefused() {
        try (Issuer issuer = Issuer.of(7, SECRET); Verifier verifier = Verifier.of(7, SECRET)) {
            String identity = issuer.issue("user1", HOUR);
            Login.Builder guarded = Login.builder().roomId("room1").publish(true);
            assertEquals("user1", verifier.verify(identity, guarded.build()).userId());
            guarded.requirePrivilege(true);
            assertEquals(208, refused(() -> verifier.verify(identity, guarded.build())).code());
        }
    }

    @Test
    void codesAreExplained() {
        Explanation known = Token04.explain(50119);
        assertEquals(50119, known.code());
        assertEquals(true, known.known());
        assertEquals(FindingId.JWT, known.causes().get(0));
        assertEquals(true, known.toString().contains(known.meaning()));
        Explanation chinese = Token04.explain(50119, Language.ZH);
        assertEquals(true, chinese.meaning().codePoints().anyMatch(Character::isIdeographic));
        Explanation unknown = Token04.explain(50118);
        assertEquals(false, unknown.known());
        assertEquals(true, unknown.near().contains(50119L));
        assertEquals(901, refused(() -> Token04.explain(1, null)).code());
    }

    private static Token04Exception refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(Token04Exception.class, call);
    }
}
