package io.token04;

/**
 * Kit tokens, which UIKit for the web takes: a token followed by the room and the user.
 * {@link Issuer#kitToken(String, java.time.Duration, String)} issues one in one call.
 */
public final class Kit {
    private Kit() {}

    /**
     * Appends the room and the user to a token, within the limits of {@link Profile#KIT}.
     *
     * @param token a token that is not a kit token
     * @param user who joins which room
     * @return the kit token
     * @throws Token04Exception {@link ErrorCode#MALFORMED} if the token is not one, or already a kit token;
     *     {@link ErrorCode#INVALID_APP_ID}, {@link ErrorCode#INVALID_USER_ID} or {@link ErrorCode#INVALID_ROOM} if a field
     *     of the user is outside the limits; {@link ErrorCode#INVALID_ARGUMENT} if the token or the user is null
     */
    public static String encode(String token, KitUser user) {
        boolean hasUser = user != null;
        Exchange exchange = Exchange.open();
        try {
            exchange.writeToken(token);
            if (hasUser) {
                exchange.write(user.userId()).write(user.roomId()).write(user.userName());
            }
            return exchange.ascii(Native.kitEncode(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(),
                    hasUser, hasUser ? user.appId() : 0));
        } finally {
            exchange.close();
        }
    }

    /**
     * Splits a kit token into the token and the part after it. Neither is checked, and anybody can change the user: only
     * a {@link Verifier} proves what the token says.
     *
     * @param kitToken the kit token
     * @return its two parts
     * @throws Token04Exception {@link ErrorCode#MALFORMED} if either part is not as UIKit reads it;
     *     {@link ErrorCode#INVALID_ARGUMENT} if the kit token is null
     */
    public static KitToken decode(String kitToken) {
        Exchange exchange = Exchange.open();
        try {
            exchange.writeToken(kitToken);
            return new KitToken(exchange.fields(Native.kitDecode(
                    exchange.address(), exchange.requestBytes(), exchange.capacity())));
        } finally {
            exchange.close();
        }
    }
}
