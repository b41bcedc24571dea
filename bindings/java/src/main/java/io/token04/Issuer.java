package io.token04;

import java.time.Duration;

/**
 * Makes tokens for one app.
 *
 * <p>An issuer holds the expanded key and can be used by any number of threads at once: make one and keep it.
 * The key lies outside the Java heap and is wiped when the issuer is closed; the secret itself is not kept.
 *
 * <pre>{@code
 * try (Issuer issuer = new Issuer(1234567890L, System.getenv("ZEGO_SERVER_SECRET"))) {
 *     String token = issuer.issue("user1", Duration.ofHours(1));
 * }
 * }</pre>
 */
public final class Issuer implements AutoCloseable {
    private final Handle handle;
    private final long appId;
    private final Mode mode;
    private final Profile profile;

    /**
     * An issuer in mode {@link Mode#CBC} and without a profile.
     *
     * @param appId the app that tokens are made for, 1 to 4294967295
     * @param secret the app's ServerSecret, 32 bytes
     * @throws Token04Exception 1 or 5 where an argument is not so, 901 where the secret is null
     */
    public Issuer(long appId, String secret) {
        this(builder(appId, secret));
    }

    private Issuer(Builder builder) {
        Exchange exchange = Exchange.open();
        try {
            exchange.writeSecret(builder.secret);
            handle = new Handle(Native.newIssuer(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    builder.appId, Mode.numberOf(builder.mode), Profile.numberOf(builder.profile)));
        } finally {
            exchange.close();
        }
        appId = builder.appId;
        mode = builder.mode;
        profile = builder.profile;
    }

    /**
     * A builder, for an issuer with a mode or a profile.
     *
     * @param appId the app that tokens are made for, 1 to 4294967295
     * @param secret the app's ServerSecret, 32 bytes
     * @return the builder; it checks nothing before {@link Builder#build()}
     */
    public static Builder builder(long appId, String secret) {
        return new Builder(appId, secret);
    }

    /**
     * Makes an identity token.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is good from now on, in whole seconds
     * @return the token
     * @throws Token04Exception 3, 6, 101 or 103; 901 where the user id is null or this issuer is closed
     */
    public String issue(String userId, Duration ttl) {
        return issue(userId, ttl, null);
    }

    /**
     * Makes a token with a payload, JSON text that ZEGO defines. {@link #issueRoom} writes it for you.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is good from now on, in whole seconds
     * @param payload the payload; null is the empty one
     * @return the token
     * @throws Token04Exception as {@link #issue(String, Duration)}, and 104, or 102 under a profile
     */
    public String issue(String userId, Duration ttl, String payload) {
        Exchange exchange = Exchange.open(handle);
        try {
            exchange.write(userId).write(payload);
            return exchange.ascii(Native.issue(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    handle.address(), Time.seconds(ttl), Time.nanos(ttl)));
        } finally {
            exchange.close();
        }
    }

    /**
     * Makes a privilege token, which is good for one room.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is good from now on, in whole seconds
     * @param privilege the room and the rights in it
     * @return the token
     * @throws Token04Exception as {@link #issue(String, Duration)}, and 102; 104 under {@link Profile#ZIM}
     */
    public String issueRoom(String userId, Duration ttl, RoomPrivilege privilege) {
        RoomPrivilege given = privilege == null ? RoomPrivilege.MISSING : privilege;
        Exchange exchange = Exchange.open(handle);
        try {
            exchange.write(userId).write(given.roomId()).write(given.streams());
            return exchange.ascii(Native.issueRoom(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    handle.address(), Time.seconds(ttl), Time.nanos(ttl), given.login(), given.publish()));
        } finally {
            exchange.close();
        }
    }

    /**
     * Makes a kit token for UIKit on the web, under the limits of {@link Profile#KIT}. The user is shown under
     * the user id.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is good from now on, in whole seconds
     * @param roomId the room to join
     * @return the kit token
     * @throws Token04Exception as {@link #issue(String, Duration)}, and 102
     */
    public String kitToken(String userId, Duration ttl, String roomId) {
        return kitToken(userId, ttl, roomId, null, null);
    }

    /**
     * Makes a kit token for UIKit on the web, under the limits of {@link Profile#KIT}.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is good from now on, in whole seconds
     * @param roomId the room to join
     * @param userName the name that others see; null is the user id
     * @return the kit token
     * @throws Token04Exception as {@link #issue(String, Duration)}, and 102
     */
    public String kitToken(String userId, Duration ttl, String roomId, String userName) {
        return kitToken(userId, ttl, roomId, userName, null);
    }

    /**
     * Makes a kit token with a payload for UIKit on the web, under the limits of {@link Profile#KIT}.
     *
     * @param userId the user who will present the token
     * @param ttl how long the token is good from now on, in whole seconds
     * @param roomId the room to join
     * @param userName the name that others see; null is the user id
     * @param payload the payload of the token; null is the empty one
     * @return the kit token
     * @throws Token04Exception as {@link #issue(String, Duration, String)}
     */
    public String kitToken(String userId, Duration ttl, String roomId, String userName, String payload) {
        Exchange exchange = Exchange.open(handle);
        try {
            exchange.write(userId).write(roomId).write(userName).write(payload);
            return exchange.ascii(Native.kitToken(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    handle.address(), Time.seconds(ttl), Time.nanos(ttl)));
        } finally {
            exchange.close();
        }
    }

    /**
     * The app that tokens are made for.
     *
     * @return the app id
     */
    public long appId() {
        return appId;
    }

    /** Wipes the key, once the calls under way have ended. Closing again does nothing. */
    @Override
    public void close() {
        handle.close();
    }

    /**
     * The settings, without the secret.
     *
     * @return such as {@code Issuer{appId=1, secret=[redacted], mode=CBC, profile=null}}
     */
    @Override
    public String toString() {
        return "Issuer{appId=" + appId + ", secret=[redacted], mode=" + mode + ", profile=" + profile + "}";
    }

    /** Settings of an {@link Issuer} to be. */
    public static final class Builder {
        private final long appId;
        private final String secret;
        private Mode mode = Mode.CBC;
        private Profile profile;

        private Builder(long appId, String secret) {
            this.appId = appId;
            this.secret = secret;
        }

        /**
         * Sets how bodies are encrypted.
         *
         * @param mode {@link Mode#CBC} unless told
         * @return this builder
         */
        public Builder mode(Mode mode) {
            this.mode = mode;
            return this;
        }

        /**
         * Sets the product whose limits become errors here, instead of refusals at the client.
         *
         * @param profile the product; null, as unless told, refuses only what would make a broken token
         * @return this builder
         */
        public Builder profile(Profile profile) {
            this.profile = profile;
            return this;
        }

        /**
         * Makes the issuer.
         *
         * @return an issuer, to be kept, and closed when it is no longer needed
         * @throws Token04Exception 1 or 5 where an argument is not so, 901 where the secret or the mode is null
         */
        public Issuer build() {
            return new Issuer(this);
        }
    }
}
