package io.token04;

import java.util.Objects;

/** What a token says, every field of its body. Times are unix seconds. */
public final class Claims {
    private final long appId;
    private final String userId;
    private final long nonce;
    private final long ctime;
    private final long expire;
    private final String payload;

    Claims(Packed packed) {
        appId = packed.readAppId();
        nonce = packed.readLong();
        ctime = packed.readLong();
        expire = packed.readLong();
        userId = packed.readText();
        payload = packed.readText();
    }

    /**
     * The app the token was made for.
     *
     * @return the app id, 1 to 4294967295
     */
    public long appId() {
        return appId;
    }

    /**
     * The user the token was made for.
     *
     * @return the user id
     */
    public String userId() {
        return userId;
    }

    /**
     * A random number that tells tokens of one second apart.
     *
     * @return the nonce
     */
    public long nonce() {
        return nonce;
    }

    /**
     * When the token was made.
     *
     * @return unix seconds
     */
    public long ctime() {
        return ctime;
    }

    /**
     * When the token ends.
     *
     * @return unix seconds
     */
    public long expire() {
        return expire;
    }

    /**
     * The payload: empty in an identity token, JSON text in a privilege token.
     *
     * @return the payload, never null
     */
    public String payload() {
        return payload;
    }

    /**
     * The payload as privileges. Each call parses it.
     *
     * @return the privileges, or null where the payload is empty or not of the privilege form
     */
    public Privilege privilege() {
        return Privilege.parse(payload);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Claims)) {
            return false;
        }
        Claims that = (Claims) other;
        return appId == that.appId && userId.equals(that.userId) && nonce == that.nonce && ctime == that.ctime
                && expire == that.expire && payload.equals(that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(appId, userId, nonce, ctime, expire, payload);
    }

    @Override
    public String toString() {
        return "Claims{appId=" + appId + ", userId=" + userId + ", nonce=" + nonce + ", ctime=" + ctime
                + ", expire=" + expire + ", payload=" + payload + "}";
    }
}
