package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Why a token is refused: the shared vectors, and what only Java can pass. */
class DiagnoseTest {
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";

    @TestFactory
    Stream<DynamicTest> diagnose() {
        return Vectors.of("diagnose", vector -> {
            Report report = ask(vector, Language.EN);
            assertEquals(vector.get("ok").asBoolean(), report.ok());
            assertEquals(
                    items(vector.get("findings"))
                            .map(finding -> finding.get("id").asText() + " " + finding.get("severity").asText()).toList(),
                    report.findings().stream().map(finding -> finding.id() + " " + name(finding.severity())).toList());
            for (Finding finding : report.findings()) {
                JsonNode codes = vector.get("codes").get(finding.id().toString());
                assertEquals(items(codes).map(JsonNode::asInt).toList(), finding.clientCodes(), finding::toString);
                assertTells(finding);
            }
            assertClaims(vector.get("claims"), report.claims());
            assertChinese(report, ask(vector, Language.ZH));
            assertHidden(vector, report);
        });
    }

    private static Report ask(JsonNode vector, Language lang) {
        Question.Builder question = Question.builder()
                .secret(Vectors.text(vector, "secret"))
                .userId(Vectors.text(vector, "user_id"))
                .roomId(Vectors.text(vector, "room_id"))
                .streamId(Vectors.text(vector, "stream_id"))
                .publish(vector.path("publish").asBoolean())
                .lang(lang)
                .now(Instant.ofEpochSecond(vector.get("now").asLong()));
        if (vector.has("app_id")) {
            question.appId(vector.get("app_id").asLong());
        }
        if (vector.has("profile")) {
            question.profile(Profile.valueOf(vector.get("profile").asText().toUpperCase(Locale.ROOT)));
        }
        return Token04.diagnose(Vectors.text(vector, "token"), question.build());
    }

