package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is refused beyond the vectors: what only Java can pass. Every refusal has its code, and no secret. */
class BadInputTest {
    private static final long APP_ID = 1234567890L;
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String HIGH = "u\ud83d";
    private static final String LOW = "\ude00u";

    private static Token04Exception refused(ErrorCode code, Executable call) {
        Token04Exception exception = assertThrows(Token04Exception.class, call);
        assertEquals(code, exception.errorCode(), exception.getMessage());
        assertEquals(code.number(), exception.code());
        assertFalse(exception.getMessage().contains(SECRET.substring(0, 8)), exception.getMessage());
        assertFalse(exception.getMessage().isEmpty());
        return exception;
    }

    @Test
    void appIdsThatDoNotFitAreNeitherCutNorWrapped() {
        long[] appIds = {0, -1, 1L << 32, (1L << 32) + 1, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long appId : appIds) {
            refused(ErrorCode.INVALID_APP_ID, () -> Issuer.of(appId, SECRET));
            refused(ErrorCode.INVALID_APP_ID, () -> Verifier.of(appId, SECRET));
            refused(ErrorCode.INVALID_APP_ID, () -> Token04.generateToken04(appId, "user1", SECRET, 1, ""));
        }
    }

    @Test
    void secretsAreCheckedAndNeverTold() {
        for (String secret : List.of("", SECRET + "x", SECRET.substring(1), "\0".repeat(31), SECRET.substring(1) + "é")) {
            refused(ErrorCode.INVALID_SECRET, () -> Issuer.of(APP_ID, secret));
            refused(ErrorCode.INVALID_SECRET, () -> Verifier.of(APP_ID, secret));
            refused(ErrorCode.INVALID_SECRET, () -> Verifier.builder(APP_ID, SECRET).previousSecret(secret).build());
        }
        refused(ErrorCode.INVALID_SECRET, () -> Issuer.of(APP_ID, SECRET.substring(1) + "\ud800"));
        refused(ErrorCode.INVALID_ARGUMENT, () -> Issuer.of(APP_ID, null));
        refused(ErrorCode.INVALID_ARGUMENT, () -> Verifier.of(APP_ID, null));
        String appSign = SECRET.toLowerCase() + SECRET.toLowerCase();
        assertEquals(true, refused(ErrorCode.INVALID_SECRET, () -> Issuer.of(APP_ID, appSign)).getMessage()
                .contains("AppSign"));
    }

    @Test
    void halvesOfSurrogatePairsAreRefused() {
        try (Issuer issuer = Issuer.of(APP_ID, SECRET); Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            String token = issuer.issue("user1", HOUR);
            String kitToken = issuer.kitToken("user1", HOUR, "room1");
            for (String half : List.of(HIGH, LOW, "\udc00\ud800", "a\ud800b", "?\udfff")) {
                refused(ErrorCode.INVALID_USER_ID, () -> issuer.issue(half, HOUR));
                refused(ErrorCode.INVALID_PAYLOAD, () -> issuer.issue("user1", HOUR, half));
                refused(ErrorCode.INVALID_ROOM,
                        () -> issuer.issueRoom("user1", HOUR, RoomPrivilege.builder(half).build()));
                refused(ErrorCode.INVALID_ROOM,
                        () -> RoomPrivilege.builder("room1").streams("s1", half).build().payload());
                refused(ErrorCode.INVALID_ROOM, () -> issuer.kitToken("user1", HOUR, half));
                refused(ErrorCode.INVALID_USER_ID, () -> issuer.kitToken("user1", HOUR, "room1", half));
                refused(ErrorCode.MALFORMED, () -> verifier.verify(half));
                refused(ErrorCode.MALFORMED, () -> verifier.verify(token + half));
                refused(ErrorCode.MALFORMED, () -> verifier.verify(kitToken + half));
                refused(ErrorCode.MALFORMED, () -> Token04.inspect(kitToken + half));
                refused(ErrorCode.MALFORMED, () -> Kit.decode(kitToken + half));
                refused(ErrorCode.INVALID_USER_ID, () -> verifier.verify(token, Login.builder().userId(half).build()));
                refused(ErrorCode.INVALID_PAYLOAD, () -> Privilege.parse(half));
            }
            // The second half in the next argument must not make up for the first.
            refused(ErrorCode.INVALID_USER_ID, () -> issuer.issue(HIGH, HOUR, LOW));
        }
    }

