package io.token04;

import java.time.Duration;

/**
 * Opens tokens of one app and checks them.
 *
 * <p>A verifier holds the expanded keys and can be used by any number of threads at once: make one and keep
 * it. The keys lie outside the Java heap and are wiped when the verifier is closed.
 *
 * <p>A CBC token has no authentication: what opens and checks well was most likely made with the secret, but
 * whoever changed single bytes of it may go unnoticed. Rely on the claims of {@link Mode#GCM} tokens only.
 *
 * <pre>{@code
 * Login login = Login.builder().userId("user1").roomId("room1").build();
 * Claims claims = verifier.verify(token, login);
 * }</pre>
 */
public final class Verifier implements AutoCloseable {
    private final Handle handle;
    private final long appId;
    private final Duration leeway;

    /**
     * A verifier with one secret and no leeway.
     *
     * @param appId the app whose tokens are checked, 1 to 4294967295
     * @param secret the app's ServerSecret, 32 bytes
     * @throws Token04Exception 1 or 5 where an argument is not so, 901 where the secret is null
     */
    public Verifier(long appId, String secret) {
        this(builder(appId, secret));
    }

    private Verifier(Builder builder) {
        Exchange exchange = Exchange.open();
        try {
            exchange.writeSecret(builder.secret).writeSecret(builder.previousSecret);
            handle = new Handle(Native.newVerifier(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    builder.appId, Time.seconds(builder.leeway), Time.nanos(builder.leeway)));
        } finally {
            exchange.close();
        }
        appId = builder.appId;
        leeway = builder.leeway;
    }

    /**
     * A builder, for a verifier with a previous secret or a leeway.
     *
     * @param appId the app whose tokens are checked, 1 to 4294967295
     * @param secret the app's ServerSecret, 32 bytes
     * @return the builder; it checks nothing before {@link Builder#build()}
     */
    public static Builder builder(long appId, String secret) {
        return new Builder(appId, secret);
    }

    /**
     * Opens a token and checks that it is this app's and not expired.
     *
     * @param token a token or a kit token, of which the part before {@code #} counts
     * @return what it says
     * @throws Token04Exception the first that applies, in this order: 201, 202, 205, 207, 204; 901 where the
     *     token is null or this verifier is closed
     */
    public Claims verify(String token) {
        return verify(token, Login.ANY);
    }

    /**
     * Opens a token and checks it against what a login expects.
     *
     * @param token a token or a kit token, of which the part before {@code #} counts
     * @param login what is expected; an identity token has all rights
     * @return what the token says
     * @throws Token04Exception as {@link #verify(String)}, then 206 and 208; 901 or 102 where an expected text
     *     is null
     */
    public Claims verify(String token, Login login) {
        Login expected = login == null ? Login.ANY : login;
        Exchange exchange = Exchange.open(handle);
        try {
            exchange.writeToken(token);
            expected.writeTo(exchange);
            return new Claims(exchange.fields(Native.verify(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    handle.address(), expected.expects(), expected.now())));
        } finally {
            exchange.close();
        }
    }

    /**
     * The app whose tokens are checked.
     *
     * @return the app id
     */
    public long appId() {
        return appId;
    }

    /** Wipes the keys, once the calls under way have ended. Closing again does nothing. */
    @Override
    public void close() {
        handle.close();
    }

    /**
     * The settings, without the secrets.
     *
     * @return such as {@code Verifier{appId=1, secret=[redacted], leeway=PT0S}}
     */
    @Override
    public String toString() {
        return "Verifier{appId=" + appId + ", secret=[redacted], leeway=" + leeway + "}";
    }

    /** Settings of a {@link Verifier} to be. */
    public static final class Builder {
        private final long appId;
        private final String secret;
        private String previousSecret;
        private Duration leeway = Duration.ZERO;

        private Builder(long appId, String secret) {
            this.appId = appId;
            this.secret = secret;
        }

        /**
         * Also accepts tokens made with the secret that was in use before, while a secret is being replaced.
         *
         * @param secret the secret before, 32 bytes; null, as unless told, for none
         * @return this builder
         */
        public Builder previousSecret(String secret) {
            previousSecret = secret;
            return this;
        }

        /**
         * Accepts a token this much longer than its end, for clocks that differ.
         *
         * @param leeway whole seconds, at least 0
         * @return this builder
         */
        public Builder leeway(Duration leeway) {
            this.leeway = leeway;
            return this;
        }

        /**
         * Makes the verifier.
         *
         * @return a verifier, to be kept, and closed when it is no longer needed
         * @throws Token04Exception 1 or 5 where an argument is not so, 901 where the secret is null or the leeway
         *     is null, negative or not whole seconds
         */
        public Verifier build() {
            return new Verifier(this);
        }
    }
}