    /** The items of a list; none where it is not given. */
    private static Stream<JsonNode> items(JsonNode list) {
        return list == null ? Stream.empty() : StreamSupport.stream(list.spliterator(), false);
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static void assertTells(Finding finding) {
        assertFalse(finding.message().isEmpty(), finding::toString);
        assertFalse(finding.fix().isEmpty(), finding::toString);
        assertThrows(UnsupportedOperationException.class, () -> finding.clientCodes().add(1));
    }

    private static void assertClaims(JsonNode expected, Claims claims) {
        if (expected == null) {
            return;
        }
        assertEquals(expected.get("app_id").asLong(), claims.appId());
        assertEquals(expected.get("user_id").asText(), claims.userId());
        assertEquals(expected.get("nonce").asText(), Long.toString(claims.nonce()));
        assertEquals(expected.get("ctime").asText(), Long.toString(claims.ctime()));
        assertEquals(expected.get("expire").asText(), Long.toString(claims.expire()));
        assertEquals(expected.get("payload").asText(), claims.payload());
    }

    private static void assertChinese(Report english, Report chinese) {
        assertEquals(
                english.findings().stream().map(Finding::id).toList(),
                chinese.findings().stream().map(Finding::id).toList());
        for (Finding finding : chinese.findings()) {
            for (String text : List.of(finding.message(), finding.fix())) {
                assertTrue(text.codePoints().anyMatch(Character::isIdeographic), text);
            }
        }
    }

    private static void assertHidden(JsonNode vector, Report report) {
        String secret = Vectors.text(vector, "secret");
        if (secret != null && secret.length() >= 16) {
            assertFalse(report.toString().contains(secret), "the secret is shown");
        }
    }

    @Test
    void everyIdOccursInTheVectors() {
        Set<String> ids = Vectors.cases("diagnose").flatMap(vector -> items(vector.get("findings")))
                .map(finding -> finding.get("id").asText()).collect(Collectors.toSet());
        assertEquals(ids, Arrays.stream(FindingId.values()).map(FindingId::toString).collect(Collectors.toSet()));
    }

    @Test
    void allButTheTokenIsOptional() {
        try (Issuer issuer = Issuer.builder(7, SECRET).mode(Mode.GCM).build()) {
            String token = issuer.issue("user1", Duration.ofHours(1));
            Question secretOnly = Question.builder().secret(SECRET).build();
            Report sound = Token04.diagnose(token, secretOnly);
            assertTrue(sound.ok());
            assertEquals(List.of(), sound.findings());
            assertEquals("user1", sound.claims().userId());
            assertEquals(sound, Token04.diagnose(token, secretOnly));
            assertEquals(sound.hashCode(), Token04.diagnose(token, secretOnly).hashCode());

            Report closed = Token04.diagnose(token);
            assertTrue(closed.ok());
            assertNull(closed.claims());
            assertNotEquals(sound, closed);
            assertEquals(closed, Token04.diagnose(token, null));
            assertEquals(closed, Token04.diagnose(token, Question.builder()
                    .secret(null).userId(null).roomId(null).streamId(null).profile(null).build()));

            Instant end = sound.claims().expiresAt();
            Report late = Token04.diagnose(token, Question.builder().now(end).build());
            assertEquals(FindingId.EXPIRED, late.findings().get(0).id());
            assertThrows(UnsupportedOperationException.class, () -> late.findings().clear());
        }
    }

    @Test
    void anyTextIsDiagnosed() {
        String long1 = "#".repeat(1 << 20);
        for (String text : List.of("", "\0", "04", "\ud83d", "04\ude00", "a\ud800b", "\udc00\ud800", "😀", "{", long1)) {
            Report report = Token04.diagnose(text, Question.builder().secret("").userId("").build());
            assertFalse(report.ok(), report::toString);
        }
        try (Issuer issuer = Issuer.of(7, SECRET)) {
            Report damaged = Token04.diagnose(
                    issuer.issue("user1", Duration.ofHours(1)) + "\ud83d", Question.builder().secret(SECRET).build());
            assertFalse(damaged.ok(), damaged::toString);
        }
        assertEquals(Token04.diagnose("04\ufffd"), Token04.diagnose("04\ud800"));
    }

    @Test
    void claimsBeyondTheSharedMemoryComeWhole() {
        String payload = "{\"text\":\"" + "é".repeat(20_000) + "\"}";
        try (Issuer issuer = Issuer.of(4294967295L, SECRET)) {
            String token = issuer.issue("user1", Duration.ofHours(1), payload);
            Report report = Token04.diagnose(token, Question.builder().secret(SECRET).appId(4294967295L).build());
            assertEquals(payload, report.claims().payload());
            assertEquals(4294967295L, report.claims().appId());
        }
    }

    @Test
    void badArgumentsAreTold() {
        refused(ErrorCode.INVALID_ARGUMENT, null, Question.builder());
        refused(ErrorCode.INVALID_ARGUMENT, null, Question.builder().secret(SECRET));
        for (long appId : new long[] {0, -1, 1L << 32, (1L << 32) + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            refused(ErrorCode.INVALID_APP_ID, "x", Question.builder().secret(SECRET).appId(appId));
        }
        for (String half : List.of("u\ud83d", "\ude00u")) {
            refused(ErrorCode.INVALID_SECRET, "x", Question.builder().secret(SECRET + half));
            refused(ErrorCode.INVALID_USER_ID, "x", Question.builder().secret(SECRET).userId(half));
            refused(ErrorCode.INVALID_ROOM, "x", Question.builder().secret(SECRET).roomId(half));
            refused(ErrorCode.INVALID_ROOM, "x", Question.builder().secret(SECRET).streamId(half));
        }
        refused(ErrorCode.INVALID_ARGUMENT, "x", Question.builder().secret(SECRET).lang(null));
    }

    private static void refused(ErrorCode code, String token, Question.Builder question) {
        Token04Exception refused = assertThrows(
                Token04Exception.class, () -> Token04.diagnose(token, question.build()));
        assertEquals(code, refused.errorCode(), refused.getMessage());
        assertFalse(refused.getMessage().contains(SECRET), "the secret is shown");
    }

    @Test
    void questionsDoNotShowTheSecret() {
        Question question = Question.builder().secret(SECRET).appId(7).userId("user1").profile(Profile.RTC).build();
        assertEquals(
                "Question{secret=[redacted], appId=7, userId=user1, roomId=null, streamId=null, publish=false, "
                        + "profile=RTC, code=null, lang=EN, now=null}",
                question.toString());
        assertFalse(Question.builder().secret(SECRET).toString().contains(SECRET));
        assertTrue(Question.builder().build().toString().startsWith("Question{secret=null, appId=null,"));
    }
}
