package io.token04;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens for one app.
 *
 * <p>An issuer holds the expanded key, and any number of threads can use it at once: create one and keep it. The key is
 * outside the Java heap and is wiped when the issuer is closed; the secret itself is not kept.
 *
 * <pre>{@code
 * try (Issuer issuer = Issuer.of(1234567890L, System.getenv("ZEGO_SERVER_SECRET"))) {
 *     String token = issuer.issue("user1", Duration.ofHours(1));
 * }
 * }</pre>
 *
 * <p>This is an interface so that frameworks can put a proxy in front of it, for instance to replace the secret while the
 * program runs, and so that tests can mock it. A later version may add methods.
 */
public interface Issuer extends AutoCloseable {
    /**
     * Creates an issuer in mode {@link Mode#CBC} and without a profile.
     *
     * @param appId the app that tokens are issued for, 1 to 4294967295
     * @param secret the app's ServerSecret, 32 bytes
     * @return an issuer, to be kept, and closed when it is no longer needed
     * @throws Token04Exception {@link ErrorCode#INVALID_APP_ID}, {@link ErrorCode#INVALID_SECRET};
     *     {@link ErrorCode#INVALID_ARGUMENT} if the secret is null
     */
    static Issuer of(long appId, String secret) {
        return builder(appId, secret).build();
    }

    /**
     * Starts an issuer with a mode, a profile or a clock.
     *
     * @param appId the app that tokens are issued for, 1 to 4294967295
     * @param secret the app's ServerSecret, 32 bytes
     * @return the builder; it checks nothing before {@link Builder#build()}
     */
    static Builder builder(long appId, String secret) {
        return new Builder(appId, secret);
    }

    /**
     * Issues an identity token.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is valid, in whole seconds
     * @return the token
     * @throws Token04Exception {@link ErrorCode#INVALID_USER_ID}, {@link ErrorCode#INVALID_TTL},
     *     {@link ErrorCode#TOO_LONG}, {@link ErrorCode#RANDOM_UNAVAILABLE}; {@link ErrorCode#INVALID_ARGUMENT} if the
     *     user id is null or this issuer is closed
     */
    default String issue(String userId, Duration ttl) {
        return issue(userId, ttl, null);
    }

    /**
     * Issues a token with a payload: JSON text that ZEGO defines. {@link #issueRoom} writes it for you.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is valid, in whole seconds
     * @param payload the payload; null is the empty one
     * @return the token
     * @throws Token04Exception the same as {@link #issue(String, Duration)}, and {@link ErrorCode#INVALID_PAYLOAD}, or
     *     {@link ErrorCode#INVALID_ROOM} with a profile
     */
    String issue(String userId, Duration ttl, @Nullable String payload);

    /**
     * Issues a privilege token, which is valid for one room.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is valid, in whole seconds
     * @param privilege the room and the rights in it
     * @return the token
     * @throws Token04Exception the same as {@link #issue(String, Duration)}, and {@link ErrorCode#INVALID_ROOM};
     *     {@link ErrorCode#INVALID_PAYLOAD} with {@link Profile#ZIM}, {@link ErrorCode#INVALID_ARGUMENT} if the privilege
     *     is null
     */
    String issueRoom(String userId, Duration ttl, RoomPrivilege privilege);

    /**
     * Issues an identity token for each user, in one call, which is faster than a call for each.
     *
     * @param userIds the users
     * @param ttl how long the tokens are valid, in whole seconds
     * @return the tokens, in the order of the users; unmodifiable
     * @throws Token04Exception the same as {@link #issue(String, Duration)}, with the {@link Token04Exception#index()} of
     *     the first user whose id is invalid; then no token is issued
     */
    default List<String> issueMany(List<String> userIds, Duration ttl) {
        return issueMany(userIds, ttl, null);
    }

