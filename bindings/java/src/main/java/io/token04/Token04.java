package io.token04;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What needs no object: reading a token, explaining why it is refused, and a token in one call. */
public final class Token04 {
    private Token04() {}

    /**
     * Reads what a token shows without its secret. None of it is proven: only a {@link Verifier} can tell whether the
     * token is genuine.
     *
     * <pre>{@code
     * Header header = Token04.inspect(token);
     * System.out.println(header.mode() + " until " + header.expiresAt());
     * }</pre>
     *
     * @param token a token, or a kit token, of which the part before {@code #} is read
     * @return what it shows
     * @throws Token04Exception {@link ErrorCode#MALFORMED} if the text is not a token,
     *     {@link ErrorCode#INVALID_ARGUMENT} if it is null
     */
    public static Header inspect(String token) {
        return inspect(token, Time.SYSTEM_CLOCK);
    }

    /**
     * Reads what a token shows without its secret, at a given time.
     *
     * @param token a token, or a kit token, of which the part before {@code #} is read
     * @param now the time for {@link Header#expired()}, rounded down to whole seconds
     * @return what it shows
     * @throws Token04Exception {@link ErrorCode#MALFORMED} if the text is not a token,
     *     {@link ErrorCode#INVALID_ARGUMENT} if it or the time is null
     */
    public static Header inspect(String token, Instant now) {
        return inspect(token, Time.seconds(now));
    }

    private static Header inspect(String token, long now) {
        Exchange exchange = Exchange.open();
        try {
            exchange.writeToken(token);
            return new Header(exchange.fields(Native.inspect(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(), now)));
        } finally {
            exchange.close();
        }
    }

    /**
     * Explains what is wrong with a token, as far as it shows without its secret.
     *
     * @param token any text that is meant as a token or a kit token
     * @return what was found; no text makes it throw
     * @throws Token04Exception {@link ErrorCode#INVALID_ARGUMENT} if the token is null
     */
    public static Report diagnose(String token) {
        return diagnose(token, null);
    }

    /**
     * Explains why a token is refused, and how to fix it.
     *
     * <p>ZEGO answers a bad token with a bare error code. This takes any text, whoever made it, and finds the mistakes of
     * generators written by hand: with the secret also those in keys, layouts, modes and claims.
     * {@code docs/en/diagnose/by-finding.md} in the repository explains every {@link FindingId}.
     *
     * <pre>{@code
     * Report report = Token04.diagnose(token, Question.builder().secret(secret).userId("user1").build());
     * for (Finding finding : report.findings()) {
     *     System.out.println(finding.severity() + " " + finding.id() + ": " + finding.message());
     * }
     * }</pre>
     *
     * @param token any text that is meant as a token or a kit token
     * @param question what is known about it; null is nothing
     * @return what was found; no text makes it throw
     * @throws Token04Exception {@link ErrorCode#INVALID_ARGUMENT} if the token or the language is null;
     *     {@link ErrorCode#INVALID_APP_ID} if the question has an app id that is out of range;
     *     {@link ErrorCode#INVALID_USER_ID}, {@link ErrorCode#INVALID_SECRET} or {@link ErrorCode#INVALID_ROOM} if a text
     *     of it contains half of a surrogate pair
     */
    public static Report diagnose(String token, @Nullable Question question) {
        return (question == null ? Question.EMPTY : question).ask(token);
    }

    /**
     * Explains, in English, an error code that a ZEGO SDK or the Server API reported.
     *
     * @param code the code
     * @return what it means for a token, what causes it and what to check
     */
    public static Explanation explain(long code) {
        return explain(code, Language.EN);
    }

    /**
     * Explains an error code that a ZEGO SDK or the Server API reported.
     *
     * <pre>{@code
     * System.out.println(Token04.explain(50119, Language.ZH));
     * }</pre>
     *
     * @param code the code
     * @param language the language of the texts
     * @return what it means for a token, what causes it and what to check
     * @throws Token04Exception {@link ErrorCode#INVALID_ARGUMENT} if the language is null
     */
    public static Explanation explain(long code, Language language) {
        Exchange exchange = Exchange.open();
        try {
            return new Explanation(exchange.fields(Native.explain(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    code, Language.numberOf(language))));
        } finally {
            exchange.close();
        }
    }

    /**
     * Issues a token in one call, with the arguments of ZEGO's own function. For more than one token, keep an
     * {@link Issuer}, which expands the key once.
     *
     * @param appId the app, 1 to 4294967295
     * @param userId the user who will present the token
     * @param secret the app's ServerSecret, 32 bytes
     * @param effectiveTimeInSeconds how long the token is valid
     * @param payload the payload; null is the empty one
     * @return the token
     * @throws Token04Exception the first that applies, in the official order: {@link ErrorCode#INVALID_APP_ID},
     *     {@link ErrorCode#INVALID_USER_ID}, {@link ErrorCode#INVALID_SECRET}, {@link ErrorCode#INVALID_TTL}; then
     *     {@link ErrorCode#TOO_LONG}, {@link ErrorCode#RANDOM_UNAVAILABLE} or {@link ErrorCode#INVALID_PAYLOAD};
     *     {@link ErrorCode#INVALID_ARGUMENT} if the user id or the secret is null
     */
    public static String generateToken04(
            long appId, String userId, String secret, long effectiveTimeInSeconds, @Nullable String payload) {
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
