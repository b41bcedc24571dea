package io.token04;

import java.util.List;
import java.util.Objects;

/** The limits that a token carries, as read from its payload. */
public final class Privilege {
    private final String roomId;
    private final Boolean login;
    private final Boolean publish;
    private final List<String> streams;

    private Privilege(Packed packed) {
        roomId = packed.readText();
        login = packed.readOptionalBoolean();
        publish = packed.readOptionalBoolean();
        streams = packed.readList(Packed::readText);
    }

    /**
     * Reads a payload.
     *
     * @param payload the payload of a token
     * @return the privileges, or null where the payload is null, empty or not of the privilege form
     * @throws Token04Exception 104 where the payload holds half of a surrogate pair
     */
    public static Privilege parse(String payload) {
        Exchange exchange = Exchange.open();
        try {
            exchange.write(payload);
            Packed fields = exchange.fields(Native.privilege(
                    exchange.address(), exchange.requestBytes(), exchange.capacity()));
            return fields == null ? null : new Privilege(fields);
        } finally {
            exchange.close();
        }
    }

    /**
     * The only room that the token is good for.
     *
     * @return the room id; an empty one is any room
     */
    public String roomId() {
        return roomId;
    }

    /**
     * Whether logging in is allowed.
     *
     * @return null where the token does not say, which denies it
     */
    public Boolean login() {
        return login;
    }

    /**
     * Whether publishing is allowed.
     *
     * @return null where the token does not say, which denies it
     */
    public Boolean publish() {
        return publish;
    }

    /**
     * The only streams that the token is good for.
     *
     * @return an unmodifiable list; null and an empty one are any stream
     */
    public List<String> streams() {
        return streams;
    }

    @Override
    public boolean equals(Object other) {
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
