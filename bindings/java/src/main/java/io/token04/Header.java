package io.token04;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What everybody can read in a token, without the secret. Read by {@link Token04#inspect(String)}. */
public final class Header {
    private final String version;
    private final Mode mode;
    private final long expiresAt;
    private final boolean expired;
    private final int ivBytes;
    private final int ciphertextBytes;

    Header(Packed packed) {
        version = packed.readText();
        mode = Mode.ofNumber(packed.readInt());
        expiresAt = packed.readLong();
        expired = packed.readBoolean();
        ivBytes = packed.readInt();
        ciphertextBytes = packed.readInt();
    }

    /**
     * The version of the format.
     *
     * @return always {@code 04}
     */
    public String version() {
        return version;
    }

    /**
     * How the body is encrypted.
     *
     * @return the mode
     */
    public Mode mode() {
        return mode;
    }

    /**
     * When the token expires, as its envelope says.
     *
     * @return the instant, a whole second; one beyond {@link Instant#MAX} becomes that
     */
    public Instant expiresAt() {
        return Time.instant(expiresAt);
    }

    /**
     * Whether the token had expired when it was read.
     *
     * @return true from {@link #expiresAt()} on
     */
    public boolean expired() {
        return expired;
    }

    /**
     * The length of the initialisation vector.
     *
     * @return bytes
     */
    public int ivBytes() {
        return ivBytes;
    }

    /**
     * The length of the ciphertext.
     *
     * @return bytes
     */
    public int ciphertextBytes() {
        return ciphertextBytes;
    }

    /**
     * The header for JSON, in the shape that {@code token04 inspect --json} prints. Jackson uses it by itself.
     *
     * @return an unmodifiable map with {@code version}, {@code mode}, {@code expires_at} in unix seconds,
     *     {@code expired}, {@code iv_bytes} and {@code ciphertext_bytes}
     */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", version);
        map.put("mode", Text.lowerCase(mode));
        map.put("expires_at", expiresAt);
        map.put("expired", expired);
        map.put("iv_bytes", ivBytes);
        map.put("ciphertext_bytes", ciphertextBytes);
        return Collections.unmodifiableMap(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Header)) {
            return false;
        }
        Header that = (Header) other;
        return version.equals(that.version) && mode == that.mode && expiresAt == that.expiresAt
                && expired == that.expired && ivBytes == that.ivBytes && ciphertextBytes == that.ciphertextBytes;
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, mode, expiresAt, expired, ivBytes, ciphertextBytes);
    }

    @Override
    public String toString() {
        return "Header{version=" + version + ", mode=" + mode + ", expiresAt=" + expiresAt + ", expired=" + expired
                + ", ivBytes=" + ivBytes + ", ciphertextBytes=" + ciphertextBytes + "}";
    }
}
