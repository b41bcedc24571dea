package io.token04;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The privileges in a token, as read from its payload. */
public final class Privilege {
    private final String roomId;
    private final @Nullable Boolean login;
    private final @Nullable Boolean publish;
    private final @Nullable List<String> streams;

    Privilege(Packed packed) {
        roomId = packed.readText();
        login = packed.readOptionalBoolean();
        publish = packed.readOptionalBoolean();
        streams = packed.readOptionalList(Packed::readText);
    }

    /**
     * Reads a payload.
     *
     * @param payload the payload of a token
     * @return the privileges, or null if the payload is null, empty or not of the privilege form
     * @throws Token04Exception {@link ErrorCode#INVALID_PAYLOAD} if the payload contains half of a surrogate pair
     */
    public static @Nullable Privilege parse(@Nullable String payload) {
        Exchange exchange = Exchange.open();
        try {
            exchange.write(payload);
            Packed fields = exchange.optionalFields(Native.privilege(
                    exchange.address(), exchange.requestBytes(), exchange.capacity()));
            return fields == null ? null : new Privilege(fields);
        } finally {
            exchange.close();
        }
    }

    /**
     * The only room that the token is valid for.
     *
     * @return the room id; an empty one means any room
     */
    public String roomId() {
        return roomId;
    }

    /**
     * Whether logging in is allowed.
     *
     * @return null if the token does not say, which denies it
     */
    public @Nullable Boolean login() {
        return login;
    }

    /**
     * Whether publishing is allowed.
     *
     * @return null if the token does not say, which denies it
     */
    public @Nullable Boolean publish() {
        return publish;
    }

    /**
     * The only streams that the token is valid for.
     *
     * @return an unmodifiable list; null and an empty one mean any stream
     */
    public @Nullable List<String> streams() {
        return streams;
    }

    /**
     * The privileges for JSON, in the shape that {@code token04 verify --json} prints. Jackson uses it by itself.
     *
     * @return an unmodifiable map with {@code room_id}, {@code login}, {@code publish} and {@code streams}
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("room_id", roomId);
        map.put("login", login);
        map.put("publish", publish);
        map.put("streams", streams);
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Privilege)) {
            return false;
        }
        Privilege that = (Privilege) other;
        return roomId.equals(that.roomId) && Objects.equals(login, that.login)
                && Objects.equals(publish, that.publish) && Objects.equals(streams, that.streams);
    }

    @Override
    public int hashCode() {
        return Objects.hash(roomId, login, publish, streams);
    }

    @Override
    public String toString() {
        return "Privilege{roomId=" + roomId + ", login=" + login + ", publish=" + publish
                + ", streams=" + streams + "}";
    }
}