    @Test
    void nullIsRefusedWhereTextIsDue() {
        try (Issuer issuer = Issuer.of(APP_ID, SECRET); Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            String token = issuer.issue("user1", HOUR, null);
            assertEquals("userId must be a string, not null",
                    refused(ErrorCode.INVALID_ARGUMENT, () -> issuer.issue(null, HOUR)).getMessage());
            assertEquals("privilege must not be null",
                    refused(ErrorCode.INVALID_ARGUMENT, () -> issuer.issueRoom("user1", HOUR, null)).getMessage());
            refused(ErrorCode.INVALID_ROOM,
                    () -> issuer.issueRoom("user1", HOUR, RoomPrivilege.builder(null).build()));
            refused(ErrorCode.INVALID_ROOM,
                    () -> issuer.issueRoom("user1", HOUR, RoomPrivilege.builder("r").streams((String) null).build()));
            refused(ErrorCode.INVALID_ARGUMENT, () -> issuer.kitToken(null, HOUR, "room1"));
            refused(ErrorCode.INVALID_ROOM, () -> issuer.kitToken("user1", HOUR, null));
            refused(ErrorCode.INVALID_ARGUMENT, () -> verifier.verify(null));
            refused(ErrorCode.INVALID_ARGUMENT, () -> Token04.inspect(null));
            refused(ErrorCode.INVALID_ARGUMENT, () -> Kit.decode(null));
            refused(ErrorCode.INVALID_ARGUMENT, () -> Kit.encode(null, new KitUser(APP_ID, "user1", "room1")));
            assertEquals("user must not be null",
                    refused(ErrorCode.INVALID_ARGUMENT, () -> Kit.encode(token, null)).getMessage());
            refused(ErrorCode.INVALID_ARGUMENT, () -> Token04.generateToken04(APP_ID, null, SECRET, 1, null));
            refused(ErrorCode.INVALID_ARGUMENT, () -> Issuer.builder(APP_ID, SECRET).mode(null).build());
            assertEquals("user1", verifier.verify(token, null).userId());
        }
    }

    @Test
    void anExpectedNullDoesNotSwitchTheCheckOff() {
        try (Issuer issuer = Issuer.of(APP_ID, SECRET); Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            String token = issuer.issue("user1", HOUR);
            refused(ErrorCode.INVALID_ARGUMENT, () -> verifier.verify(token, Login.builder().userId(null).build()));
            refused(ErrorCode.INVALID_ROOM, () -> verifier.verify(token, Login.builder().roomId(null).build()));
            refused(ErrorCode.INVALID_ROOM, () -> verifier.verify(token, Login.builder().streamId(null).build()));
        }
    }

