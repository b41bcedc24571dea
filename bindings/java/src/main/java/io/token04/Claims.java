package io.token04;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The claims of a token: every field of its body. */
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
     * The app that the token was issued for.
     *
     * @return the app id, 1 to 4294967295
     */
    public long appId() {
        return appId;
    }

    /**
     * The user that the token was issued for.
     *
     * @return the user id
     */
    public String userId() {
        return userId;
    }

    /**
     * A random number that distinguishes tokens issued in the same second.
     *
     * @return the nonce
     */
    public long nonce() {
        return nonce;
    }

    /**
     * When the token was issued, as the body has it.
     *
     * @return unix seconds
     */
    public long ctime() {
        return ctime;
    }

    /**
     * When the token expires, as the body has it.
     *
     * @return unix seconds
     */
    public long expire() {
        return expire;
    }

    /**
     * When the token was issued.
     *
     * @return {@link #ctime()} as an instant; one beyond {@link Instant#MAX} becomes that
     */
    public Instant createdAt() {
        return Time.instant(ctime);
    }

    /**
     * When the token expires.
     *
     * @return {@link #expire()} as an instant; one beyond {@link Instant#MAX} becomes that
     */
    public Instant expiresAt() {
        return Time.instant(expire);
    }

    /**
     * The payload: empty in an identity token, JSON text in a privilege token.
     *
     * @return the payload
     */
    public String payload() {
        return payload;
    }

    /**
     * The payload as privileges. Each call parses it.
     *
     * @return the privileges, or null if the payload is empty or not of the privilege form
     */
    public @Nullable Privilege privilege() {
        return Privilege.parse(payload);
    }

    /**
     * The claims for JSON, in the shape that {@code token04 verify --json} prints. Jackson uses it by itself.
     *
     * @return an unmodifiable map with {@code app_id}, {@code user_id}, {@code nonce}, {@code ctime}, {@code expire},
     *     {@code payload}, and {@code privilege} if the payload has that form
     */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("app_id", appId);
        map.put("user_id", userId);
        map.put("nonce", nonce);
        map.put("ctime", ctime);
        map.put("expire", expire);
        map.put("payload", payload);
        Privilege privilege = privilege();
        if (privilege != null) {
            map.put("privilege", privilege.toMap());
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
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
