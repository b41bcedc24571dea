package io.token04;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a token that is diagnosed: the more it has, the more can be said. Null means not known, the same as
 * not set.
 *
 * <pre>{@code
 * Question question = Question.builder().secret(secret).appId(1234567890L).userId("user1").build();
 * }</pre>
 */
public final class Question {
    /** Knows nothing. */
    static final Question EMPTY = builder().build();

    private final @Nullable String secret;
    private final @Nullable Long appId;
    private final @Nullable String userId;
    private final @Nullable String roomId;
    private final @Nullable String streamId;
    private final boolean publish;
    private final @Nullable Profile profile;
    private final @Nullable Long code;
    private final Language lang;
    private final @Nullable Instant now;

    private Question(Builder builder) {
        secret = builder.secret;
        appId = builder.appId;
        userId = builder.userId;
        roomId = builder.roomId;
        streamId = builder.streamId;
        publish = builder.publish;
        profile = builder.profile;
        code = builder.code;
        lang = builder.lang;
        now = builder.now;
    }

    /**
     * Starts a question that knows nothing.
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
                    code != null, code == null ? 0 : code, Language.numberOf(lang), now == null ? Time.SYSTEM_CLOCK : Time.seconds(now))));
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
                + ", profile=" + profile + ", code=" + code + ", lang=" + lang + ", now=" + now + "}";
    }

    /** Settings of a new {@link Question}. */
    public static final class Builder {
        private @Nullable String secret;
        private @Nullable Long appId;
        private @Nullable String userId;
        private @Nullable String roomId;
        private @Nullable String streamId;
        private boolean publish;
        private @Nullable Profile profile;
        private @Nullable Long code;
        private Language lang = Language.EN;
        private @Nullable Instant now;

        private Builder() {}

        /**
         * Sets the ServerSecret that the token should have been issued with. No text of the report contains it.
         *
         * @param secret the secret, of any length: a wrong one may be the mistake
         * @return this builder
         */
        public Builder secret(@Nullable String secret) {
            this.secret = secret;
            return this;
        }

        /**
         * Sets the app that the client uses.
         *
         * @param appId the app id, 1 to 4294967295
         * @return this builder
         */
        public Builder appId(long appId) {
            this.appId = appId;
            return this;
        }

        /**
         * Sets the user who logs in.
         *
         * @param userId the user id
         * @return this builder
         */
        public Builder userId(@Nullable String userId) {
            this.userId = userId;
            return this;
        }

        /**
         * Sets the room that the user logs in to.
         *
         * @param roomId the room id
         * @return this builder
         */
        public Builder roomId(@Nullable String roomId) {
            this.roomId = roomId;
            return this;
        }

        /**
         * Sets the stream to publish or play.
         *
         * @param streamId the stream id
         * @return this builder
         */
        public Builder streamId(@Nullable String streamId) {
            this.streamId = streamId;
            return this;
        }

        /**
         * Sets whether the user wants to publish.
         *
         * @param expected the default is false
         * @return this builder
         */
        public Builder publish(boolean expected) {
            publish = expected;
            return this;
        }

        /**
         * Sets the product that the token is for. Without one, only what is wrong for every product is an error.
         *
         * @param profile the product
         * @return this builder
         */
        public Builder profile(@Nullable Profile profile) {
            this.profile = profile;
            return this;
        }

        /**
         * Sets the error code that the client saw. The findings that can cause it come first.
         *
         * @param code the code of a ZEGO SDK or of the Server API
         * @return this builder
         */
        public Builder code(long code) {
            this.code = code;
            return this;
        }

        /**
         * Sets the language of messages and fixes.
         *
         * @param language the default is English
         * @return this builder
         */
        public Builder lang(Language language) {
            lang = language;
            return this;
        }

        /**
         * Sets the time to check against, instead of the current time.
         *
         * @param now the time, rounded down to whole seconds
         * @return this builder
         */
        public Builder now(@Nullable Instant now) {
            this.now = now;
            return this;
        }

        /**
         * Creates the question, whose fields are checked when it is asked.
         *
         * @return the question
         */
        public Question build() {
            return new Question(this);
        }
    }
}