    @Test
    void durationsAreWholePositiveSecondsThatEndInTime() {
        Duration[] durations = {
            null, Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMillis(1500), Duration.ofNanos(1),
            Duration.ofMillis(-500), Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE)
        };
        try (Issuer issuer = Issuer.of(APP_ID, SECRET)) {
            for (Duration ttl : durations) {
                refused(ErrorCode.INVALID_TTL, () -> issuer.issue("user1", ttl));
                refused(ErrorCode.INVALID_TTL, () -> issuer.kitToken("user1", ttl, "room1"));
                refused(ErrorCode.INVALID_TTL,
                        () -> issuer.issueRoom("user1", ttl, RoomPrivilege.builder("room1").build()));
            }
        }
        for (Duration leeway : Arrays.asList(null, Duration.ofSeconds(-1), Duration.ofMillis(1500))) {
            refused(ErrorCode.INVALID_ARGUMENT, () -> Verifier.builder(APP_ID, SECRET).leeway(leeway).build());
        }
    }

    @Test
    void textOfAnyLengthAndCharacterComesBack() {
        try (Issuer issuer = Issuer.of(APP_ID, SECRET); Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            String all = "\0\u0001\n\"\\/<>&é房间😀\u2028\uffff?";
            for (int length : new int[] {0, 1, 100, 3000, 4040, 4090, 4200, 20_000, 60_000}) {
                String payload = all + "p".repeat(length);
                Claims claims = verifier.verify(issuer.issue(all, HOUR, payload));
                assertEquals(all, claims.userId());
                assertEquals(payload, claims.payload());
            }
            refused(ErrorCode.TOO_LONG, () -> issuer.issue("user1", HOUR, "p".repeat(70_000)));
            refused(ErrorCode.TOO_LONG, () -> issuer.issue("房".repeat(70_000), HOUR));
            refused(ErrorCode.TOO_LONG, () -> issuer.issue("user1", HOUR, "\0".repeat(65_000)));
            refused(ErrorCode.MALFORMED, () -> verifier.verify("04" + "A".repeat(10_000_000)));
        }
    }

    @Test
    void manyAndLongStreamsComeBack() {
        List<String> streams = new ArrayList<>();
        for (int number = 0; number < 2000; number++) {
            streams.add("stream-" + number + "-\"😀");
        }
        RoomPrivilege privilege = RoomPrivilege.builder("room1").streams(streams).build();
        try (Issuer issuer = Issuer.of(APP_ID, SECRET); Verifier verifier = Verifier.of(APP_ID, SECRET)) {
            Claims claims = verifier.verify(issuer.issueRoom("user1", HOUR, privilege));
            assertEquals(streams, claims.privilege().streams());
            assertEquals(privilege.payload(), claims.payload());
        }
    }

    @Test
    void everyCodeThatJavaCanReachIsReached() {
        Set<ErrorCode> unreachable =
                EnumSet.of(ErrorCode.RANDOM_UNAVAILABLE, ErrorCode.BUFFER_TOO_SMALL, ErrorCode.INTERNAL);
        Set<ErrorCode> reached = EnumSet.noneOf(ErrorCode.class);
        for (Executable call : refusals()) {
            reached.add(assertThrows(Token04Exception.class, call).errorCode());
        }
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(unreachable)), reached);
    }

    private static List<Executable> refusals() {
        Issuer issuer = Issuer.of(APP_ID, SECRET);
        Issuer profiled = Issuer.builder(APP_ID, SECRET).profile(Profile.RTC).build();
        Verifier verifier = Verifier.of(APP_ID, SECRET);
        String token = issuer.issue("user1", HOUR);
        Instant later = Instant.now().plusSeconds(7200);
        return List.of(
                () -> Issuer.of(0, SECRET),
                () -> issuer.issue("", HOUR),
                () -> Issuer.of(APP_ID, "short"),
                () -> issuer.issue("user1", Duration.ZERO),
                () -> issuer.issue("user1", HOUR, "p".repeat(70_000)),
                () -> RoomPrivilege.builder("").build().payload(),
                () -> profiled.issue("user1", HOUR, "no JSON"),
                () -> verifier.verify("no token"),
                () -> Verifier.of(APP_ID, "x".repeat(32)).verify(token),
                () -> verifier.verify(token, Login.builder().now(later).build()),
                () -> Verifier.of(1, SECRET).verify(token),
                () -> verifier.verify(token, Login.builder().userId("user2").build()),
                () -> verifier.verify(mismatched(token)),
                () -> verifier.verify(
                        issuer.issueRoom("user1", HOUR, RoomPrivilege.builder("room1").build()),
                        Login.builder().roomId("room2").build()),
                () -> verifier.verify(null));
    }

    /** The same token with another end in its envelope, which CBC does not notice. */
    private static String mismatched(String token) {
        byte[] envelope = java.util.Base64.getDecoder().decode(token.substring(2));
        envelope[7] ^= 1;
        return "04" + java.util.Base64.getEncoder().encodeToString(envelope);
    }
}
