package io.token04;

/** What needs no object kept: a look at a token, what is wrong with it, a token in one call. */
public final class Token04 {
    private Token04() {}

    /**
     * Reads what a token shows to everybody. Nothing of it is proven: only a {@link Verifier} can tell whether
     * the token is genuine.
     *
     * <pre>{@code
     * Header header = Token04.inspect(token);
     * System.out.println(header.mode() + " until " + Instant.ofEpochSecond(header.expiresAt()));
     * }</pre>
     *
     * @param token a token or a kit token, of which the part before {@code #} counts
     * @return what it shows
     * @throws Token04Exception 201 where the text is no token, 901 where it is null
     */
    public static Header inspect(String token) {
        return inspect(token, 0, 0);
    }

    /**
     * Reads what a token shows to everybody, as at a given time.
     *
     * @param token a token or a kit token, of which the part before {@code #} counts
     * @param now the time for {@link Header#expired()}, in unix seconds, instead of the clock's
     * @return what it shows
     * @throws Token04Exception 201 where the text is no token, 901 where it is null
     */
    public static Header inspect(String token, long now) {
        return inspect(token, Login.NOW, now);
    }

    private static Header inspect(String token, int expects, long now) {
        Exchange exchange = Exchange.open();
        try {
            exchange.writeToken(token);
            return new Header(exchange.fields(Native.inspect(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(), expects, now)));
        } finally {
            exchange.close();
        }
    }

    /**
     * Says what is wrong with a token as far as it shows without its secret.
     *
     * @param token any text that is meant as a token or a kit token
     * @return what was found; what the text says never throws
     * @throws Token04Exception 901 where the token is null
     */
    public static Report diagnose(String token) {
        return diagnose(token, Question.EMPTY);
    }

    /**
     * Says why a token is refused, and how to mend it.
     *
     * <p>ZEGO answers a bad token with a bare error code. This takes any text, whoever made it, and finds what
     * people get wrong who write a generator by hand: with the secret also keys, layouts, modes and claims. A
     * {@link FindingId} is explained in {@code docs/diagnose.md}.
     *
     * <pre>{@code
     * Report report = Token04.diagnose(token, Question.builder().secret(secret).userId("user1").build());
     * for (Finding finding : report.findings()) {
     *     System.out.println(finding.severity() + " " + finding.id() + ": " + finding.message());
     * }
     * }</pre>
     *
     * @param token any text that is meant as a token or a kit token
     * @param question what is known beside it; null is nothing
     * @return what was found; what the text says never throws
     * @throws Token04Exception 901 where the token or the language is null, 1 where an app id is told that is none,
     *     3, 5 or 102 where a text of the question holds half of a surrogate pair
     */
    public static Report diagnose(String token, Question question) {
        return (question == null ? Question.EMPTY : question).ask(token);
    }

    /**
     * Makes a token in one call, with the arguments of ZEGO's own function. Code that makes more than one token
     * keeps an {@link Issuer}, which expands the key once.
     *
     * @param appId the app, 1 to 4294967295
     * @param userId the user who will present the token
     * @param secret the app's ServerSecret, 32 bytes
     * @param effectiveTimeInSeconds how long the token is good from now on
     * @param payload the payload; null is the empty one
     * @return the token
     * @throws Token04Exception the first that applies, in the official order: 1, 3, 5, 6; then 101, 103 or 104;
     *     901 where the user id or the secret is null
     */
    public static String generateToken04(
            long appId, String userId, String secret, long effectiveTimeInSeconds, String payload) {
        Exchange exchange = Exchange.open();
        try {
            exchange.write(userId).writeSecret(secret).write(payload);
            return exchange.ascii(Native.generate(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(), appId, effectiveTimeInSeconds));
        } finally {
            exchange.close();
        }
    }

    /**
     * The version of this library.
     *
     * @return such as {@code 0.1.0}
     */
    public static String version() {
        return NativeLibrary.VERSION;
    }
}
