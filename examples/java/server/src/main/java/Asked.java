import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.token04.RoomPrivilege;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What a client asks for, read from the body of its request. */
final class Asked {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** Null where the client leaves it to the JWT. */
    final String userId;
    /** In seconds. */
    final long ttl;
    /** Null for a token that is valid for any room. */
    final RoomPrivilege room;
    final boolean publish;
    final String roomId;

    private Asked(JsonNode body, long defaultTtl) {
        if (!hasOnly(body, Set.of("user_id", "ttl", "room"))) {
            throw new Problem(400, 901, "the body must be a JSON object of user_id, ttl and room, or fewer");
        }
        JsonNode asked = body.path("user_id");
        if (!asked.isMissingNode() && !asked.isTextual()) {
            throw new Problem(400, 3, "user_id must be a string");
        }
        userId = asked.textValue();
        asked = body.path("ttl");
        boolean whole = asked.isMissingNode() || asked.isIntegralNumber() && asked.canConvertToLong();
        if (!whole || asked.asLong(defaultTtl) < 1) {
            throw new Problem(400, 6, "ttl must be whole seconds, at least 1");
        }
        ttl = asked.asLong(defaultTtl);
        asked = body.path("room");
        room = asked.isMissingNode() || asked.isNull() ? null : room(asked);
        publish = asked.path("publish").asBoolean();
        roomId = asked.path("room_id").textValue();
    }

    static Asked read(byte[] body, long defaultTtl) {
        try {
            // Strictly: Jackson would put another character in the place of some that are no UTF-8.
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return new Asked(text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text), defaultTtl);
        } catch (CharacterCodingException | JsonProcessingException malformed) {
            throw new Problem(400, 901, "the body must be JSON in UTF-8");
        }
    }

    private static RoomPrivilege room(JsonNode room) {
        Problem malformed =
                new Problem(400, 102, "room must be an object of room_id, login, publish and streams, or fewer");
        if (!hasOnly(room, Set.of("room_id", "login", "publish", "streams")) || !room.path("room_id").isTextual()) {
            throw malformed;
        }
        for (String right : List.of("login", "publish")) {
            if (room.has(right) && !room.get(right).isBoolean()) {
                throw malformed;
            }
        }
        RoomPrivilege.Builder privilege = RoomPrivilege.builder(room.get("room_id").textValue())
                .login(room.path("login").asBoolean(true))
                .publish(room.path("publish").asBoolean(false));
        JsonNode streams = room.path("streams");
        if (streams.isMissingNode() || streams.isNull()) {
            return privilege.build();
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode stream : streams) {
            if (!stream.isTextual()) {
                throw malformed;
            }
            ids.add(stream.textValue());
        }
        if (!streams.isArray()) {
            throw malformed;
        }
        return privilege.streams(ids).build();
    }

    private static boolean hasOnly(JsonNode object, Set<String> names) {
        if (!object.isObject()) {
            return false;
        }
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext();) {
            if (!names.contains(keys.next())) {
                return false;
            }
        }
        return true;
    }
}
