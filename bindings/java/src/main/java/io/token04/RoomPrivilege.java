package io.token04;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The limits that a token is to carry: one room, the rights in it, and the streams.
 *
 * <p>Logging in is allowed, publishing is not, and any stream is good, unless told otherwise. ZEGO enforces
 * privileges only for projects where its support has switched them on.
 *
 * <pre>{@code
 * RoomPrivilege privilege = RoomPrivilege.builder("room1").publish(true).streams("s1", "s2").build();
 * String token = issuer.issueRoom("user1", Duration.ofHours(1), privilege);
 * }</pre>
 */
public final class RoomPrivilege {
    /** In place of null: without a room, it is refused where any other without a room is. */
    static final RoomPrivilege MISSING = builder(null).build();

    private final String roomId;
    private final boolean login;
    private final boolean publish;
    private final List<String> streams;

    private RoomPrivilege(Builder builder) {
        roomId = builder.roomId;
        login = builder.login;
        publish = builder.publish;
        streams = builder.streams;
    }

    /**
     * A builder for privileges in one room.
     *
     * @param roomId the room, which must be named
     * @return the builder
     */
    public static Builder builder(String roomId) {
        return new Builder(roomId);
    }

    /**
     * The room.
     *
     * @return the room id
     */
    public String roomId() {
        return roomId;
    }

    /**
     * Whether the user may log in to the room.
     *
     * @return true unless told otherwise
     */
    public boolean login() {
        return login;
    }

    /**
     * Whether the user may publish a stream.
     *
     * @return false unless told otherwise
     */
    public boolean publish() {
        return publish;
    }

    /**
     * The only streams that the token is good for.
     *
     * @return an unmodifiable list; null is any stream
     */
    public List<String> streams() {
        return streams;
    }

    /**
     * The privileges as the JSON text that a token carries.
     *
     * @return the payload for {@link Issuer#issue(String, java.time.Duration, String)}
     * @throws Token04Exception 102 where the room id or a stream id is null or empty, or the list of streams is
     *     empty
     */
    public String payload() {
        Exchange exchange = Exchange.open();
        try {
            exchange.write(roomId).write(streams);
            return exchange.text(Native.privilegePayload(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(), login, publish));
        } finally {
            exchange.close();
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof RoomPrivilege)) {
            return false;
        }
        RoomPrivilege that = (RoomPrivilege) other;
        return Objects.equals(roomId, that.roomId) && login == that.login && publish == that.publish
                && Objects.equals(streams, that.streams);
    }

    @Override
    public int hashCode() {
        return Objects.hash(roomId, login, publish, streams);
    }

    @Override
    public String toString() {
        return "RoomPrivilege{roomId=" + roomId + ", login=" + login + ", publish=" + publish
                + ", streams=" + streams + "}";
    }

    /** Limits of a {@link RoomPrivilege} to be. They are checked when a token or a payload is made of them. */
    public static final class Builder {
        private final String roomId;
        private boolean login = true;
        private boolean publish;
        private List<String> streams;

        private Builder(String roomId) {
            this.roomId = roomId;
        }

        /**
         * Sets whether the user may log in to the room.
         *
         * @param allowed true unless told
         * @return this builder
         */
        public Builder login(boolean allowed) {
            login = allowed;
            return this;
        }

        /**
         * Sets whether the user may publish a stream.
         *
         * @param allowed false unless told
         * @return this builder
         */
        public Builder publish(boolean allowed) {
            publish = allowed;
            return this;
        }

        /**
         * Sets the only streams that the token is good for.
         *
         * @param streamIds at least one: whether an empty list means no stream or any is told in two ways, so it
         *     is refused
         * @return this builder
         */
        public Builder streams(String... streamIds) {
            return streams(streamIds == null ? null : Arrays.asList(streamIds));
        }

        /**
         * Sets the only streams that the token is good for.
         *
         * @param streamIds at least one, or null for any stream, as unless told
         * @return this builder
         */
        public Builder streams(Collection<String> streamIds) {
            streams = streamIds == null ? null : Collections.unmodifiableList(new ArrayList<>(streamIds));
            return this;
        }

        /**
         * Makes the privileges.
         *
         * @return the privileges
         */
        public RoomPrivilege build() {
            return new RoomPrivilege(this);
        }
    }
}
