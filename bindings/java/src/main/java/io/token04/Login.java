package io.token04;

/**
 * What a verification expects beyond a good token.
 *
 * <p>What is not told is not checked; null in its place is no wish, but refused when a token is verified, so
 * that a missing user id does not switch the check off.
 *
 * <pre>{@code
 * Login login = Login.builder().userId("user1").roomId("room1").publish(true).build();
 * }</pre>
 */
public final class Login {
    // The bits of what is told, as in reading.rs.
    private static final int USER_ID = 1;
    private static final int ROOM_ID = 2;
    private static final int STREAM_ID = 4;
    private static final int PUBLISH = 8;
    static final int NOW = 16;

    /** Expects nothing. */
    static final Login ANY = builder().build();

    private final int expects;
    private final String userId;
    private final String roomId;
    private final String streamId;
    private final long now;

    private Login(Builder builder) {
        expects = builder.expects;
        userId = builder.userId;
        roomId = builder.roomId;
        streamId = builder.streamId;
        now = builder.now;
    }

    /**
     * A builder that expects nothing yet.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    int expects() {
        return expects;
    }

    /** Adds to a request the texts that are expected. */
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

    long now() {
        return now;
    }

    /** Expectations of a {@link Login} to be. */
    public static final class Builder {
        private int expects;
        private String userId;
        private String roomId;
        private String streamId;
        private long now;

        private Builder() {}

        /**
         * Expects the token to be for this user.
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
         * Expects the token to allow logging in to this room. An identity token allows any.
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
         * Expects the token to be good for this stream. An identity token is good for any.
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
         * Sets whether the token is expected to allow publishing. An identity token does.
         *
         * @param expected false unless told
         * @return this builder
         */
        public Builder publish(boolean expected) {
            expects = expected ? expects | PUBLISH : expects & ~PUBLISH;
            return this;
        }

        /**
         * Sets the time to check against, instead of the clock's.
         *
         * @param unixSeconds seconds since 1970
         * @return this builder
         */
        public Builder now(long unixSeconds) {
            expects |= NOW;
            now = unixSeconds;
            return this;
        }

        /**
         * Makes the expectation.
         *
         * @return the expectation
         */
        public Login build() {
            return new Login(this);
        }
    }
}
