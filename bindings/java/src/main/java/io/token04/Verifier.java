package io.token04;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Opens tokens of one app and checks them.
 *
 * <p>A verifier holds the expanded keys, and any number of threads can use it at once: create one and keep it. The keys
 * are outside the Java heap and are wiped when the verifier is closed.
 *
 * <p><strong>An identity token, which has no payload, satisfies any expected room, stream and right</strong>: the format
 * means it so. Where a room is guarded by privilege tokens, use {@link Login.Builder#requirePrivilege(boolean)}.
 *
 * <p>CBC tokens are not authenticated. A token that opens and passes the checks was very likely issued with the secret,
 * but single bytes may have been changed without detection. Rely on the claims of {@link Mode#GCM} tokens only.
 *
 * <pre>{@code
 * Login login = Login.builder().userId("user1").roomId("room1").requirePrivilege(true).build();
 * Claims claims = verifier.verify(token, login);
 * }</pre>
 *
 * <p>This is an interface so that frameworks can put a proxy in front of it, for instance to replace the secret while the
 * program runs, and so that tests can mock it. A later version may add methods.
 */
public interface Verifier extends AutoCloseable {
    /**
     * Creates a verifier with one secret and no leeway.
     *
     * @param appId the app whose tokens are checked, 1 to 4294967295
     * @param secret the app's ServerSecret, 32 bytes
     * @return a verifier, to be kept, and closed when it is no longer needed
     * @throws Token04Exception {@link ErrorCode#INVALID_APP_ID}, {@link ErrorCode#INVALID_SECRET};
     *     {@link ErrorCode#INVALID_ARGUMENT} if the secret is null
     */
    static Verifier of(long appId, String secret) {
        return builder(appId, secret).build();
    }

    /**
     * Starts a verifier with a previous secret, a leeway or a clock.
     *
     * @param appId the app whose tokens are checked, 1 to 4294967295
     * @param secret the app's ServerSecret, 32 bytes
     * @return the builder; it checks nothing before {@link Builder#build()}
     */
    static Builder builder(long appId, String secret) {
        return new Builder(appId, secret);
    }

    /**
     * Opens a token and checks that it belongs to this app and is not expired.
     *
     * @param token a token, or a kit token, of which the part before {@code #} is read
     * @return its claims
     * @throws Token04Exception the first that applies, in this order: {@link ErrorCode#MALFORMED},
     *     {@link ErrorCode#UNDECIPHERABLE}, {@link ErrorCode#WRONG_APP_ID}, {@link ErrorCode#EXPIRE_MISMATCH},
     *     {@link ErrorCode#EXPIRED}; {@link ErrorCode#INVALID_ARGUMENT} if the token is null or this verifier is closed
     */
    default Claims verify(String token) {
        return verify(token, null);
    }

    /**
     * Opens a token and checks it against what a login expects.
     *
     * @param token a token, or a kit token, of which the part before {@code #} is read
     * @param login what is expected; null is nothing
     * @return its claims
     * @throws Token04Exception the same as {@link #verify(String)}, then {@link ErrorCode#WRONG_USER_ID} and
     *     {@link ErrorCode#NOT_PERMITTED}; {@link ErrorCode#INVALID_ARGUMENT} or {@link ErrorCode#INVALID_ROOM} if an
     *     expected text is null
     */
    Claims verify(String token, @Nullable Login login);

    /**
     * The app whose tokens are checked.
     *
     * @return the app id
     */
    long appId();

    /** Wipes the keys once the calls in progress have ended. Closing again does nothing. */
    @Override
    void close();

    /** Settings of a new {@link Verifier}. */
    final class Builder {
        final long appId;
        final String secret;
        @Nullable String previousSecret;
        Duration leeway = Duration.ZERO;
        @Nullable Clock clock;

        private Builder(long appId, String secret) {
            this.appId = appId;
            this.secret = secret;
        }

        /**
         * Also accepts tokens issued with the previous secret, while a secret is being replaced.
         *
         * @param secret the previous secret, 32 bytes; null, the default, is none
         * @return this builder
         */
        public Builder previousSecret(@Nullable String secret) {
            previousSecret = secret;
            return this;
        }

        /**
         * Accepts a token for this long after its expiry, to allow for clock differences.
         *
         * @param leeway whole seconds; the default is 0
         * @return this builder
         */
        public Builder leeway(Duration leeway) {
            this.leeway = leeway;
            return this;
        }

        /**
         * Sets the clock to check expiry against. {@link Login.Builder#now} takes precedence.
         *
         * @param clock the clock; null, the default, is the system clock
         * @return this builder
         */
        public Builder clock(@Nullable Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Creates the verifier.
         *
         * @return a verifier, to be kept, and closed when it is no longer needed
         * @throws Token04Exception {@link ErrorCode#INVALID_APP_ID}, {@link ErrorCode#INVALID_SECRET};
         *     {@link ErrorCode#INVALID_ARGUMENT} if the secret is null, or the leeway is null, negative or not whole
         *     seconds
         */
        public Verifier build() {
            return new NativeVerifier(this);
        }
    }
}
