package io.token04;

/**
 * Kit tokens: what UIKit for the web takes, a token with the room and the user behind it.
 * {@link Issuer#kitToken(String, java.time.Duration, String)} makes one at once.
 */
public final class Kit {
    private Kit() {}

    /**
     * Puts room and user behind a token, under the limits of {@link Profile#KIT}.
     *
     * @param token a token, not yet a kit token
     * @param user who joins which room
     * @return the kit token
     * @throws Token04Exception 201 where the token is none or a kit token already; 1, 3 or 102 where a field of
     *     the user is outside the limits; 901 where the token or the user is null
     */
    public static String encode(String token, KitUser user) {
        KitUser given = user == null ? KitUser.MISSING : user;
        Exchange exchange = Exchange.open();
        try {
            exchange.writeToken(token).write(given.userId()).write(given.roomId()).write(given.userName());
            return exchange.ascii(Native.kitEncode(
                    exchange.address(), exchange.requestBytes(), exchange.capacity(), given.appId()));
        } finally {
            exchange.close();
        }
    }

    /**
     * Splits a kit token into the token and what stands behind it. Nothing of it is proven, and the user may
     * have been changed: only a {@link Verifier} can tell what the token says.
     *
     * @param kitToken the kit token
     * @return its two parts
     * @throws Token04Exception 201 where either part is not as the kit reads it, 901 where it is null
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
