package io.token04;

/**
 * What is known beside a token when it is diagnosed: the more is told, the more can be said. Null is not known, as
 * what is not told.
 *
 * <pre>{@code
 * Question question = Question.builder().secret(secret).appId(1234567890L).userId("user1").build();
 * }</pre>
 */
public final class Question {
    /** Knows nothing. */
    static final Question EMPTY = builder().build();

    private final String secret;
    private final Long appId;
    private final String userId;
    private final String roomId;
    private final String streamId;
    private final boolean publish;
    private final Profile profile;
    private final Language lang;
    private final Long now;

    private Question(Builder builder) {
        secret = builder.secret;
        appId = builder.appId;
        userId = builder.userId;
        roomId = builder.roomId;
        streamId = builder.streamId;
        publish = builder.publish;
        profile = builder.profile;
        lang = builder.lang;
        now = builder.now;
    }

    /**
     * A builder that knows nothing yet.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Asks this of a token. */
    Report ask(String token) {
        Exchange exchange = Exchange.open();
        try {
            exchange.writeAny(token).writeSecret(secret).write(userId).write(roomId).write(streamId);
            return new Report(exchange.fields(Native.diagnose(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    appId != null, appId == null ? 0 : appId, publish, Profile.numberOf(profile),
                    Language.numberOf(lang), now != null, now == null ? 0 : now)));
        } finally {
            exchange.close();
        }
    }

    /**
     * What is known, without the secret.
     *
     * @return such as {@code Question{secret=[redacted], appId=1, userId=user1, …}}
     */
    @Override
    public String toString() {
        return "Question{secret=" + (secret == null ? "null" : "[redacted]") + ", appId=" + appId
                + ", userId=" + userId + ", roomId=" + roomId + ", streamId=" + streamId + ", publish=" + publish
                + ", profile=" + profile + ", lang=" + lang + ", now=" + now + "}";
    }

    /** What a {@link Question} to be knows. */
    public static final class Builder {
        private String secret;
        private Long appId;
        private String userId;
        private String roomId;
        private String streamId;
        private boolean publish;
        private Profile profile;
        private Language lang = Language.EN;
        private Long now;

        private Builder() {}

        /**
         * Tells the ServerSecret that the token should have been made with. No text of the report holds it.
         *
         * @param secret the secret, of any length: a wrong one may be the mistake
         * @return this builder
         */
        public Builder secret(String secret) {
            this.secret = secret;
            return this;
        }

        /**
         * Tells the app that the client runs under.
         *
         * @param appId the app id, 1 to 4294967295
         * @return this builder
         */
        public Builder appId(long appId) {
            this.appId = appId;
            return this;
        }

        /**
         * Tells the user who logs in.
         *
         * @param userId the user id
         * @return this builder
         */
        public Builder userId(String userId) {
            this.userId = userId;
            return this;
        }

        /**
         * Tells the room that the user logs in to.
         *
         * @param roomId the room id
         * @return this builder
         */
        public Builder roomId(String roomId) {
            this.roomId = roomId;
            return this;
        }

        /**
         * Tells the stream to publish or play.
         *
         * @param streamId the stream id
         * @return this builder
         */
        public Builder streamId(String streamId) {
            this.streamId = streamId;
            return this;
        }

        /**
         * Tells whether the user means to publish.
         *
         * @param expected false unless told
         * @return this builder
         */
        public Builder publish(boolean expected) {
            publish = expected;
            return this;
        }

        /**
         * Tells the product that the token is for. Without one, only what holds for all of them is an error.
         *
         * @param profile the product
         * @return this builder
         */
        public Builder profile(Profile profile) {
            this.profile = profile;
            return this;
        }

        /**
         * Sets the language of messages and fixes.
         *
         * @param language English unless told; not null
         * @return this builder
         */
        public Builder lang(Language language) {
            lang = language;
            return this;
        }

        /**
         * Sets the time of the question, instead of the clock's.
         *
         * @param unixSeconds seconds since 1970
         * @return this builder
         */
        public Builder now(long unixSeconds) {
            now = unixSeconds;
            return this;
        }

        /**
         * Makes the question, whose fields are checked when it is asked.
         *
         * @return the question
         */
        public Question build() {
            return new Question(this);
        }
    }
}
