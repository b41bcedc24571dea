package io.token04;

import org.jspecify.annotations.Nullable;

/** The two parts of a kit token. Made by {@link Kit#decode}. */
public final class KitToken {
    private final String token;
    private final KitUser user;

    KitToken(Packed packed) {
        token = packed.readText();
        user = new KitUser(packed.readAppId(), packed.readText(), packed.readText(), packed.readText());
    }

    /**
     * The part before {@code #}.
     *
     * @return a token
     */
    public String token() {
        return token;
    }

    /**
     * The part after {@code #}.
     *
     * @return who joins which room
     */
    public KitUser user() {
        return user;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KitToken
                && token.equals(((KitToken) other).token) && user.equals(((KitToken) other).user);
    }

    @Override
    public int hashCode() {
        return 31 * token.hashCode() + user.hashCode();
    }

    @Override
    public String toString() {
        return "KitToken{token=" + token + ", user=" + user + "}";
    }
}
