package io.token04;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The privileges of a new token: one room, the rights in it, and the streams.
 *
 * <p>By default, logging in is allowed, publishing is not, and any stream is valid. ZEGO enforces privileges only for
 * projects for which its support has enabled them.
 *
 * <pre>{@code
 * RoomPrivilege privilege = RoomPrivilege.builder("room1").publish(true).streams("s1", "s2").build();
 * String token = issuer.issueRoom("user1", Duration.ofHours(1), privilege);
 * }</pre>
 */
public final class RoomPrivilege {
    private final String roomId;
    private final boolean login;
    private final boolean publish;
    private final @Nullable List<String> streams;

    private RoomPrivilege(Builder builder) {
        roomId = builder.roomId;
        login = builder.login;
        publish = builder.publish;
        streams = builder.streams;
    }

    /**
     * Starts privileges in one room.
     *
     * @param roomId the room, not empty
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
     * @return the default is true
     */
    public boolean login() {
        return login;
    }

    /**
     * Whether the user may publish a stream.
     *
     * @return the default is false
     */
    public boolean publish() {
        return publish;
    }

    /**
     * The only streams that the token is valid for.
     *
     * @return an unmodifiable list; null means any stream
     */
    public @Nullable List<String> streams() {
        return streams;
    }

    /**
     * The privileges as the JSON text that a token carries.
     *
     * @return the payload for {@link Issuer#issue(String, java.time.Duration, String)}
     * @throws Token04Exception {@link ErrorCode#INVALID_ROOM} if the room id or a stream id is null or empty, or the
     *     list of streams is empty
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
    public boolean equals(@Nullable Object other) {
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

    /** Settings of new {@link RoomPrivilege}, which are checked when a token or a payload is made of them. */
    public static final class Builder {
        private final String roomId;
        private boolean login = true;
        private boolean publish;
        private @Nullable List<String> streams;

        private Builder(String roomId) {
            this.roomId = roomId;
        }

        /**
         * Sets whether the user may log in to the room.
         *
         * @param allowed the default is true
         * @return this builder
         */
        public Builder login(boolean allowed) {
            login = allowed;
            return this;
        }

        /**
         * Sets whether the user may publish a stream.
         *
         * @param allowed the default is false
         * @return this builder
         */
        public Builder publish(boolean allowed) {
            publish = allowed;
            return this;
        }

        /**
         * Sets the only streams that the token is valid for.
         *
         * @param streamIds at least one; an empty list is refused, because readers disagree whether it means no
         *     stream or any
         * @return this builder
         */
        public Builder streams(String... streamIds) {
            return streams(Arrays.asList(streamIds));
        }

        /**
         * Sets the only streams that the token is valid for.
         *
         * @param streamIds at least one; null, the default, means any stream
         * @return this builder
         */
        public Builder streams(@Nullable Collection<String> streamIds) {
            streams = streamIds == null ? null : Collections.unmodifiableList(new ArrayList<>(streamIds));
            return this;
        }

        /**
         * Creates the privileges.
         *
         * @return the privileges
         */
        public RoomPrivilege build() {
            return new RoomPrivilege(this);
        }
    }
}