    /**
     * Issues a token with the same payload for each user, in one call, which is faster than a call for each.
     *
     * @param userIds the users
     * @param ttl how long the tokens are valid, in whole seconds
     * @param payload the payload; null is the empty one
     * @return the tokens, in the order of the users; unmodifiable
     * @throws Token04Exception the same as {@link #issue(String, Duration, String)}, with the
     *     {@link Token04Exception#index()} of the first user whose id is invalid; then no token is issued
     */
    List<String> issueMany(List<String> userIds, Duration ttl, @Nullable String payload);

    /**
     * Issues a kit token for UIKit for the web, within the limits of {@link Profile#KIT}. Others see the user id as the
     * user's name.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is valid, in whole seconds
     * @param roomId the room to join
     * @return the kit token
     * @throws Token04Exception the same as {@link #issue(String, Duration)}, and {@link ErrorCode#INVALID_ROOM}
     */
    default String kitToken(String userId, Duration ttl, String roomId) {
        return kitToken(userId, ttl, roomId, null, null);
    }

    /**
     * Issues a kit token for UIKit for the web, within the limits of {@link Profile#KIT}.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is valid, in whole seconds
     * @param roomId the room to join
     * @param userName the name that others see; null is the user id
     * @return the kit token
     * @throws Token04Exception the same as {@link #issue(String, Duration)}, and {@link ErrorCode#INVALID_ROOM}
     */
    default String kitToken(String userId, Duration ttl, String roomId, @Nullable String userName) {
        return kitToken(userId, ttl, roomId, userName, null);
    }

    /**
     * Issues a kit token with a payload for UIKit for the web, within the limits of {@link Profile#KIT}.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is valid, in whole seconds
     * @param roomId the room to join
     * @param userName the name that others see; null is the user id
     * @param payload the payload of the token; null is the empty one
     * @return the kit token
     * @throws Token04Exception the same as {@link #issue(String, Duration, String)}, and {@link ErrorCode#INVALID_ROOM}
     */
    String kitToken(
            String userId, Duration ttl, String roomId, @Nullable String userName, @Nullable String payload);

    /**
     * An issuer that issues at a given time instead of that of its clock, for tests and previews. It shares the key:
     * closing either closes both.
     *
     * <pre>{@code
     * String token = issuer.at(Instant.parse("2030-01-01T00:00:00Z")).issue("user1", Duration.ofHours(1));
     * }</pre>
     *
     * @param now the time of issue, rounded down to whole seconds. An issuing method throws
     *     {@link ErrorCode#INVALID_ARGUMENT} if it is null, before 1970, or looks like milliseconds
     * @return the issuer
     */
    Issuer at(Instant now);

    /**
     * The app that tokens are issued for.
     *
     * @return the app id
     */
    long appId();

    /** Wipes the key once the calls in progress have ended. Closing again does nothing. */
    @Override
    void close();

    /** Settings of a new {@link Issuer}. */
    final class Builder {
        final long appId;
        final String secret;
        Mode mode = Mode.CBC;
        @Nullable Profile profile;
        @Nullable Clock clock;

        private Builder(long appId, String secret) {
            this.appId = appId;
            this.secret = secret;
        }

        /**
         * Sets how bodies are encrypted.
         *
         * @param mode the mode; the default is {@link Mode#CBC}
         * @return this builder
         */
        public Builder mode(Mode mode) {
            this.mode = mode;
            return this;
        }

        /**
         * Sets the product whose limits become errors here, instead of errors at the client.
         *
         * @param profile the product; null, the default, refuses only what would make a broken token
         * @return this builder
         */
        public Builder profile(@Nullable Profile profile) {
            this.profile = profile;
            return this;
        }

        /**
         * Sets the clock that gives the time of issue. No random byte depends on it.
         *
         * @param clock the clock; null, the default, is the system clock
         * @return this builder
         */
        public Builder clock(@Nullable Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Creates the issuer.
         *
         * @return an issuer, to be kept, and closed when it is no longer needed
         * @throws Token04Exception {@link ErrorCode#INVALID_APP_ID}, {@link ErrorCode#INVALID_SECRET};
         *     {@link ErrorCode#INVALID_ARGUMENT} if the secret or the mode is null
         */
        public Issuer build() {
            return new NativeIssuer(this);
        }
    }
}
