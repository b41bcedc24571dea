package io.token04;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which tokens open, what they say, and the code of those that are refused. */
class ReadingVectorsTest {
    @TestFactory
    Stream<DynamicTest> issue() {
        // No API of ours fixes clock, nonce and IV: the token is read instead.
        return Vectors.of("issue", vector -> {
            try (Verifier verifier = verifier(vector)) {
                Claims claims = verifier.verify(vector.get("token").asText(), at(vector).build());
                long now = vector.get("now").asLong();
                assertEquals(vector.get("app_id").asLong(), claims.appId());
                assertEquals(vector.get("user_id").asText(), claims.userId());
                assertEquals(vector.get("nonce").asLong(), claims.nonce());
                assertEquals(now, claims.ctime());
                assertEquals(now + vector.get("ttl").asLong(), claims.expire());
                assertEquals(vector.get("payload").asText(), claims.payload());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> open() {
        return Vectors.of("open", vector -> {
            String token = vector.get("token").asText();
            try (Verifier verifier = verifier(vector)) {
                Claims claims = verifier.verify(token, at(vector).build());
                JsonNode expected = vector.get("claims");
                assertEquals(expected.get("app_id").asLong(), claims.appId());
                assertEquals(expected.get("user_id").asText(), claims.userId());
                assertEquals(expected.get("nonce").asText(), Long.toString(claims.nonce()));
                assertEquals(expected.get("ctime").asText(), Long.toString(claims.ctime()));
                assertEquals(expected.get("expire").asText(), Long.toString(claims.expire()));
                assertEquals(expected.get("payload").asText(), claims.payload());
                assertPrivilege(vector.get("privilege"), claims.privilege());
            }
            Header header = Token04.inspect(token, Instant.ofEpochSecond(vector.get("now").asLong()));
            assertEquals("04", header.version());
            assertEquals(vector.get("mode").asText(), header.mode().toString().toLowerCase());
            assertEquals(vector.get("expires_at").asText(), header.toMap().get("expires_at").toString());
            assertEquals(vector.get("iv_bytes").asInt(), header.ivBytes());
            assertEquals(vector.get("ciphertext_bytes").asInt(), header.ciphertextBytes());
            assertEquals(false, header.expired());
            assertEquals(true, Token04.inspect(token, header.expiresAt()).expired() || header.expiresAt().equals(Instant.MAX));
        });
    }

    @TestFactory
    Stream<DynamicTest> reject() {
        return Vectors.of("reject", vector -> assertEquals(vector.get("code").asInt(), code(vector)));
    }

    private static int code(JsonNode vector) {
        Login.Builder login = at(vector);
        JsonNode expects = vector.path("login");
        if (expects.has("user_id")) {
            login.userId(expects.get("user_id").asText());
        }
        if (expects.has("room_id")) {
            login.roomId(expects.get("room_id").asText());
        }
        if (expects.has("stream_id")) {
            login.streamId(expects.get("stream_id").asText());
        }
        login.publish(expects.path("publish").asBoolean());
        login.requirePrivilege(expects.path("require_privilege").asBoolean());
        try (Verifier verifier = verifier(vector)) {
            verifier.verify(Vectors.text(vector, "token"), login.build());
            return 0;
        } catch (Token04Exception refused) {
            return refused.code();
        }
    }

    private static Verifier verifier(JsonNode vector) {
        return Verifier.builder(vector.get("app_id").asLong(), vector.get("secret").asText())
                .previousSecret(Vectors.text(vector, "previous_secret"))
                .leeway(Duration.ofSeconds(vector.path("leeway").asLong()))
                .build();
    }

    private static Login.Builder at(JsonNode vector) {
        return Login.builder().now(Instant.ofEpochSecond(vector.get("now").asLong()));
    }

    @TestFactory
    Stream<DynamicTest> privilege() {
        return Vectors.of("privilege", vector -> {
            if (vector.get("direction").asText().equals("write")) {
                RoomPrivilege privilege = RoomPrivilege.builder(vector.get("room_id").asText())
                        .login(vector.get("login").asBoolean())
                        .publish(vector.get("publish").asBoolean())
                        .streams(Vectors.texts(vector, "streams"))
                        .build();
                assertEquals(vector.get("payload").asText(), privilege.payload());
            } else {
                assertPrivilege(vector.get("privilege"), Privilege.parse(vector.get("payload").asText()));
            }
        });
    }

    private static void assertPrivilege(JsonNode expected, Privilege read) {
        if (expected == null || expected.isNull()) {
            assertNull(read);
            return;
        }
        assertEquals(expected.get("room_id").asText(), read.roomId());
        assertEquals(Vectors.truth(expected, "login"), read.login());
        assertEquals(Vectors.truth(expected, "publish"), read.publish());
        assertEquals(Vectors.texts(expected, "streams"), read.streams());
    }

    @TestFactory
    Stream<DynamicTest> kit() {
        return Vectors.of("kit", vector -> {
            String direction = vector.get("direction").asText();
            if (!direction.equals("decode")) {
                encode(vector);
            }
            if (!direction.equals("encode")) {
                decode(vector);
            }
        });
    }

    private static void encode(JsonNode vector) {
        int code = 0;
        try {
            String kitToken = Kit.encode(Vectors.text(vector, "token"), user(vector.get("user")));
            assertEquals(vector.get("kit_token").asText(), kitToken);
        } catch (Token04Exception refused) {
            code = refused.code();
        }
        assertEquals(vector.get("code").asInt(), code);
    }

    private static void decode(JsonNode vector) {
        int code = 0;
        try {
            KitToken read = Kit.decode(Vectors.text(vector, "kit_token"));
            assertEquals(vector.get("token").asText(), read.token());
            assertEquals(user(vector.get("user")), read.user());
        } catch (Token04Exception refused) {
            code = refused.code();
        }
        assertEquals(vector.get("code").asInt(), code);
    }

    private static KitUser user(JsonNode user) {
        return new KitUser(
                user.get("app_id").asLong(), Vectors.text(user, "user_id"), Vectors.text(user, "room_id"),
                Vectors.text(user, "user_name"));
    }
}
