package io.token04;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a login expects of a valid token.
 *
 * <p>What is not set is not checked. Null does not unset anything: verifying reports it as an error, so that a missing
 * user id does not switch the check off.
 *
 * <pre>{@code
 * Login login = Login.builder().userId("user1").roomId("room1").publish(true).requirePrivilege(true).build();
 * }</pre>
 */
public final class Login {
    // The bits of what is expected, as in reading.rs.
    private static final int USER_ID = 1;
    private static final int ROOM_ID = 2;
    private static final int STREAM_ID = 4;
    private static final int PUBLISH = 8;
    private static final int REQUIRE_PRIVILEGE = 16;

    /** Expects nothing. */
    static final Login ANY = builder().build();

    private final int expects;
    private final @Nullable String userId;
    private final @Nullable String roomId;
    private final @Nullable String streamId;
    private final long now;

    private Login(Builder builder) {
        expects = builder.expects;
        userId = builder.userId;
        roomId = builder.roomId;
        streamId = builder.streamId;
        now = builder.now;
    }

    /**
     * Starts a login without expectations.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    int expects() {
        return expects;
    }

    /** Adds the expected texts to a request. */
    void writeTo(Exchange exchange) {
        if ((expects & USER_ID) != 0) {
            exchange.write(userId);
        }
        if ((expects & ROOM_ID) != 0) {
            exchange.write(roomId);
        }
        if ((expects & STREAM_ID) != 0) {
            exchange.write(streamId);
        }
    }

    boolean hasNow() {
        return now != Time.SYSTEM_CLOCK;
    }

    long now() {
        return now;
    }

    /** Expectations of a new {@link Login}. */
    public static final class Builder {
        private int expects;
        private @Nullable String userId;
        private @Nullable String roomId;
        private @Nullable String streamId;
        private long now = Time.SYSTEM_CLOCK;

        private Builder() {}

        /**
         * Expects a token for this user.
         *
         * @param userId the user who is logging in
         * @return this builder
         */
        public Builder userId(String userId) {
            expects |= USER_ID;
            this.userId = userId;
            return this;
        }

        /**
         * Expects a token that allows logging in to this room. An identity token allows every room, unless
         * {@link #requirePrivilege(boolean)} is set.
         *
         * @param roomId the room
         * @return this builder
         */
        public Builder roomId(String roomId) {
            expects |= ROOM_ID;
            this.roomId = roomId;
            return this;
        }

        /**
         * Expects a token that allows this stream. An identity token allows every stream, unless
         * {@link #requirePrivilege(boolean)} is set.
         *
         * @param streamId the stream
         * @return this builder
         */
        public Builder streamId(String streamId) {
            expects |= STREAM_ID;
            this.streamId = streamId;
            return this;
        }

        /**
         * Sets whether the token must allow publishing. An identity token does, unless
         * {@link #requirePrivilege(boolean)} is set.
         *
         * @param expected the default is false
         * @return this builder
         */
        public Builder publish(boolean expected) {
            return expect(PUBLISH, expected);
        }

        /**
         * Sets whether an identity token is refused, with {@link ErrorCode#NOT_PERMITTED}. Without this, an identity
         * token satisfies any room, stream and right, because the format means it so: a room that is guarded by
         * privilege tokens needs this.
         *
         * @param required the default is false
         * @return this builder
         */
        public Builder requirePrivilege(boolean required) {
            return expect(REQUIRE_PRIVILEGE, required);
        }

        private Builder expect(int bit, boolean expected) {
            expects = expected ? expects | bit : expects & ~bit;
            return this;
        }

        /**
         * Sets the time to check against, instead of the current time.
         *
         * @param now the time, rounded down to whole seconds
         * @return this builder
         */
        public Builder now(Instant now) {
            this.now = Time.seconds(now);
            return this;
        }

        /**
         * Creates the login.
         *
         * @return the login
         */
        public Login build() {
            return new Login(this);
        }
    }
}
