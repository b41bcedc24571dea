package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import im.zego.serverassistant.utils.TokenServerAssistant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which arguments make a token, and the code of those that do not. */
class ArgumentsVectorsTest {
    private static final Map<Integer, TokenServerAssistant.ErrorCode> OFFICIAL = Map.of(
            0, TokenServerAssistant.ErrorCode.SUCCESS,
            1, TokenServerAssistant.ErrorCode.ILLEGAL_APP_ID,
            3, TokenServerAssistant.ErrorCode.ILLEGAL_USER_ID,
            5, TokenServerAssistant.ErrorCode.ILLEGAL_SECRET,
            6, TokenServerAssistant.ErrorCode.ILLEGAL_EFFECTIVE_TIME);

    @TestFactory
    Stream<DynamicTest> arguments() {
        return Vectors.of("arguments", vector -> {
            int expected = vector.get("code").asInt();
            if (vector.get("call").asText().equals("drop_in")) {
                TokenServerAssistant.TokenInfo info = dropIn(vector);
                assertEquals(OFFICIAL.getOrDefault(expected, TokenServerAssistant.ErrorCode.OTHER), info.error.code);
                assertEquals(expected == 0, info.data.startsWith("04"));
            } else {
                assertEquals(expected, code(vector));
            }
        });
    }

    private static int code(JsonNode vector) {
        long appId = appId(vector);
        String secret = text(vector, "secret");
        String userId = text(vector, "user_id");
        Duration ttl = ttl(vector);
        String payload = text(vector, "payload");
        JsonNode room = vector.get("room");
        Mode mode = Mode.valueOf(vector.path("mode").asText("cbc").toUpperCase(Locale.ROOT));
        Profile profile =
                vector.has("profile") ? Profile.valueOf(vector.get("profile").asText().toUpperCase(Locale.ROOT)) : null;
        try (Issuer issuer = Issuer.builder(appId, secret).mode(mode).profile(profile).build()) {
            String token = switch (vector.get("call").asText()) {
                case "issue" -> issuer.issue(userId, ttl, payload);
                case "issue_room" -> issuer.issueRoom(userId, ttl, privilege(room));
                case "kit" -> issuer.kitToken(userId, ttl, text(room, "room_id"), text(vector, "user_name"));
                default -> throw new IllegalArgumentException(vector.toString());
            };
            assertEquals(mode, Token04.inspect(token).mode());
            return 0;
        } catch (Token04Exception refused) {
            return refused.code();
        }
    }

    private static RoomPrivilege privilege(JsonNode room) {
        RoomPrivilege.Builder privilege = RoomPrivilege.builder(text(room, "room_id"));
        if (room.has("login")) {
            privilege.login(room.get("login").asBoolean());
        }
        if (room.has("publish")) {
            privilege.publish(room.get("publish").asBoolean());
        }
        if (room.has("streams")) {
            privilege.streams(Vectors.texts(room, "streams"));
        }
        return privilege.build();
    }

    private static TokenServerAssistant.TokenInfo dropIn(JsonNode vector) {
        BigDecimal ttl = number(vector, "ttl");
        assumeTrue(isWhole(ttl, Integer.MIN_VALUE, Integer.MAX_VALUE), "an int cannot carry this");
        return TokenServerAssistant.generateToken04(
                appId(vector), text(vector, "user_id"), text(vector, "secret"), ttl.intValueExact(),
                text(vector, "payload"));
    }

    private static long appId(JsonNode vector) {
        BigDecimal appId = number(vector, "app_id");
        assumeTrue(isWhole(appId, Long.MIN_VALUE, Long.MAX_VALUE), "a long cannot carry this");
        return appId.longValueExact();
    }

    /** Java's duration carries fractions too. */
    private static Duration ttl(JsonNode vector) {
        BigDecimal ttl = number(vector, "ttl");
        BigDecimal nanos = ttl.remainder(BigDecimal.ONE).movePointRight(9);
        BigDecimal seconds = ttl.setScale(0, java.math.RoundingMode.DOWN);
        assumeTrue(isWhole(seconds, Long.MIN_VALUE, Long.MAX_VALUE), "a duration cannot carry this");
        return Duration.ofSeconds(seconds.longValueExact(), nanos.longValueExact());
    }

    private static BigDecimal number(JsonNode vector, String field) {
        JsonNode number = Vectors.number(vector, field);
        assumeTrue(number.isNumber() || vector.has(field + "_text"), "no number of Java's can carry this");
        return new BigDecimal(number.asText());
    }

    private static boolean isWhole(BigDecimal number, long least, long most) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static String text(JsonNode vector, String field) {
        assumeTrue(Vectors.isText(vector, field), "a String cannot carry this");
        return Vectors.text(vector, field);
    }
}
